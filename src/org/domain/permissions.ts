// Decides who may do what to whom; every flow that acts for a person asks here with facts from the database.

import type { TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'

export const ACTIONS = [
  'set-up-team',
  'change-settings',
  'change-members',
  'record-own-leave',
  'record-leave-of',
  'file-standup',
  'log-numbers',
  'correct-numbers',
  'see-own-numbers',
  'see-member-numbers',
  'see-board',
  'see-place',
  'raise-blocker',
  'close-blocker',
  'help-with-blocker',
] as const
export type Action = (typeof ACTIONS)[number]

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
interface Standing {
  self: boolean
  asked: boolean
  member: boolean
  /** In any team at all: leave is a person's, not a team's. */
  somewhere: boolean
  manager: boolean
  director: boolean
  admin: boolean
  newTeam: boolean
}

type Rule = (standing: Standing) => boolean

/** Settings are the manager's and the admin's; an admin is not thereby entitled to anyone's performance. */
const RULES: Readonly<Record<Action, Rule>> = {
  'set-up-team': ({ newTeam, manager, admin }) => newTeam || manager || admin,
  'change-settings': ({ manager, admin }) => manager || admin,
  'change-members': ({ manager, admin }) => manager || admin,
  'record-own-leave': ({ self, somewhere }) => self && somewhere,
  'record-leave-of': ({ manager }) => manager,
  'file-standup': ({ self, member }) => self && member,
  'log-numbers': ({ self, member }) => self && member,
  'correct-numbers': ({ manager }) => manager,
  'see-own-numbers': ({ self }) => self,
  'see-member-numbers': ({ self, manager, director }) => self || manager || director,
  'see-board': ({ member, manager, director }) => member || manager || director,
  'see-place': ({ self, member }) => self && member,
  'raise-blocker': ({ self, member }) => self && member,
  'close-blocker': ({ self, asked, manager }) => self || asked || manager,
  'help-with-blocker': ({ asked, member, manager, director }) => asked || member || manager || director,
}

/** A guest may be asked and may answer, as a member; everything that steers a team or looks at others is for colleagues. */
const GUEST_ACTIONS: ReadonlySet<Action> = new Set([
  'record-own-leave',
  'file-standup',
  'log-numbers',
  'see-own-numbers',
  'see-board',
  'see-place',
  'raise-blocker',
  'close-blocker',
  'help-with-blocker',
])

function standingOf(actor: Actor, { teamId, userId, askedUserId }: Subject): Standing {
  const inTeam = (teams: readonly TeamId[]) => teamId !== undefined && teams.includes(teamId)
  const full = !actor.isGuest
  return {
    self: userId === actor.userId,
    asked: askedUserId === actor.userId,
    member: inTeam(actor.memberOf),
    somewhere: actor.memberOf.length > 0,
    manager: full && inTeam(actor.manages),
    director: full && inTeam(actor.directs),
    admin: full && actor.isAdmin,
    newTeam: teamId === undefined,
  }
}

/** False for bots, for anyone deactivated, and across workspaces, whatever else holds. */
export function may(actor: Actor, action: Action, subject: Subject): boolean {
  if (actor.isBot || actor.deactivated || actor.workspaceId !== subject.workspaceId) return false
  if (actor.isGuest && !GUEST_ACTIONS.has(action)) return false
  return RULES[action](standingOf(actor, subject))
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
