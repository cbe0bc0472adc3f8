// Loads the teams that a person is in, manages, acts for and directs, as `may` needs them to check permissions.
import type { Queryable } from '../../core/db/client.ts'
import type { Person } from '../../core/person.ts'
import { memberOf } from '../db/members.ts'
import { teamIdsDirectedBy } from '../db/teams.ts'
import type { Actor } from '../domain/permissions.ts'
import { teamsInCharge } from './teams-in-charge.ts'

/** Ended memberships and paused teams do not count. A delegate does not direct the teams below. */
export async function actorOf(q: Queryable, person: Person, now: Temporal.Instant): Promise<Actor> {
  const { workspaceId, userId, isAdmin, isGuest, isBot, deactivated } = person
  const memberships = await memberOf(q, workspaceId, userId)
  const { manages, actsFor } = await teamsInCharge(q, person, now)
  const directs = manages.length === 0 ? [] : await teamIdsDirectedBy(q, workspaceId, userId)
  return {
    userId,
    workspaceId,
    isAdmin,
    isGuest,
    isBot,
    deactivated,
    memberOf: memberships.map((member) => member.teamId),
    manages: manages.map((team) => team.teamId),
    actsFor: actsFor.map((team) => team.teamId),
    directs,
  }
}
