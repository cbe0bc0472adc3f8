// Lets a person leave a team. Its manager is told, and the person's history stays.

import type { Context } from '../../core/context.ts'
import type { TeamId, UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { memberOf } from '../db/members.ts'
import { settingsNow } from '../db/settings.ts'
import { loadTeams } from '../db/teams.ts'
import { earliestToday } from '../domain/joining.ts'
import { mayLeaveTeam } from '../domain/org-permissions.ts'
import { may } from '../domain/permissions.ts'
import { actorOf } from './actor.ts'
import { announceMembership } from './announce.ts'
import { changeInTeam, type NotAllowed } from './change-in-team.ts'
import { removeMembers } from './join-and-leave.ts'

/** A team that a person can leave. */
export interface LeavableTeam {
  teamId: TeamId
  teamName: string
  managerUserId: UserId
}

/** The active teams that the person is a member of, the one that they joined first before the others. */
export async function leavableTeams({ db, clock }: Context, who: Person): Promise<LeavableTeam[]> {
  const actor = await actorOf(db, who, clock.now())
  const memberships = (await memberOf(db, who.workspaceId, who.userId)).filter((member) =>
    may(actor, mayLeaveTeam, member),
  )
  const teams = await loadTeams(db, memberships)
  const found = await Promise.all(
    memberships.map(async ({ workspaceId, teamId }) => {
      const settings = await settingsNow(db, { workspaceId, teamId }, clock.now())
      const { managerUserId } = teams.get(teamId)!
      return settings ? [{ teamId, teamName: settings.name, managerUserId }] : []
    }),
  )
  return found.flat()
}

export type TeamLeft = ({ ok: true } & LeavableTeam) | NotAllowed

/** `not-allowed` also for someone who has left already. */
export function leaveTeam(context: Context, who: Person, teamId: TeamId): Promise<TeamLeft> {
  const now = context.clock.now()
  return changeInTeam(context, who, mayLeaveTeam, teamId, async (tx, team): Promise<TeamLeft> => {
    const memberships = await memberOf(tx, who.workspaceId, who.userId)
    const leaving = memberships.filter((member) => member.teamId === teamId)
    const settings = (await settingsNow(tx, team, now))!
    const left = await removeMembers(tx, team, settings, leaving, now)
    const change = { byUserId: who.userId, joined: [], moved: [], left, from: earliestToday(now) }
    await announceMembership(tx, context, team, { ...change, screen: '/kpi leave-team' })
    return { ok: true, teamId, teamName: settings.name, managerUserId: team.managerUserId }
  })
}
