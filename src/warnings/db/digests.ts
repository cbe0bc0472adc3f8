// Reads and writes what digests say, and counts what people were told on a day.
import { sql } from 'drizzle-orm'
import { CHECKIN_ITSELF } from '../../checkins/standup/domain/standup-messages.ts'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import { amongPairs, textArray, uuidArray } from '../../core/db/pairs.ts'
import { pruneRows } from '../../core/db/prune-rows.ts'
import { asJson, columnsIn, rowsFrom } from '../../core/db/typed-rows.ts'
import type { UserId, WorkspaceId } from '../../core/ids.ts'
import { uniqueSorted } from '../../core/unique-sorted.ts'
import { ALWAYS, type DigestRef, type Said, WAITING, WARNING_DIGEST } from '../domain/digest.ts'
import { WARNING } from '../domain/messages.ts'
import { DIGEST_DUE } from '../domain/plan-evaluation.ts'
import { warningDigestLines } from './warnings.sql.ts'

export type DigestLine = Pick<Said, 'what'> & { episodeId: string }

/**
 * One at a time tells a person something about warnings, or reads what they were told, until its transaction ends. All of a transaction
 * are locked by one call, in one order.
 */
export async function lockReaders(
  tx: Transaction,
  readers: readonly { workspaceId: WorkspaceId; userId: UserId }[],
): Promise<void> {
  const keys = uniqueSorted(
    readers.map(({ workspaceId, userId }) => `warned ${workspaceId} ${userId}`),
    (key) => key,
  )
  await tx.execute(sql`
    select pg_advisory_xact_lock(hashtext(key)) from unnest(${textArray(keys)}) with ordinality as wanted(key, place)
    order by place`)
}

export interface ReaderDay {
  userId: UserId
  date: Temporal.PlainDate
  startsAt: Temporal.Instant
}

export interface ReadSoFar {
  /** Messages of all kinds beyond the check-in itself. */
  sent: number
  /** The number of the last digest of the day. 0: there is none. */
  today: number
  /** The date of a digest that is planned for later. */
  later: string | null
}

/** In one statement for all of them. */
export async function readSoFar(
  q: Queryable,
  workspaceId: WorkspaceId,
  days: readonly ReaderDay[],
): Promise<Map<UserId, ReadSoFar>> {
  const rows = await q.execute<{ user_id: UserId; sent: number; today: number; later: string | null }>(sql`
    select wanted.user_id, sent, coalesce(today, 0) as today, later::text
    from unnest(${textArray(days.map(({ userId }) => userId))},
      ${textArray(days.map(({ date }) => date.toString()))}::date[],
      ${textArray(days.map(({ startsAt }) => startsAt.toString()))}::timestamptz[]) as wanted(user_id, on_date, starts_at)
    cross join lateral (select count(*)::int as sent from messages m where m.workspace_id = ${workspaceId}
      and m.to_user_id = wanted.user_id and m.created_at >= starts_at and m.state <> 'dropped'
      and m.kind <> all(${textArray(CHECKIN_ITSELF)})) counted
    cross join lateral (select max(number) filter (where date = on_date) as today, min(date) filter (where date > on_date and number <> ${WAITING}) as later
      from warning_digest_lines l where l.workspace_id = ${workspaceId} and l.user_id = wanted.user_id and date >= on_date) digest`)
  return new Map(rows.map(({ user_id, ...found }) => [user_id, found]))
}

export async function insertDigestLines(
  tx: Transaction,
  digests: readonly (DigestRef & { lines: readonly DigestLine[] })[],
  addedAt: Temporal.Instant,
): Promise<void> {
  const rows = digests.flatMap(({ workspaceId, userId, date, number, lines }) =>
    lines.map((line) => ({
      ...{ workspaceId, userId, date: Temporal.PlainDate.from(date), number, ...line, addedAt },
    })),
  )
  if (rows.length === 0) return
  await tx.execute(sql`
    insert into ${warningDigestLines} (${columnsIn(warningDigestLines)})
    ${rowsFrom(warningDigestLines, asJson(warningDigestLines, rows))} on conflict do nothing`)
}

export async function linesOfDigest(
  q: Queryable,
  { workspaceId, userId, date, number }: DigestRef,
): Promise<DigestLine[]> {
  return q.execute<DigestLine & Record<string, unknown>>(sql`
    select episode_id as "episodeId", what from warning_digest_lines
    where workspace_id = ${workspaceId} and user_id = ${userId} and date = ${date}::date and number = ${number}
    order by episode_id`)
}

