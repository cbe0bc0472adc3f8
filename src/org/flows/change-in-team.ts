// Runs a change of a team in a transaction that holds the team's lock, if the person has permission.

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

/** `not-allowed` also when the team does not exist or belongs to another workspace. */
export function changeInTeam<T>(
  context: Context,
  who: Person,
  permission: Permission,
  teamId: TeamId,
  change: (tx: Transaction, team: Team) => Promise<T>,
): Promise<T | NotAllowed> {
  const ref = { workspaceId: who.workspaceId, teamId }
  return context.db.transaction(async (tx): Promise<T | NotAllowed> => {
    const team = await lockTeam(tx, ref)
    const actor = await actorOf(tx, who, context.clock.now())
    if (!team || !may(actor, permission, ref)) return { ok: false, reason: 'not-allowed' }
    return change(tx, team)
  })
}
