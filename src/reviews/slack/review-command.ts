// `/kpi review`: shows whoever leads a team target against actual, the funnel, and where the gaps come from. Only the reader sees it.
import { z } from 'zod'
import type { Context } from '../../core/context.ts'
import { teamMenu } from '../../org/slack/team-menu.ts'
import { teamByName } from '../../overview/flows/team-by-name.ts'
import { refusedTeam } from '../../overview/slack/team-command.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { IsoDate } from '../../slack/dates.ts'
import { readJson } from '../../slack/json.ts'
import type { ActionHandler, CommandHandler, CommandRequest } from '../../slack/requests.ts'
import { type ShownReview, showReview } from '../flows/show-review.ts'
import { lineOf, usualPeriod } from './command-words.ts'
import { REVIEWS } from './ids.ts'
import { reviewMessage } from './review-message.ts'

/** What a button under the review says. Untrusted. */
const Wanted = z.object({
  team: z.uuid(),
  kind: z.enum(['day', 'week', 'month', 'quarter', 'year']),
  date: IsoDate,
})

export const reviewCommand: CommandHandler = async (call, context) => {
  const { who, channelId, rest } = call
  const { usual, typed: words } = usualPeriod(rest)
  const named = await teamByName(context, who, words)
  const wanted = { usual, typed: named?.typed ?? words }
  const [only, another] = named?.teams ?? []
  const shown: ShownReview = another
    ? { ok: false, reason: 'which-team', choices: named!.teams }
    : await showReview(context, who, only ? { teamId: only.teamId } : { channelId }, wanted)
  call.reply(await answerTo(shown, call, context, lineOf(wanted)))
}

/** The choice in the menu of teams. */
export const reviewChosenTeam: ActionHandler = async (call, context) => {
  const [teamId, ...words] = call.value.split(' ')
  if (!z.uuid().safeParse(teamId).success) return
  const typed = words.join(' ')
  const shown = await showReview(context, call.who, { teamId: teamId! }, usualPeriod(typed))
  await call.replyEphemeral(await answerTo(shown, call, context, typed))
}

export const reviewFromButton: ActionHandler = async (call, context) => {
  const wanted = readJson(call.value, Wanted)
  if (!wanted) return
  const { team: teamId, ...asked } = wanted
  const shown = await showReview(context, call.who, { teamId }, asked)
  await call.replace(await answerTo(shown, call, context, ''))
}

/** From a message that stays: the review appears beside it. */
export const reviewBeside: ActionHandler = async (call, context) => {
  const wanted = readJson(call.value, Wanted)
  if (!wanted) return
  const { team: teamId, ...asked } = wanted
  const shown = await showReview(context, call.who, { teamId }, asked)
  await call.replyEphemeral(await answerTo(shown, call, context, ''))
}

async function answerTo(
  shown: ShownReview,
  asker: Pick<CommandRequest, 'who' | 'now' | 't'>,
  context: Context,
  typed: string,
): Promise<RenderedMessage> {
  const { t } = asker
  if (shown.ok) return reviewMessage(shown, t)
  if (shown.reason !== 'which-team') return refusedTeam(shown, asker, context)
  return teamMenu({ question: t('review.whichTeam'), actionId: REVIEWS.chooseTeam }, shown.choices, typed, t)
}
