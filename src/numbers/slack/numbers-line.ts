// Writes a member's numbers as one line, for cards and summaries.

import type { Translate } from '../../core/i18n/translate.ts'
import { escapeWithin } from '../../slack/lines.ts'
import type { Reading } from '../domain/reading.ts'
import { formatValue, metricName } from './format-value.ts'

const NAME_LENGTH = 40
const LINE_LENGTH = 2500

/** 'Calls 42 · Visits 3': as many as fit in a section. Empty where there are none. */
export function numbersLine(numbers: readonly Reading[], t: Translate): string {
  let line = ''
  for (const { metric, value } of numbers) {
    const name = escapeWithin(metricName(metric, t), NAME_LENGTH)
    const longer = `${line === '' ? '' : `${line} · `}${name} *${formatValue(metric, value, t.locale)}*`
    if (longer.length > LINE_LENGTH) return `${line} …`
    line = longer
  }
  return line
}
