// Loads the teams that a person is in, manages and directs, as `may` needs them to check permissions.
import type { Queryable } from '../../core/db/client.ts'
import type { Person } from '../../core/person.ts'
import { memberOf } from '../db/members.ts'
import { teamIdsDirectedBy, teamsManagedBy } from '../db/teams.ts'
import type { Actor } from '../domain/permissions.ts'

/** Ended memberships and paused teams do not count. */
export async function actorOf(q: Queryable, person: Person): Promise<Actor> {
  const { workspaceId, userId, isAdmin, isGuest, isBot, deactivated } = person
  const memberships = await memberOf(q, workspaceId, userId)
  const managed = await teamsManagedBy(q, workspaceId, userId)
  const directs = managed.length === 0 ? [] : await teamIdsDirectedBy(q, workspaceId, userId)
  return {
    userId,
    workspaceId,
    isAdmin,
    isGuest,
    isBot,
    deactivated,
    memberOf: memberships.map((member) => member.teamId),
    manages: managed.map((team) => team.teamId),
    directs,
  }
}
