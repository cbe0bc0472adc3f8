// Tells how somebody stands against a target, as facts for an answer: reached, target, gap, what is left, and the forecast.
import type { Translate } from '../../../core/i18n/translate.ts'
import type { Metric } from '../../../numbers/domain/metrics.ts'
import { formatValue } from '../../../numbers/slack/format-value.ts'
import type { OwnTarget } from '../../../targets/domain/own-target.ts'
import type { Progress } from '../../../targets/domain/progress.ts'
import { percent, perDayValue, periodName, roundedValue } from '../../../targets/slack/figures.ts'
import type { Fact } from '../../domain/fact.ts'
import { dateFact, directionFact, figure, labelOf, type Of, type OfMetric } from '../facts.ts'

/** How somebody stands against a target: what is reached, of how much, how far that is, and which way the pace goes. */
export function progressFacts(
  key: string,
  metric: Metric,
  progress: Pick<Progress, 'target' | 'actual' | 'attainment' | 'gap' | 'pace'>,
  of: OfMetric,
  t: Translate,
): Fact[] {
  const { target, actual, attainment, gap, pace } = progress
  return [
    ...(actual === null
      ? []
      : [figure(`${key}.actual`, formatValue(metric, actual, t.locale), 'numbers', of)]),
    figure(`${key}.target`, roundedValue(metric, target, t), 'targets', of),
    ...(attainment === null || !metric.higherIsBetter
      ? []
      : [figure(`${key}.attainment`, percent(attainment, t), 'targets', of)]),
    ...(pace.known ? gapFacts(`${key}.gap`, metric, gap, of, t) : []),
  ]
}

/** Against what should be there by now. */
function gapFacts(key: string, metric: Metric, gap: number, of: OfMetric, t: Translate): Fact[] {
  const whole = Math.round(gap)
  const amount = figure(key, roundedValue(metric, Math.abs(gap), t), 'pace-and-forecast', of)
  const way = whole === 0 ? 'on-pace' : whole > 0 ? 'ahead' : 'behind'
  const direction = directionFact(`${key}.way`, t(WAYS[way]), 'pace-and-forecast', of, {
    ...{ about: key, way, good: whole >= 0 },
  })
  return whole === 0 ? [direction] : [amount, direction]
}

const WAYS = { 'on-pace': 'ask.onPace', ahead: 'ask.ahead', behind: 'ask.behind' } as const

/** One of somebody's running targets, with what is left. */
export function targetFacts(key: string, target: OwnTarget, of: Of, t: Translate): Fact[] {
  const { metric, period, progress, forecast } = target
  const when = `${key}.period`
  const ofMetric: OfMetric = { ...of, label: labelOf(metric, t), when }
  const { rest } = progress
  return [
    dateFact(when, periodName(period, t), of.command),
    ...progressFacts(key, metric, progress, ofMetric, t),
    ...(rest ? [figure(`${key}.rest`, roundedValue(metric, rest.amount, t), 'targets', ofMetric)] : []),
    ...(rest ? [figure(`${key}.days-left`, t('ask.days', { days: rest.days }), 'targets', ofMetric)] : []),
    ...(rest?.perDay && rest.amount > 0
      ? [figure(`${key}.per-day`, perDayValue(metric, rest.perDay, t), 'targets', ofMetric)]
      : []),
    ...(forecast && forecast.days > 0
      ? [figure(`${key}.forecast`, roundedValue(metric, forecast.total, t), 'pace-and-forecast', ofMetric)]
      : []),
  ]
}
