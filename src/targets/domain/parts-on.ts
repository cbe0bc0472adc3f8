// Which of a member's targets measure a date.
import type { Metric } from '../../numbers/domain/metrics.ts'
import { inForceOn, type TargetPart } from './target.ts'
import { TARGET_PERIODS } from './target-period.ts'

/** Of each metric the part in force on the date, of the shortest period that has one: of the month before that of the quarter. */
export function partsOn<Part extends TargetPart>(
  parts: readonly Part[],
  metrics: readonly Metric[],
  date: Temporal.PlainDate,
): { metric: Metric; part: Part }[] {
  return metrics.flatMap((metric) => {
    const own = parts.filter(({ metricKey }) => metricKey === metric.key)
    for (const kind of TARGET_PERIODS) {
      const part = inForceOn(
        own.filter(({ period }) => period.kind === kind),
        date,
      )
      if (part) return [{ metric, part }]
    }
    return []
  })
}
