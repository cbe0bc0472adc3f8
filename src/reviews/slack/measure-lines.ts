// Writes a measure of a review: who has it, its state, and what the number that it aims at has done since.
import { formatDate, numberFormat } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { percentText, valueText } from '../../overview/slack/team-figures.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { mention } from '../../slack/mrkdwn.ts'
import type { AgreedItem, Compared, LookedAt } from '../domain/measure.ts'
import type { MeasureEffect, Rates } from '../domain/measure-effect.ts'
import { effectText, metricText, signedPercent } from './gap-lines.ts'

const TEXT_LENGTH = 200
const REASON_LENGTH = 100
/** Of a review; what is more is counted. */
const MOST_SHOWN = 8

export function measureLines(measures: readonly LookedAt[], t: Translate): string[] {
  const rest = measures.length - MOST_SHOWN
  return [
    ...measures
      .slice(0, MOST_SHOWN)
      .map((one) => `${itemLine(one.measure, one.isLate, t)}\n> ${comparedText(one, t)}`),
    ...(rest > 0 ? [t('todo.more', { count: rest })] : []),
  ]
}

/** `isLate`: missing of what is shown without it. */
export function itemLines(items: readonly (AgreedItem & { isLate?: boolean })[], t: Translate): string[] {
  const rest = items.length - MOST_SHOWN
  return [
    ...items.slice(0, MOST_SHOWN).map((item) => itemLine(item, item.isLate ?? false, t)),
    ...(rest > 0 ? [t('todo.more', { count: rest })] : []),
  ]
}

export function itemLine(item: AgreedItem, isLate: boolean, t: Translate): string {
  const text = escapeWithin(item.text.replaceAll('\n', ' '), TEXT_LENGTH)
  return `• ${t('measure.line', { text, owner: mention(item.ownerUserId), state: stateText(item, isLate, t) })}`
}

function stateText({ state, dueOn, closedAt, reason }: AgreedItem, isLate: boolean, t: Translate): string {
  if (state === 'open')
    return t(isLate ? 'measure.late' : 'measure.open', { date: formatDate(dueOn, t.locale) })
  if (state === 'dropped') return t('measure.dropped', { reason: escapeWithin(reason ?? '', REASON_LENGTH) })
  const day = closedAt?.toZonedDateTimeISO('UTC').toPlainDate() ?? dueOn
  return t('measure.done', { date: formatDate(day, t.locale) })
}

/** What the number has done, or why nothing can be said. */
export function comparedText({ measure, compared }: LookedAt, t: Translate): string {
  if (!compared) return t(measure.metricKey === null ? 'measure.noNumber' : 'measure.numberGone')
  const metric = metricText(compared.metric, t)
  const { effect, days } = compared
  if (!effect.known) return t(days === 0 ? 'measure.early' : 'measure.few', { metric })
  const isTheirs = compared.whose === 'team' || measure.aimedAt === measure.ownerUserId
  const then = isTheirs ? [] : [t('measure.setFor', { who: mention(measure.aimedAt) })]
  return [...then, ownText(compared, effect.own, t), ...trendText(compared.metric, effect, t)].join('')
}

function ownText({ metric, whose, days }: Compared, own: Rates, t: Translate): string {
  const said = {
    ...{ metric: metricText(metric, t), before: rateText(metric, own.before, t) },
    ...{ after: rateText(metric, own.after, t), change: changeText(metric, own, t), days },
  }
  if (metric.kind === 'ratio') return t(whose === 'team' ? 'measure.teamRate' : 'measure.rate', said)
  return t(whose === 'team' ? 'measure.teamDay' : 'measure.day', said)
}

function trendText(
  metric: Metric,
  { rest, effect, beyondChance }: Extract<MeasureEffect, { known: true }>,
  t: Translate,
): string[] {
  if (!rest || effect === null) return [t('measure.noTrend')]
  const said = { change: changeText(metric, rest, t), effect: differenceText(metric, effect, t) }
  return [
    t(metric.kind === 'ratio' ? 'measure.trendRate' : 'measure.trendDay', said),
    ...(beyondChance === null ? [] : [t(beyondChance ? 'measure.beyondChance' : 'measure.withinChance')]),
  ]
}

/** '3.2', '€1,500', '45%'. In whole units. */
function rateText(metric: Metric, rate: number, t: Translate): string {
  if (metric.unit === 'percent') return percentText(rate, t)
  if (metric.unit === 'money') return valueText(metric, Math.round(rate * 10 ** metric.decimals), t)
  return numberFormat(t.locale, { maximumFractionDigits: 1 }).format(rate)
}

/** '+33%'; of shares the difference in points. */
function changeText(metric: Metric, { before, after }: Rates, t: Translate): string {
  if (metric.unit === 'percent') return differenceText(metric, after - before, t)
  return before === 0 ? '–' : signedPercent(after / before - 1, t)
}

function differenceText(metric: Metric, difference: number, t: Translate): string {
  if (metric.unit !== 'percent') return effectText(metric, difference, t)
  const amount = numberFormat(t.locale, { maximumFractionDigits: 1 }).format(Math.abs(difference) * 100)
  return t('overview.points', { amount: `${difference < 0 ? '−' : '+'}${amount}` })
}
