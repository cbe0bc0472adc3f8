// Sets or clears the parent of a team; the manager of the parent team directs the team.
import type { Queryable, Transaction } from '../../core/db/client.ts'
import type { TeamId, WorkspaceId } from '../../core/ids.ts'
import { lockHierarchy, possibleParents, setParent } from '../db/hierarchy.ts'
import type { NamedTeam, Team } from '../domain/team.ts'

/** Number of teams that fit into a select menu of the form. */
const OFFERED = 500

interface Below {
  workspaceId: WorkspaceId
  /** Null: a new team. */
  teamId: TeamId | null
}

export const teamsAbove = (q: Queryable, { workspaceId, teamId }: Below): Promise<NamedTeam[]> =>
  possibleParents(q, workspaceId, teamId, OFFERED)

export async function canLieUnder(q: Queryable, below: Below, parentTeamId: TeamId | null): Promise<boolean> {
  if (parentTeamId === null) return true
  return (await teamsAbove(q, below)).some(({ teamId }) => teamId === parentTeamId)
}

/** False: the parent team does not exist or is below this team. */
export async function changeTeamAbove(
  tx: Transaction,
  team: Team,
  parentTeamId: TeamId | null,
): Promise<boolean> {
  if (team.parentTeamId === parentTeamId) return true
  await lockHierarchy(tx, team.workspaceId)
  if (!(await canLieUnder(tx, team, parentTeamId))) return false
  await setParent(tx, team, parentTeamId)
  return true
}
