// Reads the daily totals of members and teams, for a day or a period. Does not read the ledger.
import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { textArray, uuidArray } from '../../core/db/pairs.ts'
import type { MemberId, MetricKey, TeamId, WorkspaceId } from '../../core/ids.ts'
import type { DayTotal, DayTotals } from '../domain/activity.ts'
import type { DatedTotals } from '../domain/day-values.ts'

/** The totals of a member's day, as they are stored. */
export type TotalsRow = {
  totals: Record<MetricKey, number>
  late: MetricKey[] | null
  implausible: MetricKey[] | null
  corrected_up: MetricKey[] | null
}

type Marked = TotalsRow['late']
type DayColumns = [
  date: string,
  totals: TotalsRow['totals'],
  late: Marked,
  implausible: Marked,
  correctedUp: Marked,
]

export function totalsIn(row: TotalsRow): DayTotals {
  const { totals: values, late, implausible, corrected_up: correctedUp } = row
  const totals: Record<MetricKey, DayTotal> = {}
  for (const key of Object.keys(values))
    totals[key] = {
      value: values[key]!,
      late: late?.includes(key) ?? false,
      implausible: implausible?.includes(key) ?? false,
      correctedUp: correctedUp?.includes(key) ?? false,
    }
  return totals
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

/** A member's totals of each day with a report, both ends included, the oldest first. */
export async function totalsByDay(
  q: Queryable,
  workspaceId: WorkspaceId,
  memberId: MemberId,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<DatedTotals[]> {
  const rows = await q.execute<TotalsRow & { date: string }>(sql`
    select date::text, totals, late, implausible, corrected_up from daily_totals
    where workspace_id = ${workspaceId} and member_id = ${memberId}
      and date between ${from.toString()}::date and ${to.toString()}::date and totals <> '{}'
    order by date`)
  return rows.map((row) => ({ date: Temporal.PlainDate.from(row.date), totals: totalsIn(row) }))
}

/** Of each member the totals of the days with a report after a date of their own and until one for all, the oldest first. */
export async function totalsAfter(
  q: Queryable,
  workspaceId: WorkspaceId,
  wanted: readonly { memberId: MemberId; after: Temporal.PlainDate }[],
  until: Temporal.PlainDate,
): Promise<Map<MemberId, DatedTotals[]>> {
  if (wanted.length === 0) return new Map()
  // One row for each member: a row for each day takes three times as long to read.
  const rows = await q.execute<{ member_id: MemberId; days: DayColumns[] }>(sql`
    select d.member_id, json_agg(json_build_array(d.date, d.totals, d.late, d.implausible, d.corrected_up) order by d.date) as days
    from unnest(${uuidArray(wanted.map(({ memberId }) => memberId))},
      ${textArray(wanted.map(({ after }) => after.toString()))}) as wanted (member_id, after)
    join daily_totals d on d.workspace_id = ${workspaceId} and d.member_id = wanted.member_id
      and d.date > wanted.after::date and d.date <= ${until.toString()}::date
    where d.totals <> '{}' group by d.member_id`)
  const dates = new Map<string, Temporal.PlainDate>()
  const dateOf = (text: string) => {
    const date = dates.get(text) ?? Temporal.PlainDate.from(text)
    dates.set(text, date)
    return date
  }
  return new Map(
    rows.map((row) => [
      row.member_id,
      row.days.map(([date, totals, late, implausible, corrected_up]) => ({
        date: dateOf(date),
        totals: totalsIn({ totals, late, implausible, corrected_up }),
      })),
    ]),
  )
}

/** The totals of one day of many members. Members without a report are missing. */
export async function dayTotalsOf(
  q: Queryable,
  workspaceId: WorkspaceId,
  memberIds: readonly MemberId[],
  date: Temporal.PlainDate,
): Promise<Map<MemberId, DayTotals>> {
  if (memberIds.length === 0) return new Map()
  const rows = await q.execute<TotalsRow & { member_id: MemberId }>(sql`
    select member_id, totals, late, implausible, corrected_up from daily_totals
    where workspace_id = ${workspaceId} and member_id = any(${uuidArray(memberIds)})
      and date = ${date.toString()}::date and totals <> '{}'`)
  return new Map([...rows].map((row) => [row.member_id, totalsIn(row)]))
}

/** A member's sums of additive metrics and last values of levels, both ends included. A mark on any day marks the total. */
export async function periodTotals(
  q: Queryable,
  workspaceId: WorkspaceId,
  memberId: MemberId,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<DayTotals> {
  const rows = await q.execute<Record<string, unknown> & { metric_key: MetricKey }>(sql`
    select m.metric_key, ${marksOf(sql`m.metric_key`)},
      case when m.kind = 'level' then ${lastOf(sql`n.value`)} else sum(n.value::bigint) end as value
    from daily_totals d cross join jsonb_each(d.totals) n
    join catalogue m on m.workspace_id = d.workspace_id and m.metric_key = n.key
    where d.workspace_id = ${workspaceId} and d.member_id = ${memberId}
      and d.date between ${from.toString()}::date and ${to.toString()}::date
    group by m.metric_key, m.kind`)
  return Object.fromEntries([...rows].map((row) => [row.metric_key, totalAt(row)]))
}

/**
 * The period totals of all members of a team who reported, for the given metrics. For a ratio pass its numerator
 * and denominator. Reads one index range.
 */
export const teamTotals = (
  q: Queryable,
  workspaceId: WorkspaceId,
  teamId: TeamId,
  keys: { summed: readonly MetricKey[]; levels: readonly MetricKey[] },
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<Map<MemberId, DayTotals>> => totalsOfTeams(q, workspaceId, [teamId], keys, from, to)

/** The same of several teams. */
export async function totalsOfTeams(
  q: Queryable,
  workspaceId: WorkspaceId,
  teamIds: readonly TeamId[],
  keys: { summed: readonly MetricKey[]; levels: readonly MetricKey[] },
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<Map<MemberId, DayTotals>> {
  const all = [...keys.summed, ...keys.levels]
  if (all.length === 0) return new Map()
  // A column for each metric: expanding each row into several takes twice as long.
  const columns = all.map((key, place) => {
    const value = sql`d.totals ->> ${key}::text`
    const total = place < keys.summed.length ? sql`sum((${value})::bigint)` : lastOf(value)
    return sql`${total} as ${sql.identifier(`value${place}`)}, ${marksOf(sql`${key}::text`, place)}`
  })
  const rows = await q.execute<Record<string, unknown> & { member_id: MemberId }>(sql`
    select d.member_id, ${sql.join(columns, sql`, `)} from daily_totals d
    where d.workspace_id = ${workspaceId} and d.team_id = any(${uuidArray(teamIds)})
      and d.date between ${from.toString()}::date and ${to.toString()}::date
    group by d.member_id`)
  const totals = new Map<MemberId, DayTotals>()
  for (const row of rows) {
    const own = all.flatMap((key, place) =>
      row[`value${place}`] === null ? [] : [[key, totalAt(row, place)]],
    )
    if (own.length > 0) totals.set(row.member_id, Object.fromEntries(own))
  }
  return totals
}

const lastOf = (value: SQL): SQL =>
  sql`(array_agg((${value})::bigint order by d.date desc) filter (where ${value} is not null))[1]`

/** `place` tells the columns of several metrics apart. */
function marksOf(metricKey: SQL, place?: number): SQL {
  const mark = (column: string) => {
    const name = sql.identifier(`${column}${place ?? ''}`)
    return sql`bool_or(${metricKey} = any(d.${sql.identifier(column)})) as ${name}`
  }
  return sql`${mark('late')}, ${mark('implausible')}, ${mark('corrected_up')}`
}

const totalAt = (row: Record<string, unknown>, place?: number): DayTotal => ({
  value: Number(row[`value${place ?? ''}`]),
  late: row[`late${place ?? ''}`] === true,
  implausible: row[`implausible${place ?? ''}`] === true,
  correctedUp: row[`corrected_up${place ?? ''}`] === true,
})
