// Decides who may do what to whom; every flow that acts for a person asks here with facts from the database.

import type { TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'

export interface Actor {
  userId: UserId
  workspaceId: WorkspaceId
  isAdmin: boolean
  isGuest: boolean
  isBot: boolean
  deactivated: boolean
  memberOf: readonly TeamId[]
  manages: readonly TeamId[]
  /** Teams below a managed one, at any depth. */
  directs: readonly TeamId[]
}

/** What is acted upon. `userId`: whose it is (numbers, leave, blocker); the flow has checked that this person is in the team. */
export interface Subject {
  workspaceId: WorkspaceId
  teamId?: TeamId
  userId?: UserId
  /** Who was asked for help with it, from whichever team. */
  askedUserId?: UserId | null
}

/** How the actor stands to the subject. */
export interface Standing {
  self: boolean
  asked: boolean
  member: boolean
  /** In any team at all: leave is a person's, not a team's. */
  inAnyTeam: boolean
  manager: boolean
  director: boolean
  admin: boolean
  newTeam: boolean
}

/** Something that one person may do and another may not. Each feature lists its own. */
export interface Permission {
  name: string
  allows(standing: Standing): boolean
  /** A guest may be asked and may answer, as a member; what steers a team or looks at others is for colleagues. */
  guests: boolean
}

function standingOf(actor: Actor, { teamId, userId, askedUserId }: Subject): Standing {
  const isIn = (teams: readonly TeamId[]) => teamId !== undefined && teams.includes(teamId)
  const full = !actor.isGuest
  return {
    self: userId === actor.userId,
    asked: askedUserId === actor.userId,
    member: isIn(actor.memberOf),
    inAnyTeam: actor.memberOf.length > 0,
    manager: full && isIn(actor.manages),
    director: full && isIn(actor.directs),
    admin: full && actor.isAdmin,
    newTeam: teamId === undefined,
  }
}

/** False for bots, for anyone deactivated, and across workspaces, whatever else holds. */
export function may(actor: Actor, permission: Permission, subject: Subject): boolean {
  if (actor.isBot || actor.deactivated || actor.workspaceId !== subject.workspaceId) return false
  if (actor.isGuest && !permission.guests) return false
  return permission.allows(standingOf(actor, subject))
}

/**
 * What a person is to a team that the database has just found them in, for what concerns a member's own: it costs no
 * query, and who manages what plays no part.
 */
export const asMemberOf = (person: Person, memberOf: readonly TeamId[]): Actor => ({
  ...person,
  memberOf,
  manages: [],
  directs: [],
})
