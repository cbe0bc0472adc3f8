// Checks the helper that a member chose: a colleague who can get a direct message, and not the member.

import type { Context } from '../../../core/context.ts'
import type { UserId } from '../../../core/ids.ts'
import type { Person } from '../../../core/person.ts'
import { ensurePerson } from '../../../org/flows/ensure-person.ts'

/** Call it outside a transaction: it may wait for Slack. */
export async function canBeAsked(context: Context, who: Person, helperUserId: UserId): Promise<boolean> {
  if (helperUserId === who.userId) return false
  const helper = await ensurePerson(context, who.workspaceId, helperUserId)
  return helper !== null && !helper.isBot && !helper.deactivated
}
