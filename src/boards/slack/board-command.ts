// `/kpi board`, and the button "My place" under a posted board. Only the reader sees the replies.
import { z } from 'zod'
import type { Context } from '../../core/context.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { Person } from '../../core/person.ts'
import { shortName } from '../../numbers/slack/logged.ts'
import { namesOfMetrics } from '../../numbers/slack/metric-names.ts'
import { noTeamMessage } from '../../org/slack/no-team.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { dateQuestion } from '../../slack/date-questions.ts'
import { IsoDate } from '../../slack/dates.ts'
import { readJson } from '../../slack/json.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { mention } from '../../slack/mrkdwn.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler, CommandHandler, CommandRequest } from '../../slack/requests.ts'
import { parseBoardWords } from '../domain/board-words.ts'
import type { BoardPlace } from '../flows/resolve-board-team.ts'
import { type BoardAnswer, type BoardReader, showBoard, showPlace } from '../flows/show-board.ts'
import { measuredOf, measureName } from './board-figures.ts'
import { boardMessage } from './board-message.ts'
import { placeLinesOf } from './my-place.ts'
import { periodText } from './period-text.ts'
import { namesOfRoles } from './role-names.ts'
import { whichTeamMessage } from './which-team.ts'

const BoardRef = z.object({
  team: z.uuid(),
  period: z.enum(['day', 'week', 'month']),
  from: IsoDate,
})
const TYPED_LENGTH = 40
const NAME_LENGTH = 60
const METRICS_SHOWN = 20

export const boardCommand: CommandHandler = async (call, context) =>
  call.reply(await boardAnswer(call, context, { channelId: call.channelId }, call.rest))

export const showBoardFromButton: ActionHandler = async (call, context) =>
  call.replyEphemeral(await boardAnswer(call, context, { channelId: call.channelId ?? '' }, ''))

/** The choice in the menu of teams: what was typed follows the team's id. */
export const showChosenBoard: ActionHandler = async (call, context) => {
  const [teamId, ...typed] = call.value.split(' ')
  if (!z.uuid().safeParse(teamId).success) return
  await call.replyEphemeral(await boardAnswer(call, context, { teamId: teamId! }, typed.join(' ')))
}

async function boardAnswer(
  { who, now, t }: Pick<CommandRequest, 'who' | 'now' | 't'>,
  context: Context,
  place: BoardPlace,
  rest: string,
): Promise<RenderedMessage> {
  const parse: BoardReader['parse'] = (typed, { metrics, roles }, view) =>
    parseBoardWords(typed, namesOfMetrics(metrics), view, namesOfRoles(roles))
  const answer = await showBoard(context.db, { who, now, parse }, place, rest)
  if (!answer.ok) {
    const ofTeams = UNREAD.has(answer.reason) ? await teamsBoard({ who, t }, rest, context) : null
    if (ofTeams) return ofTeams
    if (answer.reason === 'no-team') return noTeamMessage({ who, now, t }, context)
    if (answer.reason === 'which-team') return whichTeamMessage(answer.choices, answer.typed, t)
    if (answer.reason === 'which-date')
      return dateQuestion(answer.choice, t, {
        noDate: t('board.notOnePeriod'),
        commandWith: (date) => `board ${date} ${answer.rest}`.trim(),
      })
    return textMessage(refusalText(answer, rest, t))
  }
  const { facts, memberId } = answer
  // Who looks at more than one team's boards needs its name; a member sees their own place instead.
  const ofTeam = t('board.ofTeam', { team: escapeWithin(facts.teamName, NAME_LENGTH) })
  const own = memberId === null ? [ofTeam] : placeLinesOf(facts, memberId, t)
  return boardMessage(facts, t, own, todayOf(who, now))
}

/** Where the words named no board of people, or no team whose board it could be. */
const UNREAD: ReadonlySet<string> = new Set(['unread', 'which-team', 'no-team', 'not-allowed'])

async function teamsBoard(
  asked: Pick<CommandRequest, 'who' | 't'>,
  typed: string,
  context: Context,
): Promise<RenderedMessage | null> {
  for (const board of context.contributions.teamsBoards) {
    const found = await board(asked, typed, context)
    if (found) return found
  }
  return null
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
    measure: escapeWithin(measureName(measuredOf(facts), t), NAME_LENGTH),
    period: periodText(facts.board.period, t, todayOf(call.who, call.now)),
  })
  await call.replyEphemeral(textMessage([`*${title}*`, ...placeLinesOf(facts, memberId, t)].join('\n')))
}

const todayOf = ({ zone }: Person, now: Temporal.Instant): Temporal.PlainDate =>
  now.toZonedDateTimeISO(zone).toPlainDate()

type Refused = Exclude<BoardAnswer, { ok: true } | { reason: 'no-team' | 'which-team' | 'which-date' }>

function refusalText(answer: Refused, typed: string, t: Translate): string {
  switch (answer.reason) {
    case 'not-allowed':
      return answer.askUserId
        ? t('board.notAllowed', { manager: mention(answer.askUserId) })
        : t('team.nobodyActs')
    case 'no-measure':
      return t('board.noMeasure', { team: escapeWithin(answer.teamName, NAME_LENGTH) })
    case 'no-weights':
      return t('board.noWeights', { team: escapeWithin(answer.teamName, NAME_LENGTH) })
    case 'as-of-unread':
      return t('board.asOfUnread')
    case 'not-come':
      return t('board.notCome')
    case 'no-such-date':
      return t('dates.noSuchDate')
    case 'not-one-period':
      return t('board.notOnePeriod')
    case 'unread': {
      const possible = answer.candidates.length > 0 ? answer.candidates : answer.metrics
      const metrics = possible.slice(0, METRICS_SHOWN).map((metric) => shortName(metric, t))
      return t('board.unknownWord', {
        typed: escapeWithin(answer.part || typed, TYPED_LENGTH),
        metrics: metrics.join(t('common.listSeparator')),
      })
    }
  }
}
