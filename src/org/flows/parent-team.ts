// Sets or clears the parent team of a team. The manager of the parent team then directs it.
import type { Queryable, Transaction } from '../../core/db/client.ts'
import type { TeamId, WorkspaceId } from '../../core/ids.ts'
import { lockHierarchy, possibleParents, setParent } from '../db/hierarchy.ts'
import type { NamedTeam, Team } from '../domain/team.ts'

/** The most options that the menu offers. */
const MAX_OPTIONS = 500

interface ChildTeam {
  workspaceId: WorkspaceId
  /** Null: a new team. */
  teamId: TeamId | null
}

export const possibleParentTeams = (q: Queryable, { workspaceId, teamId }: ChildTeam): Promise<NamedTeam[]> =>
  possibleParents(q, workspaceId, teamId, MAX_OPTIONS)

export async function canHaveParent(
  q: Queryable,
  child: ChildTeam,
  parentTeamId: TeamId | null,
): Promise<boolean> {
  if (parentTeamId === null) return true
  return (await possibleParentTeams(q, child)).some(({ teamId }) => teamId === parentTeamId)
}

/** False: the parent team does not exist any more, or is below this team. */
export async function changeParentTeam(
  tx: Transaction,
  team: Team,
  parentTeamId: TeamId | null,
): Promise<boolean> {
  if (team.parentTeamId === parentTeamId) return true
  await lockHierarchy(tx, team.workspaceId)
  if (!(await canHaveParent(tx, team, parentTeamId))) return false
  await setParent(tx, team, parentTeamId)
  return true
}
