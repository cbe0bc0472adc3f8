// Queries on the outbox: write what is to be said, claim it for sending, record what became of it.
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import { textArray } from '../../core/db/pairs.ts'
import { type Slots, statement } from '../../core/db/statement.ts'
import { columnsIn, typedRow } from '../../core/db/typed-rows.ts'
import type { WorkspaceId } from '../../core/ids.ts'
import type { NoticeDraft } from '../domain/message-facts.ts'
import { notices } from './messages.sql.ts'

export type Notice = typeof notices.$inferSelect
type Key = Pick<Notice, 'workspaceId' | 'noticeKey'>

const isNotice = ({ workspaceId, noticeKey }: Key) =>
  and(eq(notices.workspaceId, workspaceId), eq(notices.noticeKey, noticeKey))

/** New keys are inserted; of a key said before, the version grows. All wait for a job. Drafts must not repeat a key. */
export async function saveNotices(
  tx: Transaction,
  drafts: readonly NoticeDraft[],
  now: Temporal.Instant,
): Promise<void> {
  await upsertNotices(tx, sayingOf(drafts, now))
}

/** What `sayingSteps` has slots for. */
export type Saying = { drafts: string; saidAt: string }

export function sayingOf(drafts: readonly NoticeDraft[], now: Temporal.Instant): Saying {
  const rows = drafts.map(({ workspaceId, key, kind, teamId, audience, subject }) => ({
    ...{ workspace_id: workspaceId, notice_key: key, kind, team_id: teamId, subject },
    to_user_id: audience.to === 'person' ? audience.userId : null,
    to_channel_id: audience.to === 'channel' ? audience.channelId : null,
  }))
  return { drafts: JSON.stringify(rows), saidAt: now.toString() }
}

/** Steps of a statement: what `saveNotices` does, where `when` holds. */
export const sayingSteps = ({ drafts, saidAt }: Slots<Saying>, when: SQL): SQL => sql`said as (
      insert into notices
        (workspace_id, notice_key, kind, team_id, to_user_id, to_channel_id, subject, state, created_at)
      select workspace_id, notice_key, kind, team_id, to_user_id, to_channel_id, subject, 'waiting', ${saidAt}::timestamptz
      from jsonb_to_recordset(${drafts}::jsonb) as draft(workspace_id text, notice_key text, kind text, team_id uuid,
        to_user_id text, to_channel_id text, subject jsonb)
      where ${when}
      on conflict (workspace_id, notice_key) do update set
        version = notices.version + 1,
        subject = excluded.subject,
        state = case when notices.state = 'sending' then 'sending' else 'waiting' end,
        failure = null
      returning workspace_id, notice_key
    ), unqueued as (
      insert into unqueued_notices (workspace_id, notice_key) select workspace_id, notice_key from said
    )`

const upsertNotices = statement<Saying>((slots) => sql`with ${sayingSteps(slots, sql`true`)} select`)

export async function isAnyUnqueued(q: Queryable): Promise<boolean> {
  return (await readUnqueued(q, {})).length > 0
}

const readUnqueued = statement(() => sql`select from unqueued_notices limit 1`)

/**
 * Takes what has no job: of each workspace the first `each`, in all at most `most`. What was said twice comes twice. Passed over are
 * some workspaces, and what another replica is just taking.
 */
export async function takeUnqueued(
  tx: Transaction,
  limits: { each: number; most: number },
  passOver: readonly WorkspaceId[],
): Promise<Key[]> {
  const rows = await deleteUnqueued(tx, { ...limits, passOver: JSON.stringify(passOver) })
  return rows.map((row) => ({ workspaceId: row.workspace_id, noticeKey: row.notice_key }))
}

// From workspace to workspace by the key: what one of them has waiting is not read to get to the next.
const deleteUnqueued = statement<
  { each: number; most: number; passOver: string },
  { workspace_id: string; notice_key: string }
>(
  ({ each, most, passOver }) => sql`
    with recursive speaking as (
      (select workspace_id from unqueued_notices order by workspace_id limit 1)
      union all
      select (select workspace_id from unqueued_notices
        where workspace_id > speaking.workspace_id order by workspace_id limit 1)
      from speaking where workspace_id is not null
    ), taken as (
      select said.ctid from speaking, lateral (
        select ctid from unqueued_notices
        where workspace_id = speaking.workspace_id order by place limit ${each} for update skip locked) said
      where speaking.workspace_id not in (select jsonb_array_elements_text(${passOver}::jsonb))
      limit ${most}
    )
    delete from unqueued_notices where ctid = any(array(select ctid from taken))
    returning workspace_id, notice_key`,
)

export async function findNotice(db: Queryable, { workspaceId, noticeKey }: Key): Promise<Notice | null> {
  const [row] = await readNotice(db, { workspaceId, noticeKey })
  return row ? typedRow(notices, row) : null
}

const readNotice = statement<Key>(
  ({ workspaceId, noticeKey }) =>
    sql`select ${columnsIn(notices)} from notices where workspace_id = ${workspaceId} and notice_key = ${noticeKey}`,
)

/** Someone's turn to send a notice, for as long as nobody else has taken it from them. */
export interface Claim {
  /** As it was before; its version is the one to deliver. */
  notice: Notice
  /** On the database's clock; what the claim is known by. */
  claimedAt: Temporal.Instant
}

