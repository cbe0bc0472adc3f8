// Lists people's names below a title in a few lines of a message.
import type { Translate } from '../../../core/i18n/translate.ts'
import { escapeWithin } from '../../../slack/lines.ts'
import { titled } from './line-texts.ts'

const NAME_LENGTH = 80
const NAMES_LINE_LENGTH = 2800
const NAMES_LINES = 4

/** Names one after another; what does not fit in four lines is counted. */
export function namesLines(title: string, names: readonly string[], t: Translate): string[] {
  if (names.length === 0) return []
  const lines = [titled(title, '', t)]
  const separator = t('common.listSeparator')
  for (const [index, raw] of names.entries()) {
    const next = `${escapeWithin(raw, NAME_LENGTH)}${index < names.length - 1 ? separator : ''}`
    if (lines.at(-1)!.length + next.length <= NAMES_LINE_LENGTH) lines[lines.length - 1] += next
    else if (lines.length < NAMES_LINES) lines.push(next)
    else return [...lines, t('standup.moreNames', { count: names.length - index })]
  }
  return lines
}
