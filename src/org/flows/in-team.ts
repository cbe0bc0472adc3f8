// Runs a change of a team under the team's lock, after checking the person's permission.

import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { TeamId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { lockTeam } from '../db/teams.ts'
import { may, type Permission } from '../domain/permissions.ts'
import type { Team } from '../domain/team.ts'
import { actorOf } from './actor.ts'

export interface NotAllowed {
  ok: false
  reason: 'not-allowed'
}

/** Returns `not-allowed` for a team that does not exist or is in another workspace. */
export function inTeam<T>(
  context: Context,
  who: Person,
  permission: Permission,
  teamId: TeamId,
  change: (tx: Transaction, team: Team) => Promise<T>,
): Promise<T | NotAllowed> {
  const ref = { workspaceId: who.workspaceId, teamId }
  return context.db.transaction(async (tx): Promise<T | NotAllowed> => {
    const team = await lockTeam(tx, ref)
    if (!team || !may(await actorOf(tx, who), permission, ref)) return { ok: false, reason: 'not-allowed' }
    return change(tx, team)
  })
}
