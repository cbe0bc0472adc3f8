// Says below a field for numbers what of the target is that day's, and what is in already.
import { formatDateBy } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { MetricKey } from '../../core/ids.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { formatValue } from '../../numbers/slack/format-value.ts'
import type { FieldTarget } from '../flows/targets-of-day.ts'
import { roundedValue } from './figures.ts'

/** Null: there is no target for it. */
export function dayTargetHint(
  targets: ReadonlyMap<MetricKey, FieldTarget>,
  metric: Metric,
  t: Translate,
): string | null {
  const found = targets.get(metric.key)
  if (!found) return null
  const { day, from, actual } = found
  const target = roundedValue(metric, found.target, t)
  if (metric.kind !== 'additive') return t('target.fieldRate', { target })
  const said = { target, actual: formatValue(metric, actual ?? 0, t.locale) }
  if (day !== null) return t('target.field', { ...said, day: roundedValue(metric, day, t) })
  const since = from && formatDateBy(from, t.locale, { day: 'numeric', month: 'short' })
  return t('target.fieldFrom', { ...said, from: since ?? '' })
}