/** What waits for people, each on a date; taken once. */
export async function takeWaiting(
  tx: Transaction,
  workspaceId: WorkspaceId,
  readers: readonly Pick<ReaderDay, 'userId' | 'date'>[],
): Promise<(DigestLine & { userId: UserId })[]> {
  return tx.execute<DigestLine & { userId: UserId } & Record<string, unknown>>(sql`
    delete from warning_digest_lines line
    using unnest(${textArray(readers.map(({ userId }) => userId))},
      ${textArray(readers.map(({ date }) => date.toString()))}::date[]) as reader(user_id, date)
    where line.workspace_id = ${workspaceId} and line.user_id = reader.user_id and line.date = reader.date
      and line.number = ${WAITING}
    returning line.user_id as "userId", line.episode_id as "episodeId", line.what`)
}

/** The digests that have one of these warnings in them. */
export async function digestsWith(
  q: Queryable,
  episodes: readonly { workspaceId: WorkspaceId; episodeId: string }[],
): Promise<DigestRef[]> {
  const { workspaceId, episodeId } = warningDigestLines
  const pairs = episodes.map((one) => ({ workspaceId: one.workspaceId, id: one.episodeId }))
  const among = amongPairs({ workspaceId, id: episodeId, idType: 'uuid' }, pairs)
  return q.execute<DigestRef & Record<string, unknown>>(sql`
    select distinct workspace_id as "workspaceId", user_id as "userId", date::text, number
    from warning_digest_lines where ${among}`)
}

/**
 * Since when each of the warnings stands in a digest to the person, as Slack's `ts` has it; `ALWAYS`: they have it alone, which is posted
 * only while it is open, or its call to Slack is under way, so that they may have it. Null: what there is of it was not posted: it waits
 * for their hours or for the morning, or was dropped. Missing: nothing of it is kept.
 */
export async function toldSince(
  q: Queryable,
  { workspaceId, userId }: { workspaceId: WorkspaceId; userId: UserId },
  episodeIds: readonly string[],
): Promise<Map<string, string | null>> {
  const ids = uuidArray(episodeIds)
  const rows = await q.execute<{ episode_id: string; since: string | null }>(sql`
    select episode_id, min(since) as since from (
      select id as episode_id, case when ts is not null or sending_since is not null then ${ALWAYS} end as since from unnest(${ids}) id
      join messages on workspace_id = ${workspaceId} and message_key = concat_ws(':', ${WARNING}::text, id, ${userId}::text)
      union all
      select episode_id, ts from warning_digest_lines l
      left join messages m on m.workspace_id = l.workspace_id
        and m.message_key = concat_ws(':', ${WARNING_DIGEST}::text, l.user_id, l.date, l.number)
      where l.workspace_id = ${workspaceId} and l.user_id = ${userId} and what = 'new' and episode_id = any(${ids})
        and (m.message_key is not null or number = ${WAITING} or exists (select from due_items d
          where d.workspace_id = l.workspace_id and d.state = 'waiting' and d.kind = ${DIGEST_DUE}
            and split_part(due_key, ':', 2) = l.user_id and split_part(due_key, ':', 3) = l.date::text
            and split_part(due_key, ':', 4) = l.number::text))) told
    group by episode_id`)
  return new Map(rows.map(({ episode_id, since }) => [episode_id, since]))
}

/**
 * Of digests that are not kept any more: one that is edited lives on, so does one that is still to be sent to somebody on leave, and
 * what still waits is of a date to come.
 */
export const pruneDigestLines = (q: Queryable, before: Temporal.Instant, limit: number): Promise<number> =>
  pruneRows('warning_digest_lines', sql`added_at`, {
    only: sql`date < ${before.toString()}::timestamptz::date and not exists (select from messages m
      where m.workspace_id = warning_digest_lines.workspace_id
        and m.message_key = concat_ws(':', ${WARNING_DIGEST}::text, user_id, date, number))
      and (workspace_id, user_id, date, number) not in (select workspace_id, split_part(due_key, ':', 2),
        split_part(due_key, ':', 3)::date, split_part(due_key, ':', 4)::int
        from due_items where state = 'waiting' and kind = ${DIGEST_DUE})`,
  })(q, before, limit)
