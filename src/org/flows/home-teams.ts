// Loads who is in several teams, and moves a person's home team to another of them: for the person and its manager.

import type { Context } from '../../core/context.ts'
import type { Queryable } from '../../core/db/client.ts'
import type { TeamId, UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { recordAudit } from '../audit/flows/record-audit.ts'
import { homeTeamOf, peopleInSeveralTeams, saveHomeTeam } from '../db/home-teams.ts'
import { loadTeams } from '../db/teams.ts'
import { mayChangeHomeTeam } from '../domain/org-permissions.ts'
import { type Actor, may } from '../domain/permissions.ts'
import type { NamedTeam, Team } from '../domain/team.ts'
import { knowsName, namesKnownTo } from '../domain/team-names.ts'
import { actorOf } from './actor.ts'
import { homeTeamMoved } from './leave-message.ts'
import { lockedMemberships } from './leave-steps.ts'

/** A person in several teams whose home team the reader may move. */
export interface HomeChoice {
  userId: UserId
  name: string
  home: NamedTeam
  others: readonly NamedTeam[]
}

/** Oneself, and those among `people` whose home team the actor manages. Teams that the actor may not know have no name. */
export async function homeChoices(
  q: Queryable,
  actor: Actor,
  people: readonly UserId[],
): Promise<HomeChoice[]> {
  const known = namesKnownTo(actor)
  const { workspaceId } = actor
  const choices = new Map<UserId, { name: string; home: NamedTeam | null; others: NamedTeam[] }>()
  for (const row of await peopleInSeveralTeams(q, workspaceId, people)) {
    const { userId, teamId, isHome } = row
    const shown = knowsName(known, row)
    const team = { teamId, name: shown ? row.name : null, channelName: shown ? row.channelName : null }
    const choice = choices.get(userId) ?? { name: row.personName, home: null, others: [] }
    choices.set(userId, choice)
    if (isHome) choice.home = team
    else choice.others.push(team)
  }
  return [...choices].flatMap(([userId, { name, home, others }]) =>
    home && may(actor, mayChangeHomeTeam, { workspaceId, teamId: home.teamId, userId })
      ? [{ userId, name, home, others }]
      : [],
  )
}

/** `gone`: the person is not in that team (any more). */
export type HomeTeamChanged = { ok: true } | { ok: false; reason: 'not-allowed' | 'gone' }

export async function changeHomeTeam(
  context: Context,
  who: Person,
  userId: UserId,
  teamId: TeamId,
): Promise<HomeTeamChanged> {
  const { workspaceId } = who
  const person = { workspaceId, userId }
  return context.db.transaction(async (tx): Promise<HomeTeamChanged> => {
    const memberships = await lockedMemberships(tx, who, userId)
    const home = await homeTeamOf(tx, person)
    const actor = await actorOf(tx, who, context.clock.now())
    if (home === null || !may(actor, mayChangeHomeTeam, { workspaceId, teamId: home, userId }))
      return { ok: false, reason: 'not-allowed' }
    if (!memberships.some((member) => member.teamId === teamId)) return { ok: false, reason: 'gone' }
    if (home === teamId) return { ok: true }
    await saveHomeTeam(tx, person, teamId)
    const change = { before: { teamId: home }, after: { teamId } }
    await recordAudit(tx, context, [
      {
        ...{ ...person, kind: 'home-team-moved', teamId: home, actorUserId: who.userId },
        ...{ screen: '/kpi leave', ...change },
      },
    ])
    const teams = await loadTeams(
      tx,
      [home, teamId].map((of) => ({ workspaceId, teamId: of })),
    )
    const [from, to] = [teams.get(home), teams.get(teamId)] as [Team, Team]
    const moved = { userId, byUserId: who.userId, from, to }
    await enqueueMessage(tx, context, homeTeamMoved(moved, context.clock.now()))
    return { ok: true }
  })
}
