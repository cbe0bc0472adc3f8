// `/kpi undo`: takes back what was logged last, as the Undo button does, and asks where several entries may be meant.
import { formatDate } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { noTeamMessage } from '../../org/slack/no-team.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { plain } from '../../slack/fields.ts'
import { limits } from '../../slack/limits.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { clip } from '../../slack/mrkdwn.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler, CommandHandler } from '../../slack/requests.ts'
import { undoAndAnnounce } from '../flows/undo-activity.ts'
import { type UndoChoice, undoLast } from '../flows/undo-last.ts'
import { NUMBERS } from './ids.ts'
import { undoAnswer } from './log-line-command.ts'
import { entriesText } from './logged.ts'

const NAME_LENGTH = 80
const MOST_CHOICES = 20
const SOURCE = /^[\da-f-]{36}$/u

export const undoCommand: CommandHandler = async (call, context) => {
  const { who, channelId, rest, t } = call
  const undone = await undoLast(context, who, { channelId, isPlain: rest === '' })
  if (undone.ok) return call.reply(textMessage(undoAnswer(undone.result, t)))
  if (undone.reason === 'no-team') return call.reply(await noTeamMessage(call, context))
  call.reply(undone.reason === 'which' ? question(undone.choices, t) : textMessage(t('log.undoNothing')))
}

/** Its value is checked like typed input: the ledger says whose entry it is. */
export const undoChosen: ActionHandler = async ({ who, value, t, replace }, context) => {
  const result = SOURCE.test(value)
    ? await undoAndAnnounce(context, who, { sourceId: value })
    : ({ ok: false, reason: 'unknown' } as const)
  await replace(textMessage(undoAnswer(result, t)))
}

function question(choices: readonly UndoChoice[], t: Translate): RenderedMessage {
  const shown = choices.slice(0, MOST_CHOICES)
  const entryOf = ({ entries, date }: UndoChoice) =>
    `${entriesText(entries, t)} (${formatDate(date, t.locale)})`
  const [only, another] = shown
  const lines = another
    ? [
        t('log.undoWhich'),
        ...shown.map((one) =>
          t('log.undoOf', { team: escapeWithin(one.teamName, NAME_LENGTH), entry: entryOf(one) }),
        ),
      ]
    : [t('log.undoThis', { entry: entryOf(only!) })]
  const { text, blocks } = textMessage(lines.join('\n'))
  const elements = shown.map(({ sourceId, teamName }, index) => ({
    type: 'button' as const,
    action_id: `${NUMBERS.undoChosen}#${index}`,
    text: plain(another ? clip(teamName, limits.button.text.maxLength) : t('log.undo')),
    value: sourceId,
  }))
  return { text, blocks: [...blocks, { type: 'actions', elements }] }
}
