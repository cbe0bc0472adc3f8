// Decides how a person comes into a team when they are in another one already: the manager of their home team is asked first.

import type { TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import { nextTeamWorkingDay, teamWorksOn, type WorkCalendar } from './calendar.ts'
import type { Role } from './team.ts'

/** The due kind: a request has waited for its answer long enough. */
export const JOIN_REQUEST = 'join-request'

export const JOIN_REQUEST_STATES = [
  'waiting',
  'accepted',
  'declined',
  /** Nobody who was asked answered in time. */
  'unanswered',
  /** By those who asked, or they have no right any more to add people. */
  'withdrawn',
  /** The person left the team whose manager was asked, or was deactivated. */
  'person-left',
  /** The team that asked is paused. */
  'team-paused',
] as const
export type JoinRequestState = (typeof JOIN_REQUEST_STATES)[number]

/** Someone who is asked. `teamId`: as the manager of this team; null: as an admin. */
export interface Addressee {
  userId: UserId
  teamId: TeamId | null
}

/** `userId`: who acts for the team; null: nobody does. */
export interface TeamInChain {
  teamId: TeamId
  userId: UserId | null
}

export interface JoinRequest {
  workspaceId: WorkspaceId
  requestId: string
  /** The team that wants the person. */
  teamId: TeamId
  userId: UserId
  role: Role
  requestedBy: UserId
  /** The team whose manager is asked. */
  homeTeamId: TeamId
  askedUserId: UserId
  askedTeamId: TeamId | null
  askedAt: Temporal.Instant
  state: JoinRequestState
  decidedBy: UserId | null
  decidedAt: Temporal.Instant | null
}

export interface HomeTeam {
  teamId: TeamId
  managerUserId: UserId
}

/** `ask`: the person is in a team of somebody else, whose manager has to agree. */
export const howToAdd = (byUserId: UserId, home: HomeTeam | null): 'add' | 'ask' =>
  home === null || home.managerUserId === byUserId ? 'add' : 'ask'

/**
 * Who is asked first, or next: along the chain from the home team to the teams above, then admins. Nobody is asked
 * who asks, is gone, or was just asked. Null: nobody is left.
 */
export function nextAddressee(
  request: { requestedBy: UserId; asked: Addressee | null },
  chain: readonly TeamInChain[],
  adminIds: readonly UserId[],
  gone: readonly UserId[],
): Addressee | null {
  const { requestedBy, asked } = request
  const adminWasAsked = asked !== null && asked.teamId === null
  if (adminWasAsked) return null
  const reached = asked ? chain.findIndex(({ teamId }) => teamId === asked.teamId) : -1
  const admins = adminIds.map((userId): Addressee => ({ userId, teamId: null }))
  const canAnswer = ({ userId }: Addressee) =>
    userId !== requestedBy && userId !== asked?.userId && !gone.includes(userId)
  const managers = chain
    .slice(reached + 1)
    .flatMap(({ teamId, userId }): Addressee[] => (userId ? [{ teamId, userId }] : []))
  return [...managers, ...admins].find(canAnswer) ?? null
}

const WORKING_DAYS = 3

/** Three working days later, at the same time of day; asked on a day off, the days count from the next working day's start. */
export function answerDueAt(
  calendar: WorkCalendar,
  zone: string,
  askedAt: Temporal.Instant,
): Temporal.Instant {
  const asked = askedAt.toZonedDateTimeISO(zone)
  const next = (date: Temporal.PlainDate) => nextTeamWorkingDay(calendar, date) ?? date.add({ days: 1 })
  const atWork = teamWorksOn(calendar, asked.toPlainDate())
  const time = atWork ? asked.toPlainTime() : Temporal.PlainTime.from('00:00')
  let date = atWork ? asked.toPlainDate() : next(asked.toPlainDate())
  for (let days = 0; days < WORKING_DAYS; days += 1) date = next(date)
  return date.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant()
}
