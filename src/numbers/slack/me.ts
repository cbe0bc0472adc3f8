// `/kpi me`: replies with the person's own numbers, visible only to them.

import type { Context } from '../../core/context.ts'
import { simplified } from '../../core/simplified.ts'
import { foldText } from '../../core/text.ts'
import { namedTeams } from '../../org/flows/named-teams.ts'
import { noTeamMessage } from '../../org/slack/no-team.ts'
import { teamMenu } from '../../org/slack/team-menu.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import type { ActionHandler, CommandHandler, CommandRequest } from '../../slack/requests.ts'
import { maySeeOwnNumbers } from '../domain/permissions.ts'
import { type Membership, membershipsOf, resolveMembership } from '../flows/memberships.ts'
import { myNumbers } from '../flows/my-numbers.ts'
import { numbersOfPeriod } from '../flows/numbers-of-period.ts'
import { NUMBERS } from './ids.ts'
import { logBareLine } from './log-line-command.ts'
import { renderMyNumbers, renderPeriodNumbers } from './my-numbers.ts'

type Asker = Pick<CommandRequest, 'who' | 'now' | 't'>

/**
 * 'me North' is for the numbers in one of several teams; '业绩 3万' is a number to log, '业绩' asks for one's own. A team comes
 * first: '新签2部' and 'Calls 2' are names too.
 */
export const meCommand: CommandHandler = async (call, context) => {
  const named = await ownNamed(call, context)
  const [only, another] = named
  if (another) return call.reply(await whichOf(named, call, context))
  if (!only && (await logBareLine(call, context, 'part'))) return
  const past = only ? null : await ofPeriod(call, context)
  if (past) return call.reply(past)
  call.reply(await answer(call, context, only?.team.channelId ?? call.channelId))
}

/** Their own teams of exactly that name. */
async function ownNamed({ who, now, rest }: CommandRequest, { db }: Context): Promise<Membership[]> {
  const typed = simplified(foldText(rest))
  if (typed === '') return []
  const own = await membershipsOf(db, who, maySeeOwnNumbers, now)
  return own.filter(({ settings }) => simplified(foldText(settings.name)) === typed)
}

/** 'me last month', 'me North last month'. Null: no period was typed. */
async function ofPeriod({ who, now, rest, channelId, t }: CommandRequest, { db }: Context) {
  if (rest.trim() === '') return null
  const own = await membershipsOf(db, who, maySeeOwnNumbers, now)
  const folded = simplified(foldText(rest))
  const nameOf = ({ settings }: Membership) => simplified(foldText(settings.name))
  const named = own.find((one) => folded.startsWith(`${nameOf(one)} `))
  const typed = named ? folded.slice(nameOf(named).length) : rest
  const membership = named ?? resolveMembership(own, channelId)
  const shown = membership && (await numbersOfPeriod(db, membership, { typed, locale: who.locale }))
  return shown ? renderPeriodNumbers(shown, t) : null
}

async function whichOf(
  own: readonly Membership[],
  { who, now, t }: Asker,
  { db }: Context,
): Promise<RenderedMessage> {
  const teams = own.map(({ team }) => team)
  const choices = await namedTeams(db, who.workspaceId, teams, now)
  return teamMenu({ question: t('team.whichTeam'), actionId: NUMBERS.showMine }, choices, '', t)
}

/** A button, or the choice in the menu of their teams. */
export const showMineFromButton: ActionHandler = async (call, context) => {
  const { who, now, value } = call
  const own = await membershipsOf(context.db, who, maySeeOwnNumbers, now)
  const chosen = own.find(({ team }) => team.teamId === value)
  await call.replyEphemeral(await answer(call, context, chosen?.team.channelId ?? call.channelId))
}

async function answer(
  { who, now, t }: Asker,
  context: Context,
  channelId: string | null,
): Promise<RenderedMessage> {
  const mine = await myNumbers(context.db, who, now, channelId)
  if (!mine) return noTeamMessage({ who, now, t }, context)
  const parts = context.contributions.ownNumbers.map((part) => part({ who, now, t, channelId }, context))
  const more = (await Promise.all(parts)).filter((part) => part !== null)
  return renderMyNumbers(mine, t, more)
}
