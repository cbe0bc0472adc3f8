// Resolves the team that a command is for: the channel's team, or the only team in which the person may do this.
import type { Queryable } from '../../core/db/client.ts'
import type { ChannelId, TeamId, UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { loadTeam, loadTeams, teamOfChannel, teamsOf } from '../db/teams.ts'
import { type Actor, may, type Permission } from '../domain/permissions.ts'
import type { Team } from '../domain/team.ts'
import { actorOf } from './actor.ts'
import { whoActsFor } from './who-acts-for.ts'

export type ResolvedTeam =
  | { ok: true; team: Team }
  | { ok: false; reason: 'no-team' }
  | { ok: false; reason: 'which-team'; teams: readonly Team[] }
  /** The channel has a team, but the person may not do this there. `askUserId`: who acts for the team; null: nobody does. */
  | { ok: false; reason: 'not-allowed'; askUserId: UserId | null }

/** `which-team`: several teams are possible, so the command has to be used in the channel of one of them. */
export async function resolveTeam(
  q: Queryable,
  actor: Actor,
  permission: Permission,
  channelId: ChannelId,
  now: Temporal.Instant,
): Promise<ResolvedTeam> {
  const { workspaceId, userId } = actor
  const allowed = (team: Team) => may(actor, permission, { workspaceId, teamId: team.teamId, userId })
  const here = await teamOfChannel(q, workspaceId, channelId)
  if (here && allowed(here)) return { ok: true, team: here }
  if (here) return { ok: false, reason: 'not-allowed', askUserId: await whoActsFor(q, here, now, [userId]) }
  const possible = await teamsAllowed(q, actor, permission)
  if (possible.length === 1) return { ok: true, team: possible[0]! }
  if (possible.length === 0) return { ok: false, reason: 'no-team' }
  return { ok: false, reason: 'which-team', teams: possible }
}

/** Of the teams that the person is in, manages, acts for or directs. */
export async function teamsAllowed(q: Queryable, actor: Actor, permission: Permission): Promise<Team[]> {
  const { workspaceId, userId } = actor
  const below = [...actor.actsFor, ...actor.directs].map((teamId) => ({ workspaceId, teamId }))
  const own = [...(await teamsOf(q, workspaceId, userId)), ...(await loadTeams(q, below)).values()]
  return [...new Map(own.map((team) => [team.teamId, team])).values()].filter(({ teamId }) =>
    may(actor, permission, { workspaceId, teamId, userId }),
  )
}

/** Null: there is no such team, or the person may not do this in it. Needed for button clicks, because button values can be forged. */
export async function teamIfAllowed(
  q: Queryable,
  who: Person,
  permission: Permission,
  teamId: TeamId,
  now: Temporal.Instant,
): Promise<Team | null> {
  const { workspaceId, userId } = who
  if (!may(await actorOf(q, who, now), permission, { workspaceId, teamId, userId })) return null
  return await loadTeam(q, workspaceId, teamId)
}

export const isAllowedInTeam = async (...asked: Parameters<typeof teamIfAllowed>): Promise<boolean> =>
  (await teamIfAllowed(...asked)) !== null
