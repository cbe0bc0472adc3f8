// Writes numbers to the ledger and to the daily totals, always both in one statement.
import { type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '../../core/db/client.ts'
import type { MemberId, MetricKey, TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { ActivitySource, DayTotal, Step } from '../domain/activity.ts'

export interface MemberDay {
  workspaceId: WorkspaceId
  teamId: TeamId
  memberId: MemberId
  date: Temporal.PlainDate
}

/** Where an entry comes from. A metric has at most one entry for each `sourceKey`. */
export interface Origin {
  source: ActivitySource
  sourceKey: string
  enteredBy: UserId
  now: Temporal.Instant
  late: boolean
  /** Stored with entries that change an earlier one, and with every correction. */
  reason: string
}

export interface NewNumber {
  metricKey: MetricKey
  value: number
  implausible: boolean
}

const dayColumns = (day: MemberDay): SQL =>
  sql`${day.workspaceId}::text, ${day.teamId}::uuid, ${day.memberId}::uuid, ${day.date.toString()}::date`

const originColumns = (origin: Origin): SQL =>
  sql`${origin.source}::text, ${origin.sourceKey}::text, ${origin.late}::boolean, ${origin.enteredBy}::text`

/**
 * Inserts the total and the ledger entry of each metric that has no total on the day yet. Returns the keys that
 * were written; the others have a total, or the source key was used before.
 */
export async function openTotals(
  tx: Transaction,
  day: MemberDay,
  numbers: readonly NewNumber[],
  origin: Origin,
): Promise<ReadonlySet<MetricKey>> {
  const given = numbers.map(({ metricKey, value, implausible }) => ({
    k: metricKey,
    v: value,
    i: implausible,
  }))
  const reason = origin.source === 'correction' ? origin.reason : null
  const rows = await tx.execute<{ metric_key: string }>(sql`
    with given as (
      select k, v, i from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as g(k text, v bigint, i boolean)
      where not exists (select from activity
        where workspace_id = ${day.workspaceId} and source_key = ${origin.sourceKey} and metric_key = k)
    ), opened as (
      insert into daily_totals (workspace_id, team_id, member_id, date, metric_key, value, late, implausible)
      select ${dayColumns(day)}, k, v, ${origin.late}::boolean, i
      from given order by k
      on conflict do nothing
      returning *
    )
    insert into activity (workspace_id, team_id, member_id, date, metric_key, value, implausible,
      source, source_key, late, entered_by, activity_id, reason, entered_at)
    select workspace_id, team_id, member_id, date, metric_key, value, implausible, ${originColumns(origin)},
      gen_random_uuid(), ${reason}::text, ${origin.now.toString()}::timestamptz
    from opened
    returning metric_key`)
  return new Set(rows.map((row) => row.metric_key))
}

/** Locks the day's existing totals until the transaction ends, in the order of their keys. */
export async function lockTotals(
  tx: Transaction,
  day: MemberDay,
  metricKeys: readonly MetricKey[],
): Promise<ReadonlyMap<MetricKey, DayTotal>> {
  const rows = await tx.execute<{
    metric_key: string
    value: string
    late: boolean
    implausible: boolean
    corrected_up: boolean
  }>(sql`
    select metric_key, value, late, implausible, corrected_up from daily_totals
    where workspace_id = ${day.workspaceId} and team_id = ${day.teamId} and member_id = ${day.memberId}
      and date = ${day.date.toString()}::date and metric_key in ${[...metricKeys]}
    order by metric_key for update`)
  return new Map(
    rows.map((row) => [
      row.metric_key,
      {
        value: Number(row.value),
        late: row.late,
        implausible: row.implausible,
        correctedUp: row.corrected_up,
      },
    ]),
  )
}

/**
 * Appends entries and updates totals that `lockTotals` has locked. An entry's `entered_at` is later than that of the
 * entry before it, so that the ledger keeps its order even when the clocks of two replicas differ.
 */
export async function appendSteps(
  tx: Transaction,
  day: MemberDay,
  steps: readonly (Step & { metricKey: MetricKey; implausible: boolean })[],
  origin: Origin,
): Promise<void> {
  const given = steps.map((step) => ({
    k: step.metricKey,
    entry: step.entry,
    total: step.total,
    corrects: step.corrects,
    up: step.correctedUp,
    i: step.implausible,
  }))
  await tx.execute(sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
        as g(k text, entry bigint, total bigint, corrects boolean, up boolean, i boolean)
    ), last as (
      select distinct on (metric_key) metric_key, activity_id, entered_at from activity
      where workspace_id = ${day.workspaceId} and member_id = ${day.memberId}
        and date = ${day.date.toString()}::date and metric_key in (select k from given)
      order by metric_key, entered_at desc
    ), entered as (
      insert into activity (workspace_id, team_id, member_id, date, source, source_key, late, entered_by,
        activity_id, metric_key, value, implausible, corrects, reason, entered_at)
      select ${dayColumns(day)}, ${originColumns(origin)},
        gen_random_uuid(), k, entry, i, case when corrects then activity_id end,
        case when corrects then ${origin.reason}::text end,
        greatest(${origin.now.toString()}::timestamptz, entered_at + interval '1 microsecond')
      from given left join last on metric_key = k
      on conflict (workspace_id, source_key, metric_key) do nothing
      returning metric_key
    )
    update daily_totals d
    set value = total, late = d.late or ${origin.late}::boolean, implausible = i,
      corrected_up = d.corrected_up or up
    from given join entered on metric_key = k
    where d.workspace_id = ${day.workspaceId} and d.team_id = ${day.teamId} and d.member_id = ${day.memberId}
      and d.date = ${day.date.toString()}::date and d.metric_key = k`)
}
