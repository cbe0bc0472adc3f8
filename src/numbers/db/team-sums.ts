// Adds up one number of each of many teams over days of their own, in one statement.
import { sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { amongPairs, textArray, uuidArray } from '../../core/db/pairs.ts'
import type { MemberId, MetricKey, TeamId, WorkspaceId } from '../../core/ids.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import type { Metric } from '../domain/metrics.ts'
import { metricOf, sameDefinition } from './catalogue.ts'
import { catalogue, metrics } from './metrics.sql.ts'

export interface WantedSum {
  teamId: TeamId
  metricKey: MetricKey
  from: Temporal.PlainDate
  /** Inclusive. */
  to: Temporal.PlainDate
  /** Up to which day, inclusive, a sum of its own is wanted as well. */
  partTo?: Temporal.PlainDate | null
}

export interface TeamSum {
  /** Null: nobody reported it. */
  sum: number | null
  part: number | null
  /** The only one who reported it: then the sum is their number. */
  only: MemberId | null
}

/** Of additive metrics, in the order of the wishes. `asOf`: as they were at the instant. */
export async function sumsOfTeams(
  q: Queryable,
  workspaceId: WorkspaceId,
  wanted: readonly WantedSum[],
  asOf: Temporal.Instant | null = null,
): Promise<TeamSum[]> {
  if (wanted.length === 0) return []
  const found = asOf ? sumThen(workspaceId, asOf) : sumNow(workspaceId)
  const rows = await q.execute<Record<'sum' | 'part' | 'first' | 'last', string | null>>(sql`
    select found.* from ${wishes(wanted)} cross join lateral (${found}) found order by wish.place`)
  return rows.map(({ sum, part, first, last }) => ({
    sum: sum === null ? null : Number(sum),
    part: part === null ? null : Number(part),
    only: first === last ? first : null,
  }))
}

const wishes = (wanted: readonly WantedSum[]) => sql`unnest(${uuidArray(wanted.map(({ teamId }) => teamId))},
  ${textArray(wanted.map(({ metricKey }) => metricKey))}, ${textArray(wanted.map(({ from }) => from.toString()))},
  ${textArray(wanted.map(({ to }) => to.toString()))}, ${textArray(wanted.map(({ partTo }) => partTo?.toString() ?? null))})
  with ordinality as wish (team_id, metric_key, from_date, to_date, part_to, place)`

const sumNow = (workspaceId: WorkspaceId) => sql`
  select sum((d.totals ->> wish.metric_key)::bigint) as sum,
    sum((d.totals ->> wish.metric_key)::bigint) filter (where d.date <= wish.part_to::date) as part,
    min(d.member_id::text) as first, max(d.member_id::text) as last
  from daily_totals d
  where d.workspace_id = ${workspaceId} and d.team_id = wish.team_id
    and d.date between wish.from_date::date and wish.to_date::date and d.totals ? wish.metric_key`

/** What each member reported of a number, day by day, the oldest first, as text: `[date, value]`. Who reported nothing is missing. */
export async function entryTextsOf(
  q: Queryable,
  workspaceId: WorkspaceId,
  wanted: readonly WantedSum[],
  asOf: Temporal.Instant | null = null,
): Promise<Map<MemberId, string>[]> {
  if (wanted.length === 0) return []
  const found = asOf ? daysThen(workspaceId, asOf) : daysNow(workspaceId)
  const rows = await q.execute<{ place: string; member_id: MemberId; entries: string }>(sql`
    select wish.place, found.member_id, json_agg(json_build_array(found.date, found.value) order by found.date)::text as entries
    from ${wishes(wanted)} cross join lateral (${found}) found group by wish.place, found.member_id`)
  const byPlace = Map.groupBy(rows, ({ place }) => Number(place) - 1)
  return wanted.map(
    (_, place) => new Map((byPlace.get(place) ?? []).map((row) => [row.member_id, row.entries])),
  )
}

const daysNow = (workspaceId: WorkspaceId) => sql`
  select d.member_id, d.date, (d.totals ->> wish.metric_key)::bigint as value from daily_totals d
  where d.workspace_id = ${workspaceId} and d.team_id = wish.team_id
    and d.date between wish.from_date::date and wish.to_date::date and d.totals ? wish.metric_key`

const daysThen = (workspaceId: WorkspaceId, asOf: Temporal.Instant) => sql`
  select a.member_id, a.date, sum((a.numbers ->> wish.metric_key)::bigint) as value
  from members m join activity a on a.workspace_id = m.workspace_id and a.member_id = m.member_id
  where m.workspace_id = ${workspaceId} and m.team_id = wish.team_id and a.team_id = wish.team_id
    and a.date between wish.from_date::date and wish.to_date::date and a.numbers ? wish.metric_key
    and a.entered_at <= ${asOf.toString()}::timestamptz
  group by a.member_id, a.date`

/** A correction's entry is the difference, and that of what is taken back is its opposite: entries add up to what held. */
const sumThen = (workspaceId: WorkspaceId, asOf: Temporal.Instant) => sql`
  select sum((a.numbers ->> wish.metric_key)::bigint) as sum,
    sum((a.numbers ->> wish.metric_key)::bigint) filter (where a.date <= wish.part_to::date) as part,
    min(a.member_id::text) as first, max(a.member_id::text) as last
  from members m join activity a on a.workspace_id = m.workspace_id and a.member_id = m.member_id
  where m.workspace_id = ${workspaceId} and m.team_id = wish.team_id and a.team_id = wish.team_id
    and a.date between wish.from_date::date and wish.to_date::date and a.numbers ? wish.metric_key
    and a.entered_at <= ${asOf.toString()}::timestamptz`

/** Of each team those of these metrics that it has, in the order of the keys. */
export async function metricsAmong(
  q: Queryable,
  wanted: readonly TeamRef[],
  keys: readonly MetricKey[],
): Promise<Map<TeamId, Metric[]>> {
  if (wanted.length === 0 || keys.length === 0) return new Map()
  const pairs = wanted.map(({ workspaceId, teamId }) => ({ workspaceId, id: teamId }))
  const rows = await q
    .select({ teamId: metrics.teamId, adopted: metrics, defined: catalogue })
    .from(metrics)
    .innerJoin(catalogue, sameDefinition())
    .where(
      sql`${amongPairs({ workspaceId: metrics.workspaceId, id: metrics.teamId, idType: 'uuid' }, pairs)}
        and ${metrics.metricKey} = any(${textArray(keys)})`,
    )
    .orderBy(metrics.metricKey)
  const byTeam = Map.groupBy(rows, ({ teamId }) => teamId)
  return new Map(
    [...byTeam].map(([teamId, own]) => [
      teamId,
      own.map(({ adopted, defined }) => metricOf(adopted, defined)),
    ]),
  )
}

/** Of each of the teams what each member reported of an additive metric; who reported nothing is missing, and so is a team. */
export async function memberSumsOfTeams(
  q: Queryable,
  workspaceId: WorkspaceId,
  { teamIds, metricKey }: { teamIds: readonly TeamId[]; metricKey: MetricKey },
  { from, to }: Pick<WantedSum, 'from' | 'to'>,
): Promise<Map<TeamId, Map<MemberId, number>>> {
  const rows = await q.execute<{ team_id: TeamId; member_id: MemberId; sum: string }>(sql`
    select d.team_id, d.member_id, sum((d.totals ->> ${metricKey}::text)::bigint) as sum from daily_totals d
    where d.workspace_id = ${workspaceId} and d.team_id = any(${uuidArray(teamIds)})
      and d.date between ${from.toString()}::date and ${to.toString()}::date and d.totals ? ${metricKey}::text
    group by d.team_id, d.member_id`)
  const byTeam = Map.groupBy(rows, (row) => row.team_id)
  return new Map(
    [...byTeam].map(([teamId, own]) => [teamId, new Map(own.map((row) => [row.member_id, Number(row.sum)]))]),
  )
}
