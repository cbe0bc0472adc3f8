// Loads the days of teams' members that forecasts and trends are told from, in two statements for any number of alike teams.
import type { Queryable } from '../../core/db/client.ts'
import type { MetricKey, TeamId } from '../../core/ids.ts'
import { remembered } from '../../core/remembered.ts'
import { learntSumsOfTeams } from '../../numbers/db/learnt-sums.ts'
import { totalsAfter } from '../../numbers/db/totals.ts'
import type { WorkCalendar } from '../../org/domain/calendar.ts'
import type { TeamDay } from '../../org/domain/team-day.ts'
import { RECENT_DAYS } from '../domain/own-target.ts'
import { latestWorkDays } from '../domain/recent-days.ts'
import type { TeamPast } from '../domain/team-past.ts'

export interface PastOf {
  day: TeamDay
  /** Whose rate is learnt from the team. */
  metrics: readonly MetricKey[]
  /** At the latest, the days are needed from then on. */
  from: Temporal.PlainDate
}

interface Spanned extends PastOf {
  after: Temporal.PlainDate
  span: { from: Temporal.PlainDate; recentFrom: Temporal.PlainDate; to: Temporal.PlainDate }
}

export async function teamsPast(q: Queryable, asked: readonly PastOf[]): Promise<Map<TeamId, TeamPast>> {
  const found = new Map<TeamId, TeamPast>()
  const alike = Map.groupBy(asked.map(spanned), ({ day, metrics, after, span }) =>
    [day.team.workspaceId, day.date, after, span.recentFrom, ...metrics].join(' '),
  )
  for (const teams of alike.values()) {
    const [{ day, metrics, after, span }] = teams as [Spanned]
    const { workspaceId } = day.team
    const members = teams.flatMap((one) => one.day.members)
    const wanted = members.map(({ member: { memberId } }) => ({ memberId, after }))
    const teamIds = teams.map((one) => one.day.team.teamId)
    const [days, learnt] = await Promise.all([
      // For some it is tomorrow already.
      totalsAfter(q, workspaceId, wanted, day.date.add({ days: 1 })),
      metrics.length > 0 ? learntSumsOfTeams(q, workspaceId, teamIds, metrics, span) : new Map(),
    ])
    for (const teamId of teamIds) found.set(teamId, { days, team: learnt.get(teamId) ?? new Map() })
  }
  return found
}

/** Those that a forecast learns from, the oldest first. */
const latestTeamDays: (calendar: WorkCalendar, date: Temporal.PlainDate) => readonly Temporal.PlainDate[] =
  remembered(
    (date) => `${date}`,
    (calendar, date) => {
      const joinedOn = date.subtract({ years: 1 })
      const all = { ...calendar, joinedOn, leftOn: null, leave: [], ownHolidays: [] }
      return latestWorkDays(all, date, 2 * RECENT_DAYS).map((one) => one.date)
    },
  )

function spanned({ day, metrics, from }: PastOf): Spanned {
  const { calendar, date } = day
  const dates = latestTeamDays(calendar, date)
  const [first] = [...dates, from].toSorted(Temporal.PlainDate.compare)
  const recentFrom = dates.at(-RECENT_DAYS - 1) ?? first!
  const span = { from: recentFrom, recentFrom, to: date.subtract({ days: 1 }) }
  return { day, metrics, from, span, after: first!.subtract({ days: 1 }) }
}
