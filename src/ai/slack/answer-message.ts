// Renders the answer to a question: what a model wrote and where it is from, or the screen that comes nearest.
import type { Translate } from '../../core/i18n/translate.ts'
import type { UserId } from '../../core/ids.ts'
import { askButtons } from '../../slack/ask-buttons.ts'
import type { Block, RenderedMessage } from '../../slack/blocks.ts'
import { section } from '../../slack/fields.ts'
import { limits, moreLimits } from '../../slack/limits.ts'
import { escapeWithin, sectionsOf, wordsOf } from '../../slack/lines.ts'
import { clip, mrkdwn } from '../../slack/mrkdwn.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import { commandButtons } from '../../slack/run-buttons.ts'
import { IS_STAND_IN, leftOutBy } from '../domain/own-sentences.ts'
import type { AnsweredQuestion } from '../flows/answer-question.ts'
import { commandShown } from './command-shown.ts'
import { numbered, withNames } from './sources.ts'

const CLAIM_LENGTH = 600
const BUTTONS_IN_ROW = limits.actions.elements.maxItems
const UNCOVERED_LENGTH = 600
const MOST_BLOCKS = moreLimits.message.blocks.maxItems - 2

/** Sentences stand by themselves, also that there is nothing, which answers what was asked; what a model says in our phrases is a list. */
function leftOutLines(notCovered: readonly string[], t: Translate): string[] {
  const ours = new Set(leftOutBy(t.locale, true))
  const sentences = notCovered.filter((one) => !ours.has(one)).join(t.locale === 'en' ? ' ' : '')
  const what = notCovered.filter((one) => ours.has(one)).join(t('common.listSeparator'))
  return [
    ...(sentences === '' ? [] : [escapeWithin(sentences, UNCOVERED_LENGTH)]),
    ...(what === '' ? [] : [t('ask.notCovered', { what: escapeWithin(what, UNCOVERED_LENGTH) })]),
  ]
}

type Written = Extract<AnsweredQuestion, { kind: 'written' }>

/**
 * Marked as a model's text. The numbered buttons show what it says by our own screens. `names`: of whom commands mention by
 * their ids.
 */
export function writtenMessage(
  { claims, notCovered }: Written,
  names: Readonly<Record<UserId, string>>,
  t: Translate,
): RenderedMessage {
  const { commands, numbers } = numbered(claims)
  const lines = claims.map(({ text, sources }) =>
    [escapeWithin(text, CLAIM_LENGTH), ...numbers(sources)].join(' '),
  )
  const byStandIn = notCovered.includes(IS_STAND_IN[t.locale])
  const more = [...leftOutLines(notCovered, t), t(byStandIn ? 'ask.byStandIn' : 'ask.byModel')]
  return {
    text: wordsOf([...lines, ...more]),
    blocks: [
      ...sectionsOf(lines),
      ...sourceRows(commands, names, t),
      { type: 'context', elements: more.map(mrkdwn) },
    ],
  }
}

function sourceRows(
  commands: readonly string[],
  names: Readonly<Record<UserId, string>>,
  t: Translate,
): Block[] {
  const buttons = commands.map((command, index) => ({
    command: command.replace(/^\/kpi /, ''),
    label: clip(`[${index + 1}] ${commandShown(withNames(command, names), t)}`, limits.button.text.maxLength),
  }))
  const rows = Math.ceil(buttons.length / BUTTONS_IN_ROW)
  return Array.from({ length: rows }, (_, row) => {
    const first = row * BUTTONS_IN_ROW
    return commandButtons(buttons.slice(first, first + BUTTONS_IN_ROW), first)
  })
}

/** A screen below the sentence that says what it is, with questions that can be asked. */
export function screenMessage(
  intro: string,
  screen: RenderedMessage,
  questions: readonly string[],
): RenderedMessage {
  const blocks: Block[] = [section(intro), ...screen.blocks]
  const asks = questions.length > 0 && blocks.length < MOST_BLOCKS ? [askButtons(questions)] : []
  return { text: wordsOf([intro, screen.text]), blocks: [...blocks.slice(0, MOST_BLOCKS), ...asks] }
}

/** `said`: that it cannot be answered; of thanks or a greeting, which ask for nothing, a word back. */
export function questionsMessage(
  said: 'ask.cannot' | 'ask.smallTalk',
  questions: readonly string[],
  t: Translate,
): RenderedMessage {
  const { text, blocks } = textMessage(t(said))
  return { text, blocks: [...blocks, ...(questions.length > 0 ? [askButtons(questions)] : [])] }
}
