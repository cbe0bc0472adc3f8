// Renders the reply to a typed line: saved with an Undo button, a question about unusual values, or undone.

import { formatDate } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { MetricKey } from '../../core/ids.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { button } from '../../slack/fields.ts'
import { escapeWithin, sectionsOf, wordsOf } from '../../slack/lines.ts'
import type { Metric } from '../domain/metrics.ts'
import type { LineEntry, LineLogged } from '../flows/log-typed-line.ts'
import { formatValue, metricName, spokenValue } from './format-value.ts'
import { NUMBERS } from './ids.ts'
import { askedRange } from './number-problems.ts'

const NAME_LENGTH = 60
const ITEMS_SHOWN = 20
const LINE_LENGTH = 120

export const shortName = (metric: Metric, t: Translate): string =>
  escapeWithin(metricName(metric, t), NAME_LENGTH)

export type LoggedLine = Extract<LineLogged, { ok: true }>

const doneText = ({ entries, date }: LoggedLine, t: Translate): string =>
  t('log.done', { date: formatDate(date, t.locale), numbers: numbersText(entries, t) })

/** The numbers of one line were saved, of several deals one after the other. Undo takes all of them back, the last one first. */
export function renderLogged(
  logged: readonly LoggedLine[],
  notes: readonly string[],
  t: Translate,
): RenderedMessage {
  const lines = [...logged.map((one) => doneText(one, t)), ...notes]
  const keys = logged.map(({ sourceKey }) => sourceKey).reverse()
  return {
    text: wordsOf(lines),
    blocks: [...sectionsOf(lines), button(NUMBERS.undo, t('log.undo'), keys.join(','))],
  }
}

/** Of several deals the first ones were saved, and the next one has to be asked about. */
export function renderPartlyLogged(
  logged: readonly LoggedLine[],
  { lines, question }: { lines: readonly string[]; question: RenderedMessage },
  t: Translate,
): RenderedMessage {
  const waiting = lines.map((line) => escapeWithin(line, LINE_LENGTH)).join(t('common.listSeparator'))
  const said = [...logged.map((one) => doneText(one, t)), t('log.dealsWaiting', { lines: waiting })]
  return {
    text: wordsOf([...said, question.text]),
    blocks: [...sectionsOf(said), ...question.blocks],
  }
}

/** Nothing was saved, because some totals are unusual. `value` is the value of the confirm button. */
export function renderUnusualQuestion(
  entries: readonly LineEntry[],
  unusual: ReadonlySet<MetricKey>,
  date: Temporal.PlainDate,
  value: string,
  t: Translate,
): RenderedMessage {
  const questions = entries
    .filter(({ metric }) => unusual.has(metric.key))
    .slice(0, ITEMS_SHOWN)
    .map(({ metric, total }) =>
      t('log.doubt', {
        metric: shortName(metric, t),
        total: spokenValue(metric, total, t.locale),
        usual: askedRange(metric, t) ?? '',
      }),
    )
  const read = t('log.check', { date: formatDate(date, t.locale), numbers: numbersText(entries, t) })
  const lines = [read, ...questions]
  return { text: wordsOf(lines), blocks: [...sectionsOf(lines), button(NUMBERS.keep, t('log.keep'), value)] }
}

/** What a form has set, where a value was typed in words: as it was understood. */
export function setText(
  fields: readonly { metric: Metric }[],
  values: Readonly<Record<MetricKey, number>>,
  date: Temporal.PlainDate,
  t: Translate,
): string {
  const items = fields.flatMap(({ metric }) => {
    const value = values[metric.key]
    if (value === undefined) return []
    return [
      t('log.addedFirst', { metric: shortName(metric, t), value: spokenValue(metric, value, t.locale) }),
    ]
  })
  return t('log.done', { date: formatDate(date, t.locale), numbers: listed(items, t) })
}

export function undoneText(
  entries: readonly { metric: Metric; value: number }[],
  date: Temporal.PlainDate,
  t: Translate,
): string {
  return t('log.undone', { date: formatDate(date, t.locale), numbers: entriesText(entries, t) })
}

export function entriesText(entries: readonly { metric: Metric; value: number }[], t: Translate): string {
  const items = entries.map(({ metric, value }) =>
    t('log.undoneItem', { metric: shortName(metric, t), value: formatValue(metric, value, t.locale) }),
  )
  return listed(items, t)
}

function numbersText(entries: readonly LineEntry[], t: Translate): string {
  const item = ({ metric, value, total }: LineEntry): string => {
    const values = {
      metric: shortName(metric, t),
      value: spokenValue(metric, value, t.locale),
      total: spokenValue(metric, total, t.locale),
    }
    if (metric.kind === 'level') return t('log.levelSet', values)
    return value === total ? t('log.addedFirst', values) : t('log.added', values)
  }
  return listed(entries.map(item), t)
}

function listed(items: readonly string[], t: Translate): string {
  const more = items.length > ITEMS_SHOWN ? ' …' : ''
  return items.slice(0, ITEMS_SHOWN).join(t('common.listSeparator')) + more
}
