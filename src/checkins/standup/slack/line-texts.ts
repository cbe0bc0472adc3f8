// How lines that members wrote, and their titles, are put into one line of a message.
import type { Translate } from '../../../core/i18n/translate.ts'
import { escapeWithin } from '../../../slack/lines.ts'

const TEXT_LENGTH = 200
const LISTED_LINES = 5

/** The first five, one after another; the others are counted. */
export function listed(lines: readonly string[], t: Translate): string {
  const shown = lines
    .slice(0, LISTED_LINES)
    .map((line) => escapeWithin(line.replaceAll('\n', ' '), TEXT_LENGTH))
  const rest = lines.length - LISTED_LINES
  return [...shown, ...(rest > 0 ? [t('standup.more', { count: rest })] : [])].join(
    t('standup.itemSeparator'),
  )
}

/** A bold title with its colon: Slack shows it bold only where a space follows. */
export const titled = (label: string, value: string, t: Translate): string =>
  `*${t('common.labelled', { label, value: '' }).trim()}* ${value}`
