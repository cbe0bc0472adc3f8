// Renders the answer to a question: what a model wrote and where it is from, or the screen that comes nearest.
import type { Translate } from '../../core/i18n/translate.ts'
import { askButtons } from '../../slack/ask-buttons.ts'
import type { Block, RenderedMessage } from '../../slack/blocks.ts'
import { section } from '../../slack/fields.ts'
import { limits, moreLimits } from '../../slack/limits.ts'
import { escapeWithin, sectionsOf, wordsOf } from '../../slack/lines.ts'
import { clip, mrkdwn } from '../../slack/mrkdwn.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import { commandButtons } from '../../slack/run-buttons.ts'
import type { AnsweredQuestion } from '../flows/answer-question.ts'

const CLAIM_LENGTH = 600
const SOURCES_SHOWN = 5
const UNCOVERED_LENGTH = 600
const MOST_BLOCKS = moreLimits.message.blocks.maxItems - 2

/** They answer what was asked: that there is none. */
const NOTHING_THERE = [
  ...(['ask.noNumbers', 'ask.noTargets', 'ask.noTargetsOf', 'ask.noTasks', 'ask.noWarnings'] as const),
  ...(['ask.noBoard', 'ask.notRanked'] as const),
] as const

const joined = (sentences: readonly string[]): string => escapeWithin(sentences.join(' '), UNCOVERED_LENGTH)

type Written = Extract<AnsweredQuestion, { kind: 'written' }>

/** Marked as a model's text. The buttons show what it says by our own screens. */
export function writtenMessage({ claims, notCovered }: Written, t: Translate): RenderedMessage {
  const lines = claims.map(({ text }) => escapeWithin(text, CLAIM_LENGTH))
  const empty = new Set(NOTHING_THERE.map((key) => t(key)))
  const nothing = joined(notCovered.filter((one) => empty.has(one)))
  const what = joined(notCovered.filter((one) => !empty.has(one)))
  const uncovered = what === '' ? [] : [t('ask.notCovered', { what })]
  const more = [...(nothing === '' ? [] : [nothing]), ...uncovered, t('ask.byModel')]
  const commands = [...new Set(claims.flatMap(({ sources }) => sources))].map((one) =>
    one.replace(/^\/kpi /, ''),
  )
  const sources = commands.slice(0, SOURCES_SHOWN)
  return {
    text: wordsOf([...lines, ...more]),
    blocks: [
      ...sectionsOf(lines),
      ...(sources.length > 0
        ? [commandButtons(sources.map((command) => ({ command, label: sourceLabel(command) })))]
        : []),
      { type: 'context', elements: more.map(mrkdwn) },
    ],
  }
}

/** An id in it is nobody's name. */
const sourceLabel = (command: string): string =>
  clip(`/kpi ${command.replaceAll(/\s*<@[^>]*>/g, '')}`, limits.button.text.maxLength)

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

export function cannotMessage(questions: readonly string[], t: Translate): RenderedMessage {
  const { text, blocks } = textMessage(t('ask.cannot'))
  return { text, blocks: [...blocks, ...(questions.length > 0 ? [askButtons(questions)] : [])] }
}
