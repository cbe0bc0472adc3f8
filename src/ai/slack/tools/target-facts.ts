// Tells how somebody stands against a target, as facts for an answer: reached and how far that is, what is left, and the forecast.
import type { Translate } from '../../../core/i18n/translate.ts'
import type { Metric } from '../../../numbers/domain/metrics.ts'
import { formatValue } from '../../../numbers/slack/format-value.ts'
import type { OwnTarget } from '../../../targets/domain/own-target.ts'
import type { Progress } from '../../../targets/domain/progress.ts'
import { percent, perDayValue, periodName, roundedValue } from '../../../targets/slack/figures.ts'
import type { Fact } from '../../domain/fact.ts'
import { fact, metricSaid, nameInside, type Of } from '../facts.ts'

export interface Reached {
  metric: Metric
  actual: number | null
  /** Null: there is none. */
  target: number | null
  attainment: number | null
  /** Against what should be there by now, above 0: ahead. Null: nothing is due, or nothing can be said. */
  gap: number | null
}

/** 'calls: 120 of 330, 36% of the target, 45 behind pace (March 2026)' */
export function reachedFact(key: string, reached: Reached, of: Of & { period: string }, t: Translate): Fact {
  const said = metricSaid(nameInside(reached.metric, t), reachedSaid(reached, t), t)
  return fact(key, said, fieldsOf(reached), of)
}

function reachedSaid({ metric, actual, target, attainment, gap }: Reached, t: Translate): string[] {
  const reached = actual === null ? t('ask.nothingYet') : formatValue(metric, actual, t.locale)
  return [
    target === null
      ? reached
      : t('ai-text.ofTarget', { actual: reached, target: roundedValue(metric, target, t) }),
    ...(attainment === null || !metric.higherIsBetter
      ? []
      : [t('ai-text.share', { share: percent(attainment, t) })]),
    ...(gap === null ? [] : [gapSaid(metric, gap, t)]),
  ]
}

const fieldsOf = ({ target, gap }: Reached): Fact['fields'] => [
  'numbers',
  ...(target === null ? [] : (['targets'] as const)),
  ...(gap === null ? [] : (['pace-and-forecast'] as const)),
]

function gapSaid(metric: Metric, gap: number, t: Translate): string {
  const whole = Math.round(gap)
  if (whole === 0) return t('ai-text.on-pace')
  return t(whole > 0 ? 'ask.gapAhead' : 'ask.gapBehind', { gap: roundedValue(metric, Math.abs(gap), t) })
}

export const gapOf = ({ gap, pace }: Pick<Progress, 'gap' | 'pace'>): number | null =>
  pace.known ? gap : null

/** One of somebody's running targets, with what is left. */
export function targetFacts(key: string, target: OwnTarget, of: Of, t: Translate): Fact[] {
  const { metric, progress, forecast } = target
  const within = { ...of, period: periodName(target.period, t) }
  const { rest } = progress
  const reached: Reached = { ...progress, metric, gap: gapOf(progress) }
  const separator = t('ask.clauseSeparator')
  const left = rest && rest.amount > 0 ? leftSaid(metric, rest, t).join(separator) : null
  const now = reachedSaid(reached, t).join(separator)
  const said = (text: string) => metricSaid(nameInside(metric, t), [text], t)
  return [
    fact(key, said(left ? t('ask.andLeft', { reached: now, left }) : now), fieldsOf(reached), within),
    ...(forecast && forecast.days > 0
      ? [
          fact(
            `${key}.forecast`,
            said(t('ask.forecast', { total: roundedValue(metric, forecast.total, t) })),
            ['pace-and-forecast'],
            within,
          ),
        ]
      : []),
  ]
}

function leftSaid(
  metric: Metric,
  { amount, days, perDay }: NonNullable<Progress['rest']>,
  t: Translate,
): string[] {
  const rest = roundedValue(metric, amount, t)
  return [
    t(metric.higherIsBetter ? 'ask.left' : 'ask.mayUse', { rest }),
    t('ask.daysLeft', { days }),
    ...(perDay ? [t('ask.perDay', { amount: perDayValue(metric, perDay, t) })] : []),
  ]
}
