// Formats a member's numbers as one line, for cards and summaries.

import type { Translate } from '../../core/i18n/translate.ts'
import { escapeWithin } from '../../slack/lines.ts'
import type { MetricValue } from '../domain/metric-value.ts'
import { metricName, shortValue } from './format-value.ts'

const NAME_LENGTH = 40
const LINE_LENGTH = 2500

/** 'Calls 42 · Visits 3': as many as fit into a section block. Empty when there are none. */
export function numbersLine(numbers: readonly MetricValue[], t: Translate): string {
  let line = ''
  for (const { metric, value } of numbers) {
    const name = escapeWithin(metricName(metric, t), NAME_LENGTH)
    const longer = `${line === '' ? '' : `${line} · `}${name} *${shortValue(metric, value, t.locale)}*`
    if (longer.length > LINE_LENGTH) return `${line} …`
    line = longer
  }
  return line
}
