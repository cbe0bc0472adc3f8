// Reads the best week of each member of a team so far, for personal records.
import { sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import type { MemberId, MetricKey, TeamId, WorkspaceId } from '../../core/ids.ts'

export interface BestWeek {
  memberId: MemberId
  metric: MetricKey
  /** With numbers. */
  weeks: number
  best: number
}

/** Of the weeks of seven days that end before `from`, of a year. `keys`: of sums. */
export async function bestWeeks(
  q: Queryable,
  { workspaceId, teamId }: { workspaceId: WorkspaceId; teamId: TeamId },
  keys: readonly MetricKey[],
  from: Temporal.PlainDate,
): Promise<BestWeek[]> {
  if (keys.length === 0) return []
  const [first, day] = [from.subtract({ weeks: 52 }).toString(), from.toString()]
  const sums = keys.map(
    (key, place) => sql`sum((d.totals ->> ${key}::text)::bigint) as ${sql.identifier(`sum${place}`)}`,
  )
  const columns = keys.map((_, place) => {
    const one = sql.identifier(`sum${place}`)
    return sql`count(${one}) as ${sql.identifier(`weeks${place}`)}, max(${one}) as ${sql.identifier(`best${place}`)}`
  })
  const rows = await q.execute<Record<string, unknown> & { member_id: MemberId }>(sql`
    select member_id, ${sql.join(columns, sql`, `)} from (
      select d.member_id, (${day}::date - 1 - d.date) / 7 as week, ${sql.join(sums, sql`, `)} from daily_totals d
      where d.workspace_id = ${workspaceId} and d.team_id = ${teamId}
        and d.date >= ${first}::date and d.date < ${day}::date
      group by d.member_id, week
    ) weekly group by member_id`)
  return [...rows].flatMap((row) =>
    keys.flatMap((metric, place) => {
      const weeks = Number(row[`weeks${place}`])
      return weeks === 0
        ? []
        : [{ memberId: row.member_id, metric, weeks, best: Number(row[`best${place}`]) }]
    }),
  )
}
