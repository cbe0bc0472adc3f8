// The week of all teams that a director leads: when each team's week is in, and what the message about it shows.
import { planWeeklyBoard } from '../../boards/domain/plan-weekly-board.ts'
import type { UserId } from '../../core/ids.ts'
import type { Period } from '../../numbers/domain/period.ts'
import type { DayPlanner } from '../../org/domain/team-day.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import type { PlannedItem } from '../../schedule/domain/planned-item.ts'
import type { TeamSide } from './side-by-side.ts'

export const WEEK_IN = 'week-in'
/** When the hours of somebody begin whom it would have woken. */
export const WEEK_READ = 'week-read'
/** When nobody can come late any more. */
export const WEEK_LATE = 'week-late'
const DAYS_OF_A_WEEK = 7

/** When all numbers of the week before are in, as for the team's own board; only where somebody leads from above. */
export const planWeekIn: DayPlanner = (day) =>
  day.team.parentTeamId === null
    ? []
    : planWeeklyBoard(day).flatMap((item) => [
        { ...item, kind: WEEK_IN, dueKey: `${WEEK_IN}:${day.team.teamId}:${day.date}` },
        {
          ...item,
          ...{ kind: WEEK_LATE, dueKey: `${WEEK_LATE}:${day.team.teamId}:${day.date}` },
          dueAt: day.date.add({ days: 1 }).toZonedDateTime(day.settings.zone).toInstant(),
        },
      ])

/** The same for one reader, at another time. */
export const planWeekRead = (
  { teamId, date }: { teamId: string; date: Temporal.PlainDate },
  { userId, at }: { userId: UserId; at: Temporal.Instant },
): PlannedItem => ({
  ...{ kind: WEEK_READ, dueKey: `${WEEK_READ}:${teamId}:${date}:${userId}` },
  ...{ memberId: null, date, dueAt: at },
})

/** The Monday of the week before today's: of it is the message that is still read. */
export const lastMonday = (today: Temporal.PlainDate): Temporal.PlainDate =>
  today.subtract({ days: today.dayOfWeek - 1 + DAYS_OF_A_WEEK })

interface TeamRequest extends Omit<NeededRequest, 'teamName'> {
  teamId: string
}

export function supportOf(requests: readonly TeamRequest[]): RolledTeam['support'] {
  return { open: requests.length, overdue: requests.filter(({ overdue }) => overdue).length }
}

/** `requests`: open ones, the first due first. */
export function neededOf(
  requests: readonly TeamRequest[],
  reader: { userId: UserId; nameOf: ReadonlyMap<string, string> },
): NeededRequest[] {
  const { userId, nameOf } = reader
  const needed = requests.filter((one) => one.ownerUserId === userId || one.overdue)
  return needed
    .toSorted((one, other) => Number(other.ownerUserId === userId) - Number(one.ownerUserId === userId))
    .map(({ teamId, text, ownerUserId, dueOn, overdue }) => ({
      ...{ teamName: nameOf.get(teamId) ?? '', text, ownerUserId, dueOn, overdue },
    }))
}

/** The Monday of the week before today's, if the date is in it: that week's message is the one that is still read. */
export function lastWeekOf(date: Temporal.PlainDate, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const monday = today.subtract({ days: today.dayOfWeek - 1 })
  const last = monday.subtract({ days: DAYS_OF_A_WEEK })
  const isIn = Temporal.PlainDate.compare(date, last) >= 0 && Temporal.PlainDate.compare(date, monday) < 0
  return isIn ? last : null
}

declare module '../../outbox/domain/message.ts' {
  interface MessageSubjects {
    /** `from`: the Monday of the week. */
    'teams-rollup': { from: string }
  }
}

export const rollupMessage = (
  { workspaceId, userId }: { workspaceId: string; userId: string },
  from: Temporal.PlainDate,
): MessageDraft => ({
  ...{ workspaceId, key: `teams-rollup:${userId}:${from}`, kind: 'teams-rollup', teamId: null },
  ...{ audience: { to: 'person', userId }, subject: { from: from.toString() } },
})

/** A team in the week that is over, and in the month that runs. */
export interface RolledTeam {
  week: TeamSide
  month: TeamSide
  /** Weekly reports of the week. Null: the team was asked for none. */
  reports: { answered: number; expected: number } | null
  /** Open requests for support, and how many of them are late. */
  support: { open: number; overdue: number }
}

/** A request for support that needs the reader: it is theirs, or it is late. */
export interface NeededRequest {
  teamName: string
  text: string
  ownerUserId: UserId
  dueOn: Temporal.PlainDate
  /** By the working days of its owner. */
  overdue: boolean
}

export interface TeamsRollupFacts {
  kind: 'teams-rollup'
  week: Period
  month: Period
  today: Temporal.PlainDate
  /** The furthest behind in the month first. */
  teams: readonly RolledTeam[]
  /** The reader's own first, then the latest. */
  needed: readonly NeededRequest[]
}
