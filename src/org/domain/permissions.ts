// Checks permissions: whether a person may perform an action on a team or member. Every flow that acts for a person calls `may`.

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
  /** Teams of which the person is the delegate while their manager is away. */
  actsFor: readonly TeamId[]
  /** Teams below a team that the person manages, at any depth. */
  directs: readonly TeamId[]
}

/** What the action is on. `userId`: the owner (of numbers, leave, a blocker); the flow has checked that the owner is in the team. */
export interface Subject {
  workspaceId: WorkspaceId
  teamId?: TeamId
  userId?: UserId
  /** All teams that it concerns, where it concerns several. */
  teamIds?: readonly TeamId[]
  /** The person who was asked for help with it; may be in another team. */
  askedUserId?: UserId | null
}

/** The relation of the actor to the subject. */
export interface ActorRelation {
  self: boolean
  asked: boolean
  member: boolean
  /** The actor is a member of at least one team. Leave belongs to a person, not to a team. */
  inAnyTeam: boolean
  /** The team's manager, or the delegate while the manager is away. */
  manager: boolean
  /** The team's manager in person. */
  holder: boolean
  /** The actor manages or directs at least one team. */
  managesAnyTeam: boolean
  director: boolean
  /** The actor manages a team that has teams below it. */
  directsAnyTeam: boolean
  /** The actor manages or directs each of the teams concerned; there is at least one. */
  leadsAll: boolean
  admin: boolean
  newTeam: boolean
}

/** An action that needs permission. Each feature lists its own in `feature.ts`. */
export interface Permission {
  name: string
  allows(relation: ActorRelation): boolean
  /** True: guests may do it too. Guests answer as members, but do not manage a team and do not see others' numbers. */
  guests: boolean
}

function relationTo(actor: Actor, { teamId, teamIds = [], userId, askedUserId }: Subject): ActorRelation {
  const isIn = (teams: readonly TeamId[]) => teamId !== undefined && teams.includes(teamId)
  const full = !actor.isGuest
  const led = new Set([...actor.manages, ...actor.directs])
  return {
    self: userId === actor.userId,
    asked: askedUserId === actor.userId,
    member: isIn(actor.memberOf),
    inAnyTeam: actor.memberOf.length > 0,
    manager: full && (isIn(actor.manages) || isIn(actor.actsFor)),
    holder: full && isIn(actor.manages),
    managesAnyTeam: full && actor.manages.length > 0,
    director: full && isIn(actor.directs),
    directsAnyTeam: full && actor.directs.length > 0,
    leadsAll: full && teamIds.length > 0 && teamIds.every((one) => led.has(one)),
    admin: full && actor.isAdmin,
    newTeam: teamId === undefined,
  }
}

/** Always false for bots, for deactivated people and across workspaces. */
export function may(actor: Actor, permission: Permission, subject: Subject): boolean {
  if (actor.isBot || actor.deactivated || actor.workspaceId !== subject.workspaceId) return false
  if (actor.isGuest && !permission.guests) return false
  return permission.allows(relationTo(actor, subject))
}

/**
 * An actor for permissions on a member's own data, built from memberships that are already loaded: it needs no
 * query, and ignores which teams the person manages.
 */
export const asMemberOf = (person: Person, memberOf: readonly TeamId[]): Actor => ({
  ...person,
  memberOf,
  manages: [],
  actsFor: [],
  directs: [],
})
