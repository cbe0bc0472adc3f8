// Finds who or what a model means by a name that a tool told it: some signs of a name are left out there, or its end.
import type { Translate } from '../../../core/i18n/translate.ts'
import { foldText } from '../../../core/text.ts'
import { matchMetrics } from '../../../numbers/domain/metric-match.ts'
import type { Metric } from '../../../numbers/domain/metrics.ts'
import { namesOfMetrics } from '../../../numbers/slack/metric-names.ts'
import { labelOf, shortName } from '../facts.ts'

const asTold = (name: string): string => foldText(shortName(name))

/** Of `all`, which the reader may see: those that were told by this name. Of several the one that is called just so. */
export function toldAs<T>(typed: string, all: readonly T[], nameOf: (one: T) => string): readonly T[] {
  const name = asTold(typed)
  const told = name === '' ? [] : all.filter((one) => asTold(nameOf(one)) === name)
  const exact = told.filter((one) => foldText(nameOf(one)) === foldText(typed))
  return exact.length > 0 ? exact : told
}

/** By the names that were told, then by all that people type for a metric. */
export function metricsNamed(typed: string, metrics: readonly Metric[], t: Translate): readonly Metric[] {
  const told = toldAs(typed, metrics, (metric) => labelOf(metric, t))
  return told.length > 0 ? told : matchMetrics(foldText(typed), namesOfMetrics(metrics)).metrics
}
