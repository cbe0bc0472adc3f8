// `/kpi board`, and the button "My place" under a posted board. Only the reader sees the replies.
import { z } from 'zod'
import type { Context } from '../../core/context.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { shortName } from '../../numbers/slack/logged.ts'
import { namesOfMetrics } from '../../numbers/slack/metric-names.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { IsoDate } from '../../slack/dates.ts'
import { readJson } from '../../slack/json.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { mention } from '../../slack/mrkdwn.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler, CommandHandler, CommandRequest } from '../../slack/requests.ts'
import { parseBoardWords } from '../domain/board-words.ts'
import { type BoardAnswer, showBoard, showPlace } from '../flows/show-board.ts'
import { measureName } from './board-figures.ts'
import { boardMessage } from './board-message.ts'
import { placeLinesOf } from './my-place.ts'
import { periodText } from './period-text.ts'

const BoardRef = z.object({
  team: z.uuid(),
  period: z.enum(['day', 'week', 'month']),
  from: IsoDate,
})
const TYPED_LENGTH = 40
const NAME_LENGTH = 60
const METRICS_SHOWN = 20

export const boardCommand: CommandHandler = async (call, context) =>
  call.reply(await boardAnswer(call, context, call.channelId, call.rest))

export const showBoardFromButton: ActionHandler = async (call, context) =>
  call.replyEphemeral(await boardAnswer(call, context, call.channelId ?? '', ''))

async function boardAnswer(
  { who, now, t }: Pick<CommandRequest, 'who' | 'now' | 't'>,
  context: Context,
  channelId: string,
  rest: string,
): Promise<RenderedMessage> {
  const answer = await showBoard(context.db, who, now, channelId, (metrics) =>
    parseBoardWords(rest, namesOfMetrics(metrics)),
  )
  if (!answer.ok) return textMessage(refusalText(answer, rest, t))
  const { facts, memberId } = answer
  return boardMessage(facts, t, memberId === null ? [] : placeLinesOf(facts, memberId, t))
}

export const showMyPlace: ActionHandler = async (call, context) => {
  const { t } = call
  const ref = readJson(call.value, BoardRef)
  if (!ref) return call.replyEphemeral(textMessage(t('board.gone')))
  const answer = await showPlace(context.db, call.who, call.now, { ...ref, teamId: ref.team })
  if (!answer.ok)
    return call.replyEphemeral(textMessage(answer.reason === 'gone' ? t('board.gone') : t('board.notYours')))
  const { facts, memberId } = answer
  const title = t('board.title', {
    measure: escapeWithin(measureName(facts.metric, t), NAME_LENGTH),
    period: periodText(facts.board.period, t),
  })
  await call.replyEphemeral(textMessage([`*${title}*`, ...placeLinesOf(facts, memberId, t)].join('\n')))
}

function refusalText(answer: Extract<BoardAnswer, { ok: false }>, typed: string, t: Translate): string {
  switch (answer.reason) {
    case 'no-team':
      return t('board.noTeam')
    case 'which-team':
      return t('board.whichTeam')
    case 'not-allowed':
      return answer.askUserId
        ? t('board.notAllowed', { manager: mention(answer.askUserId) })
        : t('team.nobodyActs')
    case 'no-measure':
      return t('board.noMeasure', { team: escapeWithin(answer.teamName, NAME_LENGTH) })
    case 'not-come':
      return t('board.notCome')
    case 'unread': {
      const possible = answer.candidates.length > 0 ? answer.candidates : answer.metrics
      const metrics = possible.slice(0, METRICS_SHOWN).map((metric) => shortName(metric, t))
      return t('board.unknownWord', {
        typed: escapeWithin(answer.part || typed, TYPED_LENGTH),
        metrics: metrics.join(t('board.nameSeparator')),
      })
    }
  }
}
