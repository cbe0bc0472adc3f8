// The fields that say how a year or quarter is spread over its months.
import type { Translate } from '../../core/i18n/translate.ts'
import type { Block } from '../../slack/blocks.ts'
import { chosenIn, field, menu, textInput, typedIn } from '../../slack/fields.ts'
import type { FormState } from '../../slack/requests.ts'
import { TIME_SPLITS, type TimeSplit, type TimeSplitKind } from '../domain/split-time.ts'
import type { TargetPeriod, TargetPeriodKind } from '../domain/target-period.ts'

export const TIME_BLOCKS = { time: 'time', months: 'months' } as const

const MONTHS_LENGTH = 80
/** For each kind of period so many weights may be given: of its months, of a year's quarters too. */
const COUNTS: Readonly<Record<TargetPeriodKind, readonly number[]>> = {
  month: [],
  quarter: [3],
  year: [12, 4],
}

export const timeFields = (t: Translate): Block[] => [
  field(TIME_BLOCKS.time, t('target.time'), menu(choices(t), 'days'), { hint: t('target.timeHint') }),
  field(TIME_BLOCKS.months, t('target.months3'), textInput('', { maxLength: MONTHS_LENGTH }), {
    optional: true,
    hint: t('target.months3Hint'),
  }),
]

/** Weights are chosen by typing them. */
const choices = (t: Translate) =>
  TIME_SPLITS.filter((by) => by !== 'weights').map((value) => ({ value, text: timeName(value, t) }))

const timeName = (by: Exclude<TimeSplitKind, 'weights'>, t: Translate): string =>
  ({ days: t('target.timeDays'), equal: t('target.timeEqual'), last: t('target.timeLast') })[by]

export type TimeRead = { ok: true; time: TimeSplit } | { ok: false; error: string }

export function readTime(state: FormState, period: TargetPeriod | undefined, t: Translate): TimeRead {
  const parts = typedIn(state, TIME_BLOCKS.months)
    .normalize('NFKC')
    .split(/[\s,、，;:/%]+/u)
    .filter((part) => part !== '')
  const by = TIME_SPLITS.find((one) => one === chosenIn(state, TIME_BLOCKS.time)) ?? 'days'
  if (parts.length === 0) return { ok: true, time: { by: by === 'weights' ? 'days' : by, weights: null } }
  if (period?.kind === 'month') return { ok: false, error: t('target.onlyQuarter') }
  const weights = parts.map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : Number.NaN))
  const fits = period === undefined || COUNTS[period.kind].includes(weights.length)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  if (!fits || !(sum > 0)) {
    const kind = period?.kind === 'year' ? 'target.badYearWeights' : 'target.badWeights'
    return { ok: false, error: t(kind) }
  }
  return { ok: true, time: { by: 'weights', weights } }
}
