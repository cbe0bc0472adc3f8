// Reads the ledger entries of one source key, and appends the entries that undo them.
import { sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import { textArray } from '../../core/db/pairs.ts'
import type { MetricKey, UserId, WorkspaceId } from '../../core/ids.ts'
import type { DayTotal, LedgerEntry } from '../domain/activity.ts'
import type { MetricKind } from '../domain/metrics.ts'
import type { MemberDay } from './activity.ts'

/** The ledger entries of one source key. */
export interface SourceEntries extends MemberDay {
  enteredBy: UserId
  entries: readonly { activityId: string; metricKey: MetricKey; kind: MetricKind; value: number }[]
}

/** Null: there are no entries with this source key. */
export async function entriesOfSource(
  q: Queryable,
  workspaceId: WorkspaceId,
  sourceKey: string,
): Promise<SourceEntries | null> {
  const rows = await q.execute<{
    team_id: string
    member_id: string
    date: string
    entered_by: string
    activity_id: string
    metric_key: string
    kind: MetricKind
    value: string
  }>(sql`
    select a.team_id, a.member_id, a.date, a.entered_by, a.activity_id, a.metric_key, m.kind, a.value
    from activity a
    join metrics m on m.workspace_id = a.workspace_id and m.team_id = a.team_id and m.metric_key = a.metric_key
    where a.workspace_id = ${workspaceId} and a.source_key = ${sourceKey}
    order by a.metric_key`)
  const first = rows[0]
  if (!first) return null
  return {
    workspaceId,
    teamId: first.team_id,
    memberId: first.member_id,
    date: Temporal.PlainDate.from(first.date),
    enteredBy: first.entered_by,
    entries: rows.map((row) => ({
      activityId: row.activity_id,
      metricKey: row.metric_key,
      kind: row.kind,
      value: Number(row.value),
    })),
  }
}

const undoKey = (sourceKey: string): string => `undo:${sourceKey}`

/** The ledger entries of a member's day for these metrics, the oldest first. */
export async function ledgerOfDay(
  tx: Transaction,
  day: MemberDay,
  metricKeys: readonly MetricKey[],
): Promise<LedgerEntry[]> {
  const rows = await tx.execute<{
    activity_id: string
    metric_key: string
    value: string
    source: string
    corrects: string | null
    late: boolean
    implausible: boolean
  }>(sql`
    select activity_id, metric_key, value, source, corrects, late, implausible from activity
    where workspace_id = ${day.workspaceId} and member_id = ${day.memberId}
      and date = ${day.date.toString()}::date and metric_key = any(${textArray(metricKeys)})
    order by entered_at`)
  return rows.map((row) => ({
    activityId: row.activity_id,
    metricKey: row.metric_key,
    value: Number(row.value),
    isUndo: row.source === 'undo',
    corrects: row.corrects,
    late: row.late,
    implausible: row.implausible,
  }))
}

export interface Reversal {
  metricKey: MetricKey
  corrects: string
  entry: number
  /** Null: no entry is left, so the total is deleted. */
  total: Omit<DayTotal, 'correctedUp'> | null
}

/** Appends the reversing entries and updates the totals, which the caller has locked. */
export async function appendReversals(
  tx: Transaction,
  day: MemberDay,
  reversals: readonly Reversal[],
  origin: { sourceKey: string; enteredBy: UserId; now: Temporal.Instant },
): Promise<void> {
  const given = reversals.map(({ metricKey, corrects, entry, total }) => ({
    k: metricKey,
    corrects,
    entry,
    total: total?.value ?? null,
    late: total?.late ?? false,
    i: total?.implausible ?? false,
  }))
  const isDay = sql`d.workspace_id = ${day.workspaceId} and d.team_id = ${day.teamId}
    and d.member_id = ${day.memberId} and d.date = ${day.date.toString()}::date and d.metric_key = k`
  await tx.execute(sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
        as g(k text, corrects uuid, entry bigint, total bigint, late boolean, i boolean)
    ), last as (
      select metric_key, max(entered_at) as entered_at from activity
      where workspace_id = ${day.workspaceId} and member_id = ${day.memberId}
        and date = ${day.date.toString()}::date and metric_key in (select k from given)
      group by metric_key
    ), entered as (
      insert into activity (workspace_id, activity_id, team_id, member_id, metric_key, date, value, source,
        source_key, corrects, reason, entered_at, entered_by)
      select ${day.workspaceId}::text, gen_random_uuid(), ${day.teamId}::uuid, ${day.memberId}::uuid, k,
        ${day.date.toString()}::date, entry, 'undo', ${undoKey(origin.sourceKey)}::text, corrects, 'undo',
        greatest(${origin.now.toString()}::timestamptz, entered_at + interval '1 microsecond'),
        ${origin.enteredBy}::text
      from given join last on metric_key = k
    ), kept as (
      update daily_totals d set value = total, late = g.late, implausible = i
      from given g where ${isDay} and total is not null
    )
    delete from daily_totals d using given g where ${isDay} and total is null`)
}
