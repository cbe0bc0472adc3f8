// Says how somebody stands with one metric, for facts and plain sentences: what was reached, of which target, at which pace, and which way it goes.
import type { Translate } from '../../core/i18n/translate.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { changeOf, percentText, valueText } from '../../overview/slack/team-figures.ts'
import type { Change } from '../../targets/domain/team-progress.ts'
import { percent, withoutCents } from '../../targets/slack/figures.ts'
import type { Fact } from '../domain/fact.ts'
import { fact, labelOf, metricSaid, nameInside, type Of } from './facts.ts'

export interface Standing {
  metric: Metric
  actual: number | null
  target: number | null
  attainment: number | null
  pace: number | null
  /** Null: nothing is compared. */
  change: Change | null
}

/** Smaller changes are hardly any. */
const LEAST_CHANGE = 0.005

export interface ToldStanding {
  /** Null: there is nothing to say. */
  fact: Fact | null
  /** Without its period. Empty: there is nothing to say. */
  sentence: string
}

/** Whose standing it is, and in which period. */
export function standingFact(
  key: string,
  standing: Standing,
  of: Of & { period: string },
  t: Translate,
): ToldStanding {
  const { metric, actual, target, pace, change } = standing
  if (actual === null && target === null) return { fact: null, sentence: '' }
  const said = saidOf(standing, t)
  return {
    fact: fact(
      key,
      metricSaid(nameInside(metric, t), said, t),
      [
        target === null ? 'numbers' : 'targets',
        ...(target !== null || change ? (['numbers'] as const) : []),
        ...(pace === null ? [] : (['pace-and-forecast'] as const)),
      ],
      of,
    ),
    sentence: metricSaid(labelOf(metric, t), said, t),
  }
}

function saidOf({ metric, actual, target, attainment, pace, change }: Standing, t: Translate): string[] {
  const value =
    target === null
      ? valueText(metric, actual, t)
      : t('ai-text.ofTarget', {
          actual: valueText(metric, actual ?? (metric.kind === 'additive' ? 0 : null), t),
          target: valueText(metric, withoutCents(metric, target), t),
        })
  return [
    value,
    ...(attainment !== null && metric.higherIsBetter
      ? [t('ai-text.share', { share: percent(attainment, t) })]
      : []),
    ...(pace === null ? [] : [t('ai-text.pace', { pace: percentText(pace, t) })]),
    ...changeSaid(metric, change, t),
  ]
}

function changeSaid(metric: Metric, change: Change | null, t: Translate): string[] {
  const by = change && changeOf(metric, change)
  if (!change || by === null) return []
  const [before, now] = [change.before, change.now].map((value) => valueText(metric, value, t))
  const little = before === now ? 'same' : 'almost'
  const way = by > LEAST_CHANGE ? 'up' : by < -LEAST_CHANGE ? 'down' : little
  return [t(`ai-text.${way}`, { before: before!, now: now! })]
}
