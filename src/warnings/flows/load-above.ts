// Loads who is above for a warning that nobody answers, or whose promise is not kept: where nobody is, it does not go up.
import type { Queryable } from '../../core/db/client.ts'
import type { UserId } from '../../core/ids.ts'
import { teamsAbove } from '../../org/db/hierarchy.ts'
import { loadMember } from '../../org/db/members.ts'
import { loadTeam } from '../../org/db/teams.ts'
import { loadWorkspaceSettings } from '../../org/db/workspace-settings.ts'
import type { Team } from '../../org/domain/team.ts'
import { type Chain, hasNext } from '../domain/ladder-of.ts'
import { outsideOwnerOf, type Warning } from '../domain/warning.ts'

export async function chainOf(q: Queryable, team: Team): Promise<Chain> {
  const { managerUserId, delegateUserId, workspaceId } = team
  const { lastResortUserId: named } = await loadWorkspaceSettings(q, workspaceId)
  return {
    inTeam: [managerUserId, ...(delegateUserId ? [delegateUserId] : [])],
    above: (await teamsAbove(q, team)).map((one) => one.managerUserId),
    named,
  }
}

/** Whether there is somebody to whom it goes when what the person promises is not kept. */
export async function promiseGoesUp(q: Queryable, warning: Warning, promiser: UserId): Promise<boolean> {
  const { workspaceId, teamId, memberId, episode } = warning
  const team = await loadTeam(q, workspaceId, teamId)
  if (!team) return false
  const member = memberId === null ? null : await loadMember(q, workspaceId, memberId)
  const rep = member?.userId ?? outsideOwnerOf(warning)
  return hasNext(await chainOf(q, team), { rep, promiser, level: episode.level })
}
