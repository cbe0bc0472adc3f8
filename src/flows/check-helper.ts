// Checks whom a member asks for help: a colleague whom a message reaches, and not themselves.
import type { UserId } from '../domain/ids.ts'
import type { Person } from '../domain/team.ts'
import type { Context } from './context.ts'
import { knowPerson } from './know-person.ts'

/** Call it outside a transaction: it may wait for Slack. */
export async function canBeAsked(context: Context, who: Person, helperUserId: UserId): Promise<boolean> {
  if (helperUserId === who.userId) return false
  const helper = await knowPerson(context, who.workspaceId, helperUserId)
  return helper !== null && !helper.isBot && !helper.deactivated
}
