// Shows a written text to whoever asked for it: marked, each sentence with its source, and what it does not cover.
import type { Translate } from '../../core/i18n/translate.ts'
import type { UserId } from '../../core/ids.ts'
import type { Block, RenderedMessage } from '../../slack/blocks.ts'
import { escapeWithin, sectionsOf, wordsOf } from '../../slack/lines.ts'
import { mrkdwn } from '../../slack/mrkdwn.ts'
import { commandButtons } from '../../slack/run-buttons.ts'
import type { WrittenText } from '../flows/write-text.ts'
import { commandShown } from './command-shown.ts'
import { numbered, withNames } from './sources.ts'

const CLAIM_SHOWN = 900
const COMMAND_LENGTH = 100
const NOT_COVERED_LENGTH = 400
const SOURCE_BUTTONS = 3

/** `title` is escaped. `names`: of whom commands mention by their ids. */
export function textAnswer(
  title: string,
  { by, claims, notCovered }: WrittenText,
  t: Translate,
  names: Readonly<Record<UserId, string>> = {},
): RenderedMessage {
  const { commands, numbers } = numbered(claims)
  const lines = [
    `*${title}*`,
    ...claims.map(({ text, sources }) =>
      `• ${escapeWithin(text, CLAIM_SHOWN)} ${numbers(sources).join('')}`.trimEnd(),
    ),
  ]
  const small = [
    t(by === 'model' ? 'ai-text.byModel' : 'ai-text.byRule'),
    ...commands.map(
      (command, index) =>
        `[${index + 1}] \`${escapeWithin(commandShown(withNames(command, names), t).replaceAll('`', '’'), COMMAND_LENGTH)}\``,
    ),
    ...notCovered.map((text) => t('ai-text.notCovered', { text: escapeWithin(text, NOT_COVERED_LENGTH) })),
  ]
  const buttons = commands.slice(0, SOURCE_BUTTONS).map((command, index) => ({
    command: command.replace(/^\/kpi /u, ''),
    label: t('ai-text.showSource', { number: index + 1 }),
  }))
  return {
    text: wordsOf([...lines, ...small]),
    blocks: [
      ...sectionsOf(lines),
      { type: 'context', elements: [mrkdwn(small.join('\n'))] },
      ...(buttons.length > 0 ? [commandButtons(buttons) as Block] : []),
    ],
  }
}
