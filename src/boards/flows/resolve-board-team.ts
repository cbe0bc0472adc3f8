// Resolves whose board, or which team, a person means: a director's own team often has no members, and the teams below have.
import type { Queryable } from '../../core/db/client.ts'
import type { ChannelId, TeamId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { teamsWithMembers } from '../../org/db/members.ts'
import { loadTeam, loadTeams } from '../../org/db/teams.ts'
import { may, type Permission } from '../../org/domain/permissions.ts'
import type { NamedTeam, Team } from '../../org/domain/team.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { namedTeams } from '../../org/flows/named-teams.ts'
import { type ResolvedTeam, resolveTeam } from '../../org/flows/resolve-team.ts'
import { maySeeBoard } from '../domain/permissions.ts'

/** By the channel, or by the team that was chosen in the menu. */
export type BoardPlace = { channelId: ChannelId } | { teamId: TeamId }

export type ResolvedBoardTeam =
  | { ok: true; team: Team }
  | Exclude<ResolvedTeam, { ok: true } | { reason: 'which-team' }>
  /** By name, at most as many as a menu holds. */
  | { ok: false; reason: 'which-team'; choices: readonly NamedTeam[] }

/** `asWhole`: a team with teams below it stands for itself, also without people of its own. */
export async function resolveBoardTeam(
  q: Queryable,
  who: Person,
  now: Temporal.Instant,
  place: BoardPlace,
  permission: Permission = maySeeBoard,
  { asWhole } = { asWhole: false },
): Promise<ResolvedBoardTeam> {
  const { workspaceId, userId } = who
  const actor = await actorOf(q, who, now)
  if ('teamId' in place) {
    const { teamId } = place
    const team = await loadTeam(q, workspaceId, teamId)
    const allowed = team && !team.archivedAt && may(actor, permission, { workspaceId, teamId, userId })
    return allowed ? { ok: true, team } : { ok: false, reason: 'no-team' }
  }
  const resolved = await resolveTeam(q, actor, permission, place.channelId, now)
  if (!resolved.ok && resolved.reason !== 'which-team') return resolved
  const below = actor.directs.map((teamId) => ({ workspaceId, teamId }))
  const meant = resolved.ok ? [resolved.team] : resolved.teams
  const filled = await teamsWithMembers(q, [...meant, ...below])
  if (asWhole)
    for (const { parentTeamId } of (await loadTeams(q, below)).values())
      if (parentTeamId) filled.add(parentTeamId)
  if (resolved.ok && (filled.has(resolved.team.teamId) || !actor.manages.includes(resolved.team.teamId)))
    return resolved
  const offered = resolved.ok ? [...(await loadTeams(q, below)).values()] : meant
  const teams = offered.filter(({ teamId }) => filled.has(teamId))
  if (teams.length > 1)
    return { ok: false, reason: 'which-team', choices: await namedTeams(q, workspaceId, teams, now) }
  return { ok: true, team: teams[0] ?? meant[0]! }
}
