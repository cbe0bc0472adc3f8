// Reads the daily totals of members and teams, for a day or a period. Does not read the ledger.
import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { textArray, uuidArray } from '../../core/db/pairs.ts'
import type { MemberId, MetricKey, TeamId, WorkspaceId } from '../../core/ids.ts'
import type { DayTotal, DayTotals } from '../domain/activity.ts'

type TotalRow = {
  member_id: string
  metric_key: string
  value: string
  late: boolean
  implausible: boolean
  corrected_up: boolean
}

/** A member's totals of one day by metric. Metrics without a report are missing; 0 is a report. */
export async function dayTotals(
  q: Queryable,
  workspaceId: WorkspaceId,
  memberId: MemberId,
  date: Temporal.PlainDate,
): Promise<DayTotals> {
  return (await dayTotalsOf(q, workspaceId, [memberId], date)).get(memberId) ?? {}
}

/** The totals of one day of many members. Members without a report are missing. */
export async function dayTotalsOf(
  q: Queryable,
  workspaceId: WorkspaceId,
  memberIds: readonly MemberId[],
  date: Temporal.PlainDate,
): Promise<Map<MemberId, DayTotals>> {
  if (memberIds.length === 0) return new Map()
  const rows = await q.execute<TotalRow>(sql`
    select member_id, metric_key, value, late, implausible, corrected_up from daily_totals
    where workspace_id = ${workspaceId} and member_id = any(${uuidArray(memberIds)})
      and date = ${date.toString()}::date`)
  return byMember(rows)
}

/** A member's sums of additive metrics and last values of levels, both ends included. A mark on any day marks the total. */
export async function periodTotals(
  q: Queryable,
  workspaceId: WorkspaceId,
  memberId: MemberId,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<DayTotals> {
  const rows = await q.execute<TotalRow>(sql`
    select d.member_id, d.metric_key, ${marks},
      case when m.kind = 'level' then (array_agg(d.value order by d.date desc))[1] else sum(d.value) end as value
    from daily_totals d
    join metrics m on m.workspace_id = d.workspace_id and m.team_id = d.team_id and m.metric_key = d.metric_key
    where d.workspace_id = ${workspaceId} and d.member_id = ${memberId}
      and d.date between ${from.toString()}::date and ${to.toString()}::date
    group by d.member_id, d.metric_key, m.kind`)
  return byMember(rows).get(memberId) ?? {}
}

/**
 * The period totals of all members of a team who reported, for the given metrics. For a ratio pass its numerator
 * and denominator. Reads one index range for each metric.
 */
export async function teamTotals(
  q: Queryable,
  workspaceId: WorkspaceId,
  teamId: TeamId,
  keys: { summed: readonly MetricKey[]; levels: readonly MetricKey[] },
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<Map<MemberId, DayTotals>> {
  const inRange = (metricKeys: readonly MetricKey[]): SQL => sql`
    d.workspace_id = ${workspaceId} and d.team_id = ${teamId} and d.metric_key = any(${textArray(metricKeys)})
    and d.date between ${from.toString()}::date and ${to.toString()}::date`
  const sums = await q.execute<TotalRow>(sql`
    select d.member_id, d.metric_key, sum(d.value) as value, ${marks}
    from daily_totals d where ${inRange(keys.summed)} group by d.member_id, d.metric_key`)
  if (keys.levels.length === 0) return byMember(sums)
  const levels = await q.execute<TotalRow>(sql`
    select d.member_id, d.metric_key, (array_agg(d.value order by d.date desc))[1] as value, ${marks}
    from daily_totals d where ${inRange(keys.levels)} group by d.member_id, d.metric_key`)
  return byMember([...sums, ...levels])
}

const marks = sql`bool_or(d.late) as late, bool_or(d.implausible) as implausible,
  bool_or(d.corrected_up) as corrected_up`

function byMember(rows: Iterable<TotalRow>): Map<MemberId, DayTotals> {
  const totals = new Map<MemberId, Record<MetricKey, DayTotal>>()
  for (const row of rows) {
    const total = {
      value: Number(row.value),
      late: row.late,
      implausible: row.implausible,
      correctedUp: row.corrected_up,
    }
    const own = totals.get(row.member_id)
    if (own) own[row.metric_key] = total
    else totals.set(row.member_id, { [row.metric_key]: total })
  }
  return totals
}
