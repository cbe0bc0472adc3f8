// Resolves the team that a manager's command is for, or replies why there is none.

import type { Context } from '../../core/context.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { UserId } from '../../core/ids.ts'
import { mention } from '../../slack/mrkdwn.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { CommandRequest } from '../../slack/requests.ts'
import type { Permission } from '../domain/permissions.ts'
import { type Standing, standingOf } from '../domain/standing.ts'
import type { Team } from '../domain/team.ts'
import { actorOf } from '../flows/actor.ts'
import { namedTeams } from '../flows/named-teams.ts'
import { resolveTeam } from '../flows/resolve-team.ts'
import { teamMenu } from './team-menu.ts'

/** `askUserId` null: nobody acts for the team. */
const onlyManagerText = (askUserId: UserId | null, t: Translate): string =>
  askUserId ? t('team.onlyManager', { manager: mention(askUserId) }) : t('team.nobodyActs')

/** Who leads no team is told where to type it, or whom to ask. */
const NO_TEAM = {
  leads: 'team.inItsChannel',
  admin: 'team.inItsChannel',
  reports: 'team.notManager',
  guest: 'team.notManager',
  nobody: 'team.noTeam',
} as const satisfies Record<Standing, string>

/** Null: there is no such team, and the person has got a reply. `chooseId`: the menu of teams, where several are possible. */
export async function resolveTeamOrReply(
  call: CommandRequest,
  context: Context,
  permission: Permission,
  chooseId: string,
): Promise<Team | null> {
  const { who, t, channelId } = call
  const actor = await actorOf(context.db, who, call.now)
  const resolved = await resolveTeam(context.db, actor, permission, channelId, call.now)
  if (resolved.ok) return resolved.team
  if (resolved.reason === 'not-allowed') call.reply(textMessage(onlyManagerText(resolved.askUserId, t)))
  else if (resolved.reason === 'which-team') {
    const teams = await namedTeams(context.db, who.workspaceId, resolved.teams, call.now)
    call.reply(teamMenu({ question: t('team.whichTeam'), actionId: chooseId }, teams, call.rest, t))
  } else call.reply(textMessage(t(NO_TEAM[who.isAdmin ? 'admin' : standingOf(actor)])))
  return null
}
