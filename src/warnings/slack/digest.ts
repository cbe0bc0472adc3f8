// Renders a digest of warnings: the most urgent with their buttons, the others as lines, those that are over struck out.
import type { Translate } from '../../core/i18n/translate.ts'
import type { Block, RenderedMessage } from '../../slack/blocks.ts'
import { plain, section } from '../../slack/fields.ts'
import { sectionsOf, wordsOf } from '../../slack/lines.ts'
import type { WarningView } from '../domain/warning-view.ts'
import type { DigestView } from '../flows/facts/digest.ts'
import { WARNINGS } from './ids.ts'
import { listedButtons, listedText } from './list-message.ts'
import { aboutText, headText, stateLines } from './warning-message.ts'

/** Two blocks each, of the 50 that Slack takes. */
const WITH_BUTTONS = 10
const LINES = 15
const OVER = 15

export function renderDigest({ open, over, zone }: DigestView, t: Translate): RenderedMessage {
  const none = t(over.length > 0 ? 'digest.allOver' : 'digest.notYours')
  const head = open.length > 0 ? t('digest.head', { count: open.length }) : none
  const isMixed = new Set(open.map(({ warning }) => warning.teamId)).size > 1
  const first = open.slice(0, WITH_BUTTONS)
  const texts = first.map((view) => listedText(view, { zone, isMixed }, t))
  const lines = open.slice(WITH_BUTTONS, WITH_BUTTONS + LINES).map((view) => `• ${headText(view, t)}`)
  const rest = open.length - first.length - lines.length
  const more = rest > 0 ? [t('digest.more', { count: rest })] : []
  const ended = endedLines(over, open.length > 0, t)
  const button: Block = {
    type: 'actions',
    elements: [{ type: 'button', action_id: WARNINGS.list, text: plain(t('digest.show')) }],
  }
  return {
    text: wordsOf([head, ...texts, ...lines, ...more, ...ended]),
    blocks: [
      section(head),
      ...first.flatMap((view, index) => [section(texts[index]!), ...listedButtons(view, t)]),
      ...sectionsOf([...lines, ...more]),
      ...sectionsOf(ended),
      ...(open.length > 0 ? [button] : []),
    ],
  }
}

function endedLines(over: readonly WarningView[], isBelow: boolean, t: Translate): string[] {
  if (over.length === 0) return []
  const rest = over.length - OVER
  return [
    ...(isBelow ? [t('digest.overHead')] : []),
    ...over.slice(0, OVER).map((view) => endedLine(view, t)),
    ...(rest > 0 ? [t('digest.moreOver', { count: rest })] : []),
  ]
}

const endedLine = (view: WarningView, t: Translate): string =>
  t('digest.over', {
    about: aboutText(view, t),
    end: stateLines(view, t).join(' '),
  })
