// Loads the teams that a person manages, and those for which they act as the delegate of a manager who is away.
import type { Queryable } from '../../core/db/client.ts'
import type { UserId, WorkspaceId } from '../../core/ids.ts'
import { teamsManagedOrDelegated } from '../db/teams.ts'
import type { Team } from '../domain/team.ts'
import { presentOf } from './who-acts-for.ts'

export interface TeamsInCharge {
  manages: readonly Team[]
  /** Empty as soon as the managers are back. */
  actsFor: readonly Team[]
}

/** Paused teams do not count. */
export async function teamsInCharge(
  q: Queryable,
  { workspaceId, userId }: { workspaceId: WorkspaceId; userId: UserId },
  now: Temporal.Instant,
): Promise<TeamsInCharge> {
  const teams = await teamsManagedOrDelegated(q, workspaceId, userId)
  const delegated = teams.filter((team) => team.managerUserId !== userId)
  const managers = delegated.map(({ managerUserId }) => managerUserId)
  const present = new Set(await presentOf(q, workspaceId, managers, now))
  return {
    manages: teams.filter((team) => team.managerUserId === userId),
    actsFor: delegated.filter(({ managerUserId }) => !present.has(managerUserId)),
  }
}
