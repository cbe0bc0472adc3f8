// Loads the days of a team's members that forecasts and trends are told from, in two statements for any number of members.
import type { Queryable } from '../../core/db/client.ts'
import type { MetricKey } from '../../core/ids.ts'
import { learntSums } from '../../numbers/db/learnt-sums.ts'
import { totalsAfter } from '../../numbers/db/totals.ts'
import type { TeamDay } from '../../org/domain/team-day.ts'
import { RECENT_DAYS } from '../domain/own-target.ts'
import { latestWorkDays } from '../domain/recent-days.ts'
import type { TeamPast } from '../domain/team-past.ts'

/** `metrics`: whose rate is learnt from the team. `from`: at the latest, the days are needed from then on. */
export async function teamPast(
  q: Queryable,
  { team, calendar, members, date }: TeamDay,
  { metrics, from }: { metrics: readonly MetricKey[]; from: Temporal.PlainDate },
): Promise<TeamPast> {
  const { workspaceId, teamId } = team
  const all = { ...calendar, joinedOn: date.subtract({ years: 1 }), leftOn: null, leave: [], ownHolidays: [] }
  const dates = latestWorkDays(all, date, 2 * RECENT_DAYS).map((day) => day.date)
  const [first] = [...dates, from].toSorted(Temporal.PlainDate.compare)
  const recentFrom = dates.at(-RECENT_DAYS - 1) ?? first!
  const span = { from: recentFrom, recentFrom, to: date.subtract({ days: 1 }) }
  const after = first!.subtract({ days: 1 })
  const wanted = members.map(({ member: { memberId } }) => ({ memberId, after }))
  return {
    // For some it is tomorrow already.
    days: await totalsAfter(q, workspaceId, wanted, date.add({ days: 1 })),
    team: metrics.length > 0 ? await learntSums(q, workspaceId, teamId, metrics, span) : new Map(),
  }
}
