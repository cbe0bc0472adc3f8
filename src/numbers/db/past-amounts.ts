// Reads what a member, or the colleagues of the same role, reported on days with something of a metric.
import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { textArray } from '../../core/db/pairs.ts'
import type { MetricKey } from '../../core/ids.ts'
import type { Member } from '../../org/domain/team.ts'
import type { PastAmounts } from '../domain/usual-amounts.ts'

interface Range {
  metricKeys: readonly MetricKey[]
  from: Temporal.PlainDate
  /** Not included. */
  to: Temporal.PlainDate
}

export const ownAmounts = (
  q: Queryable,
  { workspaceId, memberId }: Member,
  range: Range,
): Promise<Map<MetricKey, PastAmounts>> =>
  amounts(q, range, sql`d.workspace_id = ${workspaceId} and d.member_id = ${memberId}`)

export const amountsOfColleagues = (
  q: Queryable,
  { workspaceId, teamId, memberId, role }: Member,
  range: Range,
): Promise<Map<MetricKey, PastAmounts>> =>
  amounts(
    q,
    range,
    sql`d.workspace_id = ${workspaceId} and d.team_id = ${teamId} and d.member_id in (
      select member_id from members
      where workspace_id = ${workspaceId} and team_id = ${teamId} and role = ${role} and member_id <> ${memberId})`,
  )

async function amounts(
  q: Queryable,
  { metricKeys, from, to }: Range,
  whose: SQL,
): Promise<Map<MetricKey, PastAmounts>> {
  const rows = await q.execute<{
    metric_key: MetricKey
    days: number
    least: string
    most: string
    median: string
    low: string
    high: string
  }>(sql`
    select k.metric_key, count(*)::int as days, min(n.value) as least, max(n.value) as most,
      percentile_disc(0.5) within group (order by n.value) as median,
      percentile_disc(0.1) within group (order by n.value) as low,
      percentile_disc(0.9) within group (order by n.value) as high
    from daily_totals d cross join unnest(${textArray(metricKeys)}) k (metric_key)
    cross join lateral (select (d.totals -> k.metric_key)::bigint as value) n
    where ${whose} and n.value > 0
      and d.date >= ${from.toString()}::date and d.date < ${to.toString()}::date
    group by k.metric_key`)
  return new Map(
    rows.map(({ metric_key, days, least, most, median, low, high }) => [
      metric_key,
      {
        ...{ days, least: Number(least), most: Number(most), median: Number(median) },
        ...{ low: Number(low), high: Number(high) },
      },
    ]),
  )
}
