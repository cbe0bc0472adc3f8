// The months of a year's or quarter's target in the preview, with a field to set one by hand.
import type { Translate } from '../../core/i18n/translate.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { formatValue } from '../../numbers/slack/format-value.ts'
import { plainNumber } from '../../numbers/slack/number-fields.ts'
import type { Block } from '../../slack/blocks.ts'
import { field, section, textInput, typedIn } from '../../slack/fields.ts'
import type { FormState } from '../../slack/requests.ts'
import type { PlannedMonth } from '../domain/plan.ts'
import { periodName } from './figures.ts'
import { readAmount } from './target-form.ts'

const AMOUNT_LENGTH = 30
const monthBlockId = ({ facts }: PlannedMonth): string => `month:${facts.period.from}`
const isOpen = ({ isOver }: PlannedMonth): boolean => !isOver

const MONTHS_IN_YEAR = 12

/** What the month keeps: under a year also what its quarter gave it. Null: it gets its part. */
const setTo = ({ lock, whole }: PlannedMonth, { length }: readonly PlannedMonth[]): number | null =>
  lock === 'hand' || (lock === 'quarter' && length === MONTHS_IN_YEAR) ? whole : null

export function monthBlocks(months: readonly PlannedMonth[], metric: Metric, t: Translate): Block[] {
  const textOf = (month: PlannedMonth) =>
    t('target.part', {
      name: periodName(month.facts.period, t),
      value: month.whole === null ? '–' : formatValue(metric, month.whole, t.locale),
    })
  const over = months.filter(({ isOver }) => isOver)
  return [
    ...(over.length > 0 ? [section(over.map(textOf).join('\n'))] : []),
    ...months.filter(isOpen).map((month, index) =>
      field(
        monthBlockId(month),
        textOf(month),
        textInput(setTo(month, months) === null ? '' : plainNumber(metric, month.whole!), {
          maxLength: AMOUNT_LENGTH,
        }),
        { optional: true, ...(index === 0 ? { hint: t('target.monthsHint') } : {}) },
      ),
    ),
  ]
}

export type MonthsRead =
  | { ok: true; months: (number | null)[]; changed: boolean }
  | { ok: false; errors: Record<string, string> }

/** The months that are set by hand now, first to last; `changed`: otherwise than in the preview. */
export function readMonths(
  state: FormState,
  planned: readonly PlannedMonth[],
  metric: Metric,
  t: Translate,
): MonthsRead {
  const errors: Record<string, string> = {}
  let changed = false
  const months = planned.map((month) => {
    if (!isOpen(month)) return null
    const blockId = monthBlockId(month)
    const typed = typedIn(state, blockId)
    const amount = typed.trim() === '' ? null : readAmount(typed, metric, t)
    if (amount && !amount.ok) errors[blockId] = amount.error
    const value = amount?.ok ? amount.value : null
    if (setTo(month, planned) !== value) changed = true
    return value
  })
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, months, changed }
}
