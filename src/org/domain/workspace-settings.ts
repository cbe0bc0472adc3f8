// What an admin chooses for the whole workspace: who may set up teams. Until it is chosen a default holds.

import type { TeamId, UserId } from '../../core/ids.ts'

export type SetupRight =
  | { who: 'everybody' }
  | { who: 'admins' }
  /** These people, and admins. */
  | { who: 'named'; userIds: readonly UserId[] }

export interface WorkspaceSettings {
  /** Null: no admin has chosen yet, and `defaultSetupRight` holds. */
  setupRight: SetupRight | null
  /** The team that stands for the whole company. Null: none is named. */
  companyTeamId: TeamId | null
  /** Who hears of what nobody has answered. Null: whoever manages at the top. */
  lastResortUserId: UserId | null
}

/** What an admin has chosen for the whole workspace. */
export interface WorkspaceChoice {
  setupRight: SetupRight
  /** The month, 1 to 12. */
  fiscalYearStart: number
}

/** In a workspace with this many people, admins alone set up teams, until an admin chooses otherwise. */
export const LARGE_WORKSPACE = 50

/** `people`: without bots, guests and deactivated accounts. */
export const defaultSetupRight = (people: number): SetupRight =>
  people < LARGE_WORKSPACE ? { who: 'everybody' } : { who: 'admins' }

/** Admins always may. Guests and deactivated people are refused by the permission itself. */
export function hasSetupRight(right: SetupRight, person: { userId: UserId; isAdmin: boolean }): boolean {
  if (person.isAdmin || right.who === 'everybody') return true
  return right.who === 'named' && right.userIds.includes(person.userId)
}
