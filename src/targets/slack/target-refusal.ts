// Says why a target was not taken, with the numbers that clash.
import type { Translate } from '../../core/i18n/translate.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { formatValue } from '../../numbers/slack/format-value.ts'
import type { TargetRefusal } from '../domain/plan.ts'
import { periodName } from './figures.ts'
import { BLOCKS } from './target-form.ts'

/** The refusals about months. */
function monthsText(
  refusal: Extract<TargetRefusal, { reason: 'months-clash' | 'not-in-whole' }>,
  written: (value: number) => string,
  t: Translate,
): string {
  if (refusal.reason === 'months-clash') {
    const { whole, set, open } = refusal
    return t('target.monthsClash', { whole: written(whole), set: written(set), open })
  }
  const { period, whole, others, value } = refusal
  return t('target.notInWhole', {
    ...{ period: periodName(period, t), whole: written(whole), others: written(others) },
    value: written(value),
  })
}

/** `block`: the field of the first form that it is about. */
export function refusalText(
  refusal: TargetRefusal,
  metric: Metric,
  t: Translate,
): { block: string; text: string } {
  const written = (value: number) => formatValue(metric, value, t.locale)
  switch (refusal.reason) {
    case 'period-over':
      return { block: BLOCKS.period, text: t('target.periodOver') }
    case 'reason-missing':
      return { block: BLOCKS.reason, text: t('target.reasonMissing') }
    case 'not-in-team':
      return { block: BLOCKS.who, text: t('target.notInTeam') }
    case 'nobody':
      return { block: BLOCKS.metric, text: t('target.nobody') }
    case 'no-weight':
      return { block: BLOCKS.split, text: t('target.noWeight') }
    case 'unchanged':
      return { block: BLOCKS.value, text: t('target.unchanged') }
    case 'no-month':
      return { block: BLOCKS.time, text: t('target.noMonth') }
    case 'overlaps': {
      const period = periodName(refusal.period, t)
      return { block: BLOCKS.period, text: t('target.overlaps', { period }) }
    }
    case 'above-parent': {
      const { period, whole, others, value } = refusal
      const said = { whole: written(whole), others: written(others), value: written(value) }
      return {
        block: BLOCKS.value,
        text: t('cascade.aboveParent', { ...said, period: periodName(period, t) }),
      }
    }
    case 'months-clash':
    case 'not-in-whole':
      return { block: BLOCKS.value, text: monthsText(refusal, written, t) }
    case 'does-not-add-up': {
      const { whole, byHand, open } = refusal
      const said = { whole: written(whole), byHand: written(byHand), open }
      return { block: BLOCKS.value, text: t('target.doesNotAddUp', said) }
    }
    case 'above-whole': {
      const { whole, others, value } = refusal
      const said = { whole: written(whole), others: written(others), value: written(value) }
      return { block: BLOCKS.value, text: t('target.aboveWhole', said) }
    }
  }
}
