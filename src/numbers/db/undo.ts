// Reads the ledger entries of one source key, in order to undo them.
import { sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { textArray, uuidArray } from '../../core/db/pairs.ts'
import type { MemberId, MetricKey, UserId, WorkspaceId } from '../../core/ids.ts'
import type { MetricKind } from '../domain/metrics.ts'
import type { MemberDay } from './activity.ts'

/** The ledger entries of one source key. */
export interface SourceEntries extends MemberDay {
  sourceId: string
  enteredBy: UserId
  entries: readonly { metricKey: MetricKey; kind: MetricKind; value: number }[]
}

/** Null: there are no entries of this source. */
export async function entriesOfSource(
  q: Queryable,
  workspaceId: WorkspaceId,
  sourceId: string,
): Promise<SourceEntries | null> {
  const rows = await q.execute<{
    team_id: string
    member_id: string
    date: string
    entered_by: string
    metric_key: string
    kind: MetricKind
    value: string
  }>(sql`
    select a.team_id, a.member_id, a.date, a.entered_by, m.metric_key, m.kind, n.value::text as value
    from activity a cross join jsonb_each(a.numbers) n
    join catalogue m on m.workspace_id = a.workspace_id and m.metric_key = n.key
    where a.workspace_id = ${workspaceId} and a.source_id = ${sourceId}::uuid
    order by m.metric_key`)
  const first = rows[0]
  if (!first) return null
  return {
    workspaceId,
    sourceId,
    teamId: first.team_id,
    memberId: first.member_id,
    date: Temporal.PlainDate.from(first.date),
    enteredBy: first.entered_by,
    entries: rows.map((row) => ({ metricKey: row.metric_key, kind: row.kind, value: Number(row.value) })),
  }
}

/** What a person logged last. */
export interface LastEntry {
  memberId: MemberId
  sourceId: string
  date: Temporal.PlainDate
  enteredAt: Temporal.Instant
  numbers: Readonly<Record<MetricKey, number>>
}

/** Of each member the last line or form for one of the dates that this person entered and that was not undone. */
export async function lastEntries(
  q: Queryable,
  { workspaceId, userId }: { workspaceId: WorkspaceId; userId: UserId },
  memberIds: readonly MemberId[],
  dates: readonly Temporal.PlainDate[],
): Promise<LastEntry[]> {
  const days = sql`${textArray(dates.map(String))}::date[]`
  const rows = await q.execute<{
    member_id: string
    source_id: string
    date: string
    entered_at: string
    numbers: Record<MetricKey, number>
  }>(sql`
    select distinct on (a.member_id) a.member_id, a.source_id, a.date::text,
      (extract(epoch from a.entered_at) * 1000)::bigint::text as entered_at, a.numbers
    from activity a
    where a.workspace_id = ${workspaceId} and a.member_id = any(${uuidArray(memberIds)}) and a.date = any(${days})
      and a.source in ('command', 'form') and a.entered_by = ${userId}
      and not exists (select from activity u where u.workspace_id = a.workspace_id and u.member_id = a.member_id
        and u.date = a.date and u.source = 'undo'
        and exists (select from jsonb_each_text(u.corrects) c where c.value = a.source_id::text))
    order by a.member_id, a.entered_at desc, a.part desc`)
  return rows.map(({ member_id: memberId, source_id: sourceId, date, entered_at, numbers }) => ({
    ...{ memberId, sourceId, numbers, date: Temporal.PlainDate.from(date) },
    enteredAt: Temporal.Instant.fromEpochMilliseconds(Number(entered_at)),
  }))
}
