// Checks permissions; every flow that acts for a person calls `may` with facts from the database.

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

/** The target of an action. `userId`: the owner (of numbers, leave, a blocker); the flow has checked that they are in the team. */
export interface Subject {
  workspaceId: WorkspaceId
  teamId?: TeamId
  userId?: UserId
  /** The person asked for help, from any team. */
  askedUserId?: UserId | null
}

/** The relation of the actor to the subject. */
export interface Standing {
  self: boolean
  asked: boolean
  member: boolean
  /** A member of any team; used for leave, which belongs to a person. */
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
  /** Whether guests can have it. Guests answer as members but cannot manage a team or see other people. */
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

/** Always false for bots, deactivated people and other workspaces. */
export function may(actor: Actor, permission: Permission, subject: Subject): boolean {
  if (actor.isBot || actor.deactivated || actor.workspaceId !== subject.workspaceId) return false
  if (actor.isGuest && !permission.guests) return false
  return permission.allows(standingOf(actor, subject))
}

/**
 * The actor for a person who is known to be a member, for actions on their own data. Needs no query, and ignores
 * managed teams.
 */
export const asMemberOf = (person: Person, memberOf: readonly TeamId[]): Actor => ({
  ...person,
  memberOf,
  manages: [],
  directs: [],
})
