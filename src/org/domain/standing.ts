// Says what a person is to the bot, for answers to people who are asked for nothing themselves.
import type { Actor } from './permissions.ts'

/**
 * `reports`: a member of a team. `leads`: manages, directs or acts for a team without reporting in one. The others are
 * in no team and lead none.
 */
export type Standing = 'reports' | 'leads' | 'admin' | 'guest' | 'nobody'

export function standingOf({ memberOf, manages, actsFor, isAdmin, isGuest }: Actor): Standing {
  if (memberOf.length > 0) return 'reports'
  if (isGuest) return 'guest'
  if (manages.length + actsFor.length > 0) return 'leads'
  return isAdmin ? 'admin' : 'nobody'
}
