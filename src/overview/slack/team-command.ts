// `/kpi team`: shows a manager how everybody in the team stands. Only the reader sees the answer.
import { z } from 'zod'
import type { Context } from '../../core/context.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { standingOf } from '../../org/domain/standing.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { teamMenu } from '../../org/slack/team-menu.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { IsoDate } from '../../slack/dates.ts'
import { readJson } from '../../slack/json.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { mention } from '../../slack/mrkdwn.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler, CommandHandler, CommandRequest } from '../../slack/requests.ts'
import { type ShownTeam, showTeam } from '../flows/show-team.ts'
import { teamByName } from '../flows/team-by-name.ts'
import { OVERVIEW } from './ids.ts'
import { teamMessage } from './team-message.ts'

type Asker = Pick<CommandRequest, 'who' | 'now' | 't'>

const TYPED_LENGTH = 40
const WITH_CHECKIN = { showsCheckin: true }

/** What a button under the table says. Untrusted. */
export const Wanted = z.object({
  team: z.uuid(),
  kind: z.enum(['day', 'week', 'month', 'quarter', 'year']),
  date: IsoDate,
  page: z.int().min(0).max(10_000),
})

export const teamCommand: CommandHandler = async (call, context) => {
  const { who, channelId, rest } = call
  const named = await teamByName(context, who, rest)
  const typed = named?.typed ?? rest
  const [only, another] = named?.teams ?? []
  const shown: ShownTeam = another
    ? { ok: false, reason: 'which-team', choices: named!.teams }
    : await showTeam(context, who, only ? { teamId: only.teamId } : { channelId }, { typed }, WITH_CHECKIN)
  call.reply(await answerTo(shown, call, context, typed))
}

/** The choice in the menu of teams. */
export const showChosenTeam: ActionHandler = async (call, context) => {
  const [teamId, ...words] = call.value.split(' ')
  if (!z.uuid().safeParse(teamId).success) return
  const typed = words.join(' ')
  const shown = await showTeam(context, call.who, { teamId: teamId! }, { typed }, WITH_CHECKIN)
  await call.replyEphemeral(await answerTo(shown, call, context, typed))
}

export const showTeamFromButton: ActionHandler = async (call, context) => {
  const wanted = readJson(call.value, Wanted)
  if (!wanted) return
  const { team: teamId, page, ...asked } = wanted
  const shown = await showTeam(context, call.who, { teamId }, asked, { showsCheckin: page === 0 })
  await call.replace(await answerTo(shown, call, context, '', page))
}

export async function answerTo(
  shown: ShownTeam,
  asker: Asker,
  context: Context,
  typed: string,
  page = 0,
): Promise<RenderedMessage> {
  const { t } = asker
  if (shown.ok) {
    const more = context.contributions.teamButtons.map((button) => button(shown, t))
    return teamMessage(shown, t, page, more)
  }
  if (shown.reason !== 'which-team') return refusedTeam(shown, asker, context)
  const menu = { question: t('overview.whichTeam'), actionId: OVERVIEW.chooseTeam }
  return teamMenu(menu, shown.choices, typed, t)
}

/** Why a team's numbers are not shown, and what the person can do instead. */
export async function refusedTeam(
  shown: Exclude<ShownTeam, { ok: true } | { reason: 'which-team' }>,
  asker: Asker,
  context: Context,
): Promise<RenderedMessage> {
  const { t } = asker
  if (shown.reason === 'not-allowed')
    return textMessage(await notAllowedText(shown.askUserId, asker, context))
  if (shown.reason === 'no-team') return textMessage(await noTeamText(asker, context))
  return textMessage(periodProblem(shown, t))
}

function periodProblem({ reason, typed }: Extract<ShownTeam, { typed: string }>, t: Translate): string {
  if (reason === 'not-come') return t('overview.notCome')
  if (reason === 'several') return t('overview.onePeriod')
  return t('overview.unread', { typed: escapeWithin(typed, TYPED_LENGTH) })
}

async function notAllowedText(
  askUserId: string | null,
  { who, now, t }: Asker,
  { db }: Context,
): Promise<string> {
  if (askUserId === null) return t('team.nobodyActs')
  const text = t('overview.onlyManager', { manager: mention(askUserId) })
  const { memberOf } = await actorOf(db, who, now)
  return memberOf.length > 0 ? `${text} ${t('overview.yours')}` : text
}

/** Why somebody who leads no team gets no table, and what they can do instead. */
async function noTeamText({ who, now, t }: Asker, { db }: Context): Promise<string> {
  const standing = standingOf(await actorOf(db, who, now))
  if (standing === 'reports') return `${t('overview.forManagers')} ${t('overview.yours')}`
  if (standing === 'guest') return t('overview.forManagers')
  if (standing === 'admin' || who.isAdmin) return t('overview.notAdmin')
  return t('team.noTeam')
}
