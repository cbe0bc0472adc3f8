// Sums up the daily totals of a team's members: what rates are learnt from.
import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { uuidArray } from '../../core/db/pairs.ts'
import type { MemberId, MetricKey, TeamId, WorkspaceId } from '../../core/ids.ts'
import type { LearntSums } from '../domain/day-sums.ts'

interface LearntSpan {
  from: Temporal.PlainDate
  recentFrom: Temporal.PlainDate
  to: Temporal.PlainDate
}

/** Of members who reported, by metric. */
export type LearntOf = ReadonlyMap<MemberId, Readonly<Record<MetricKey, LearntSums>>>

/** Of all members of a team who reported, by metric. Reads one index range. */
export const learntSums = async (
  q: Queryable,
  workspaceId: WorkspaceId,
  teamId: TeamId,
  keys: readonly MetricKey[],
  span: LearntSpan,
): Promise<LearntOf> =>
  (await learntSumsOfTeams(q, workspaceId, [teamId], keys, span)).get(teamId) ?? new Map()

/** The same of several teams. Teams in which nobody reported are missing. */
export async function learntSumsOfTeams(
  q: Queryable,
  workspaceId: WorkspaceId,
  teamIds: readonly TeamId[],
  keys: readonly MetricKey[],
  span: LearntSpan,
): Promise<Map<TeamId, LearntOf>> {
  const recently = sql`date >= ${span.recentFrom.toString()}::date`
  const rows = await q.execute<Record<string, unknown> & { team_id: TeamId; member_id: MemberId }>(sql`
    select team_id, member_id, ${listed(keys, (_, place) => sumsOf(sql.identifier(`v${place}`), recently, place))}
    from (
      select team_id, member_id, date,
        ${listed(keys, (key, place) => sql`(totals ->> ${key}::text)::bigint as ${sql.identifier(`v${place}`)}`)}
      from daily_totals
      where workspace_id = ${workspaceId} and team_id = any(${uuidArray(teamIds)})
        and date between ${span.from.toString()}::date and ${span.to.toString()}::date
    ) d
    group by team_id, member_id`)
  const learnt = (own: readonly (typeof rows)[number][]): LearntOf =>
    new Map(
      own.map((row) => [
        row.member_id,
        Object.fromEntries(keys.map((key, place) => [key, learntIn(row, place)])),
      ]),
    )
  const byTeam = Map.groupBy(rows, ({ team_id }) => team_id)
  return new Map([...byTeam].map(([teamId, own]) => [teamId, learnt(own)]))
}

const listed = (keys: readonly MetricKey[], column: (key: MetricKey, place: number) => SQL): SQL =>
  sql.join(keys.map(column), sql`, `)

function sumsOf(value: SQL | ReturnType<typeof sql.identifier>, recently: SQL, place: number): SQL {
  const named = (name: string) => sql.identifier(`${name}${place}`)
  return sql`sum(${value}) as ${named('sum')},
    count(${value}) filter (where ${recently}) as ${named('days')},
    count(*) filter (where ${recently} and ${value} > 0) as ${named('active')},
    sum(${value}) filter (where ${recently}) as ${named('recent')},
    sum(${value}::float8 ^ 2) filter (where ${recently}) as ${named('squares')}`
}

function learntIn(row: Record<string, unknown>, place: number): LearntSums {
  const of = (name: string) => Number(row[`${name}${place}`] ?? 0)
  return {
    sum: of('sum'),
    recent: { days: of('days'), active: of('active'), sum: of('recent'), squares: of('squares') },
  }
}
