// Writes how a team and its people stand: each number with target, attainment, pace and change.
import { numberFormat } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { cleanText } from '../../core/text.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { metricName, shortValue } from '../../numbers/slack/format-value.ts'
import { clip } from '../../slack/mrkdwn.ts'
import type { Change, MetricStanding, TeamStanding } from '../../targets/domain/team-progress.ts'
import { bareValue, percent, withoutCents } from '../../targets/slack/figures.ts'

const NAME_LENGTH = 40
const MAX_NAME_LENGTH = 200
export const NOTHING = '–'
/** Above this a share says no more than that it is many times as much. */
const MOST_TIMES = 10

/** Not escaped. */
export const plainName = (metric: Metric, t: Translate): string =>
  clip(cleanText(metricName(metric, t), MAX_NAME_LENGTH), NAME_LENGTH)

export const valueText = (metric: Metric, value: number | null, t: Translate): string =>
  value === null ? NOTHING : shortValue(metric, value, t.locale)

/** '42 / 120', '42 / 120 通'; without a target '42', '42 通'. */
export const actualText = (
  metric: Metric,
  actual: number | null,
  target: number | null,
  t: Translate,
): string => {
  if (target === null) return valueText(metric, actual, t)
  const isCounted = actual !== null && (metric.unit === 'count' || metric.unit === 'score')
  return t('overview.ofTarget', {
    actual: isCounted ? bareValue(metric, actual, t) : valueText(metric, actual, t),
    target: valueText(metric, withoutCents(metric, target), t),
  })
}

/** Of numbers of which less is better 2 − actual ÷ target would have to be explained, so only their pace is shown. */
export const attainmentOf = ({ metric, progress }: MetricStanding): number | null =>
  metric.higherIsBetter ? (progress?.attainment ?? null) : null

export const paceOf = ({ progress }: MetricStanding): number | null =>
  progress?.pace.known ? progress.pace.value : null

export const teamAttainment = ({ metric, target }: TeamStanding): number | null =>
  metric.higherIsBetter ? (target?.attainment ?? null) : null

/** By how much it is more or less than before: of sums the share, of rates the difference. Null: nothing to compare with. */
export function changeOf({ kind, decimals }: Metric, { now, before }: Change): number | null {
  if (now === null || before === null) return null
  if (kind === 'additive') return before === 0 ? null : now / before - 1
  return (now - before) / 10 ** decimals
}

/** '▲12%', '▼3', '▲4 points', '='. */
export function changeText(metric: Metric, change: Change, t: Translate): string {
  const by = changeOf(metric, change)
  if (by === null) return NOTHING
  if (metric.kind === 'additive') {
    if (by > MOST_TIMES) return t('overview.timesMore', { times: Math.round(by + 1) })
    return marked(by, percent(Math.abs(by), t), 0.005)
  }
  const amount = numberFormat(t.locale, { maximumFractionDigits: 1 }).format(Math.abs(by))
  return marked(by, metric.unit === 'percent' ? t('overview.points', { amount }) : amount, 0.05)
}

const marked = (by: number, amount: string, least: number): string =>
  Math.abs(by) < least ? '=' : `${by > 0 ? '▲' : '▼'}${amount}`

export const percentText = (share: number | null, t: Translate): string =>
  share === null ? NOTHING : percent(share, t)
