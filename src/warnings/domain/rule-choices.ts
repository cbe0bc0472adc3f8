// Says what a team can still add a rule about, and which of its rules has nothing to compare with yet.
import type { MetricKey } from '../../core/ids.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { Signal } from './rule-settings.ts'
import type { Rule } from './warning.ts'

/** The most rules of one team: a modal lists them all. */
export const MAX_RULES = 40

/** What a team adds by itself; the others need no number, and every team has them. */
const ADDABLE = ['threshold', 'behind-pace', 'forecast-miss', 'trend', 'funnel-leak', 'overspend'] as const
export type AddableSignal = (typeof ADDABLE)[number]

export interface RuleChoice {
  signal: AddableSignal
  metric: Metric
}

/** The ratios in which it is what goes on from a stage. */
const ratiosOf = ({ key }: Metric, metrics: readonly Metric[]): Metric[] =>
  metrics.filter(({ kind, numerator }) => kind === 'ratio' && numerator === key)

function fits(signal: AddableSignal, metric: Metric, metrics: readonly Metric[]): boolean {
  switch (signal) {
    case 'threshold':
    case 'trend':
      return true
    case 'funnel-leak':
      return ratiosOf(metric, metrics).length > 0
    case 'overspend':
      return metric.kind === 'additive' && !metric.higherIsBetter
    case 'behind-pace':
    case 'forecast-miss':
      return metric.kind === 'additive' && metric.higherIsBetter
  }
}

/** Several limits of one number may stand beside each other; of all else there is one. */
export function ruleChoices(
  metrics: readonly Metric[],
  rules: readonly Pick<Rule, 'signal' | 'metricKey'>[],
): RuleChoice[] {
  const inUse = metrics.filter(({ retiredAt }) => retiredAt === null)
  const has = (signal: Signal, key: MetricKey) =>
    signal !== 'threshold' && rules.some((rule) => rule.signal === signal && rule.metricKey === key)
  return ADDABLE.flatMap((signal) =>
    inUse
      .filter((metric) => fits(signal, metric, inUse) && !has(signal, metric.key))
      .map((metric) => ({ signal, metric })),
  )
}

/** Nothing says what good looks like, so that no stage can be told to leak. */
export const lacksBenchmark = (
  { signal, metricKey }: Pick<Rule, 'signal' | 'metricKey'>,
  metrics: readonly Metric[],
): boolean => {
  const metric = metrics.find(({ key }) => key === metricKey)
  if (signal !== 'funnel-leak' || !metric) return false
  return ratiosOf(metric, metrics).every(({ benchmark }) => benchmark === null)
}

const OF_TARGETS: readonly Signal[] = ['behind-pace', 'forecast-miss', 'overspend']

export const isOfTarget = (signal: Signal): boolean => OF_TARGETS.includes(signal)

/** Nobody has a target that says what should be there by now. */
export const lacksTarget = (
  { signal, metricKey }: Pick<Rule, 'signal' | 'metricKey'>,
  targeted: ReadonlySet<MetricKey>,
): boolean => isOfTarget(signal) && metricKey !== null && !targeted.has(metricKey)