export type Claimed = { ok: true; claim: Claim } | { ok: false; reason: 'nothing-to-say' | 'in-other-hands' }

/** The clock of the database, not ours: it is one for all replicas, and nobody's lease ends early by a clock that is ahead. */
const DATABASE_NOW = sql`clock_timestamp()`

/**
 * Takes a notice for sending, in one statement. Waits for transactions that are just changing it, so that what they decided is
 * shown at once. A claim older than `leaseSeconds` is that of a process that died.
 */
export async function claimNotice(db: Queryable, key: Key, leaseSeconds: number): Promise<Claimed> {
  const { workspaceId, noticeKey } = key
  const [row] = await takeNotice(db, { workspaceId, noticeKey, leaseSeconds })
  if (!row || row.is_said) return { ok: false, reason: 'nothing-to-say' }
  if (row.claimed_at === null) return { ok: false, reason: 'in-other-hands' }
  return {
    ok: true,
    claim: { notice: typedRow(notices, row), claimedAt: Temporal.Instant.from(row.claimed_at) },
  }
}

// A claim from far in the future is from before the clock was set back: as good as old.
const takeNotice = statement<Key & { leaseSeconds: number }, { claimed_at: string | null; is_said: boolean }>(
  ({ workspaceId, noticeKey, leaseSeconds }) => sql`
    with known as (
      select ${columnsIn(notices)}, abs(extract(epoch from ${DATABASE_NOW} - sending_since)) as age_seconds from notices
      where workspace_id = ${workspaceId} and notice_key = ${noticeKey} for update
    ), taken as (
      update notices set state = 'sending', sending_since = ${DATABASE_NOW} from known
      where notices.workspace_id = known.workspace_id and notices.notice_key = known.notice_key
        and known.delivered_version < known.version
        and (known.state <> 'sending' or known.age_seconds is null or known.age_seconds >= ${leaseSeconds})
      returning notices.sending_since
    )
    select known.*, delivered_version >= version as is_said, taken.sending_since as claimed_at
    from known left join taken on true`,
)

const isHeld = ({ notice, claimedAt }: Claim) =>
  and(isNotice(notice), eq(notices.state, 'sending'), eq(notices.sendingSince, claimedAt))

/** The lease begins anew. Null: someone else has taken the notice over. */
export async function renewClaim(db: Queryable, claim: Claim): Promise<Claim | null> {
  const [row] = await db
    .update(notices)
    .set({ sendingSince: DATABASE_NOW })
    .where(isHeld(claim))
    .returning({ claimedAt: notices.sendingSince })
  return row?.claimedAt ? { ...claim, claimedAt: row.claimedAt } : null
}

/** The message stands in Slack and shows the claim's version. If the notice changed meanwhile it waits again. */
export async function recordDelivered(
  db: Queryable,
  claim: Claim,
  message: { channelId: string; ts: string },
  now: Temporal.Instant,
): Promise<void> {
  const { notice, claimedAt } = claim
  await db.execute(sql`
    update notices set channel_id = ${message.channelId}, ts = ${message.ts},
      delivered_version = ${notice.version}, delivered_at = ${now.toString()}, sending_since = null, failure = null,
      state = case when version > ${notice.version} then 'waiting' else 'delivered' end
    where workspace_id = ${notice.workspaceId} and notice_key = ${notice.noticeKey}
      and state = 'sending' and sending_since = ${claimedAt.toString()}`)
}

/** It exists in Slack, though this version is not shown yet; or it is gone from there. */
export async function recordFound(
  db: Queryable,
  claim: Claim,
  message: { channelId: string; ts: string } | { channelId: null; ts: null },
): Promise<void> {
  await db.update(notices).set(message).where(isHeld(claim))
}

/**
 * Gives a claim back. `unsure`: perhaps Slack has posted it all the same (no answer came), so that the next
 * attempt has to look for it first.
 */
export async function releaseNotice(db: Queryable, claim: Claim, unsure: boolean): Promise<void> {
  await db
    .update(notices)
    .set({ state: 'waiting', ...(unsure ? {} : { sendingSince: null }) })
    .where(isHeld(claim))
}

/**
 * Dropped: nothing to say any more. Failed: it could not be said, and why. A newer version waits again.
 * `unsure` as in `releaseNotice`: should it ever be said again, it is looked for first.
 */
export async function settleNotice(
  db: Queryable,
  claim: Claim,
  outcome: { state: 'dropped' | 'failed'; failure: string | null; unsure: boolean },
): Promise<void> {
  const { state, failure, unsure } = outcome
  await db
    .update(notices)
    .set({
      state: sql`case when ${notices.version} > ${claim.notice.version} then 'waiting' else ${state} end`,
      ...(unsure ? {} : { sendingSince: null }),
      failure,
    })
    .where(isHeld(claim))
}

/** After the last attempt. What was delivered or dropped meanwhile stays so; another job may still get it through. */
export async function giveUpNotices(db: Queryable, keys: readonly Key[], failure: string): Promise<void> {
  await db
    .update(notices)
    .set({ state: 'failed', failure })
    .where(
      and(
        sql`(${notices.workspaceId}, ${notices.noticeKey}) in (select * from unnest(
          ${textArray(keys.map((key) => key.workspaceId))}, ${textArray(keys.map((key) => key.noticeKey))}))`,
        sql`${notices.state} in ('waiting', 'sending') and ${notices.deliveredVersion} < ${notices.version}`,
      ),
    )
}
