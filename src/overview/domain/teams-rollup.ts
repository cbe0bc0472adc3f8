// The week of all teams that a director leads: when each team's week is in, and what the message about it shows.
import { planWeeklyBoard } from '../../boards/domain/plan-weekly-board.ts'
import type { Period } from '../../numbers/domain/period.ts'
import type { DayPlanner } from '../../org/domain/team-day.ts'
import type { TeamSide } from './side-by-side.ts'

export const WEEK_IN = 'week-in'

/** When all numbers of the week before are in, as for the team's own board; only where somebody leads from above. */
export const planWeekIn: DayPlanner = (day) =>
  day.team.parentTeamId === null
    ? []
    : planWeeklyBoard(day).map((item) => ({
        ...item,
        ...{ kind: WEEK_IN, dueKey: `${WEEK_IN}:${day.team.teamId}:${day.date}` },
      }))

declare module '../../outbox/domain/message.ts' {
  interface MessageSubjects {
    /** `from`: the Monday of the week. */
    'teams-rollup': { from: string }
  }
}

/** A team in the week that is over, and in the month that runs. */
export interface RolledTeam {
  week: TeamSide
  month: TeamSide
}

export interface TeamsRollupFacts {
  kind: 'teams-rollup'
  week: Period
  month: Period
  today: Temporal.PlainDate
  /** The furthest behind in the month first. */
  teams: readonly RolledTeam[]
}
