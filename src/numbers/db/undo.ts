// Reads the ledger entries of one source key, in order to undo them.
import { sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import type { MetricKey, UserId, WorkspaceId } from '../../core/ids.ts'
import type { MetricKind } from '../domain/metrics.ts'
import { type MemberDay, sourceIdOf } from './activity.ts'

/** The ledger entries of one source key. */
export interface SourceEntries extends MemberDay {
  sourceId: string
  enteredBy: UserId
  entries: readonly { metricKey: MetricKey; kind: MetricKind; value: number }[]
}

/** Null: there are no entries with this source key. */
export async function entriesOfSource(
  q: Queryable,
  workspaceId: WorkspaceId,
  sourceKey: string,
): Promise<SourceEntries | null> {
  const sourceId = sourceIdOf(sourceKey)
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
