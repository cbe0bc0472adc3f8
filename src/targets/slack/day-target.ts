// Says below a field for numbers what of the target is that day's, and what is in already.
import type { Translate } from '../../core/i18n/translate.ts'
import type { MetricKey } from '../../core/ids.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { formatValue } from '../../numbers/slack/format-value.ts'
import type { DayTarget } from '../domain/own-target.ts'

/** Null: there is no target for it. */
export function dayTargetHint(
  targets: ReadonlyMap<MetricKey, DayTarget>,
  metric: Metric,
  t: Translate,
): string | null {
  const found = targets.get(metric.key)
  if (!found) return null
  const { progress } = found.target
  const target = formatValue(metric, progress.target, t.locale)
  if (found.day === null) return t('target.fieldRate', { target })
  return t('target.field', {
    target,
    day: formatValue(metric, found.day, t.locale),
    actual: formatValue(metric, progress.actual ?? 0, t.locale),
  })
}
