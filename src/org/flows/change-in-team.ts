// Runs a change of a team, or of several, in a transaction that holds their locks, if the person has permission.

import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { TeamId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { lockTeams } from '../db/teams.ts'
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
  return changeInTeams(context, who, permission, [teamId], (tx, teams) => change(tx, teams.get(teamId)!))
}

/** `not-allowed` as soon as the person may not do it in one of them. */
export function changeInTeams<T>(
  context: Context,
  who: Person,
  permission: Permission,
  teamIds: readonly TeamId[],
  change: (tx: Transaction, teams: ReadonlyMap<TeamId, Team>) => Promise<T>,
): Promise<T | NotAllowed> {
  const { workspaceId } = who
  return context.db.transaction(async (tx): Promise<T | NotAllowed> => {
    const teams = await lockTeams(
      tx,
      teamIds.map((teamId) => ({ workspaceId, teamId })),
    )
    const actor = await actorOf(tx, who, context.clock.now())
    const allowed = teamIds.every(
      (teamId) => teams.has(teamId) && may(actor, permission, { workspaceId, teamId }),
    )
    return allowed ? change(tx, teams) : { ok: false, reason: 'not-allowed' }
  })
}
