// Says what it takes from here: the rest, the working days left, and how much of what a day.
import type { Translate } from '../../core/i18n/translate.ts'
import { formatValue } from '../../numbers/slack/format-value.ts'
import type { OwnTarget } from '../domain/own-target.ts'
import { nameWithin, perDayValue, roundedValue } from './figures.ts'

/** `named`: no name of the number stands beside it. Null: nothing can be summed up, or no day is in the period. */
export function restText(target: OwnTarget, t: Translate, named = false): string | null {
  const { metric, progress, work, beyond } = target
  const { rest } = progress
  if (!rest || progress.days === 0) return null
  const said = { rest: roundedValue(metric, rest.amount, t), days: rest.days }
  if (!metric.higherIsBetter) {
    if (rest.amount === 0) return t('target.used')
    return rest.perDay === null
      ? null
      : t('target.toUse', { ...said, perDay: perDayValue(metric, rest.perDay, t) })
  }
  if (rest.amount === 0) return progress.target === 0 ? null : t('target.reached')
  if (rest.perDay === null) return t('target.toGoOver', said)
  if (beyond) {
    const done = work?.metric ?? metric
    const usual = perDayValue(done, beyond.usual, t)
    return t('target.beyondReach', { ...said, usual, work: nameWithin(done, t) })
  }
  const perDay = perDayValue(metric, rest.perDay, t)
  // Of money the currency says enough.
  if (!work && named && metric.unit !== 'money')
    return t('target.toGoWork', { ...said, perDay, work: nameWithin(metric, t) })
  if (!work) return t('target.toGo', { ...said, perDay })
  const needed = formatValue(work.metric, work.perDay * 10 ** work.metric.decimals, t.locale)
  return t('target.toGoWork', { ...said, perDay: needed, work: nameWithin(work.metric, t) })
}
