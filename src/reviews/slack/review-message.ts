// Renders `/kpi review`: target against actual, where the gaps come from, and the funnel step by step.
import { periodText } from '../../boards/slack/period-text.ts'
import { numberFormat } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { teamLabel } from '../../org/slack/team-line.ts'
import { type NamedDay, neighboursOf } from '../../overview/domain/asked-period.ts'
import { plainName, valueText } from '../../overview/slack/team-figures.ts'
import type { Block, RenderedMessage } from '../../slack/blocks.ts'
import { plain } from '../../slack/fields.ts'
import { escapeWithin, sectionsOf, wordsOf } from '../../slack/lines.ts'
import { mrkdwn } from '../../slack/mrkdwn.ts'
import { bareValue, percent, withoutCents } from '../../targets/slack/figures.ts'
import type { Gap, ReviewedStep } from '../domain/review.ts'
import type { ReviewView } from '../flows/show-review.ts'
import { REVIEWS } from './ids.ts'
import { metricLine, metricsTable, reachedChart, stepLine, stepName, stepsTable } from './review-tables.ts'

const NAME_LENGTH = 60

export function reviewMessage(view: ReviewView, t: Translate): RenderedMessage {
  const { progress, team, today, review } = view
  const period = periodText(progress.period, t, today)
  const title = `*${t('review.title', { team: teamLabel(team, t), period })}*`
  if (review.metrics.length === 0) {
    const said = [title, t('review.nothing')]
    return { text: wordsOf(said), blocks: [...sectionsOf(said), buttons(view, t)] }
  }
  const gaps = [`*${t('review.gaps')}*`, ...gapLines(view, t)]
  const leaks = review.steps.filter(({ leaks: isLeak }) => isLeak).map((step) => leakLine(step, t))
  const small = [
    ...(review.isOver ? [] : [t('review.running')]),
    ...(review.steps.length > 0 ? [t('review.sharesHow')] : []),
    ...(hasArithmetic(view) ? [t('review.effectsHow')] : []),
  ]
  return {
    text: wordsOf([
      title,
      ...review.metrics.map((one) => metricLine(one, t)),
      ...gaps,
      ...leaks,
      ...review.steps.map((step) => stepLine(step, t)),
      ...small,
    ]),
    blocks: [
      ...sectionsOf([title]),
      metricsTable(review.metrics, t),
      ...reachedChart(review.metrics, period, t),
      ...sectionsOf(gaps),
      ...(review.steps.length > 0 ? [stepsTable(review.steps, t)] : []),
      ...(leaks.length > 0 ? sectionsOf(leaks) : []),
      { type: 'context', elements: small.map(mrkdwn) },
      buttons(view, t),
    ],
  }
}

const hasArithmetic = ({ review }: ReviewView): boolean => review.gaps.some(({ arithmetic }) => arithmetic)

const gapLines = (view: ReviewView, t: Translate): string[] =>
  view.review.gaps.length === 0 ? [noGapText(view, t)] : view.review.gaps.map((gap) => gapLine(gap, view, t))

function noGapText({ review: { hasTargets, isOver } }: ReviewView, t: Translate): string {
  if (!hasTargets) return t('review.noTargets')
  return t(isOver ? 'review.noGap' : 'review.noGapSoFar')
}

function gapLine(gap: Gap, { progress: { nameOf }, review: { isOver } }: ReviewView, t: Translate): string {
  const { metric, people } = gap
  const short = people.map(({ userId, gap: own }) =>
    t('review.person', {
      name: escapeWithin(nameOf[userId] ?? t('overview.someone'), NAME_LENGTH),
      gap: signedValue(metric, own, t),
    }),
  )
  const parts = [
    t(isOver ? 'review.gap' : 'review.gapSoFar', {
      metric: metricText(metric, t),
      gap: signedValue(metric, gap.gap, t),
    }),
    ...arithmeticText(gap, t),
    ...(short.length > 0 ? [t('review.furthest', { people: short.join(t('common.listSeparator')) })] : []),
  ]
  return `• ${parts.join('')}`
}

const metricText = (metric: Metric, t: Translate): string => escapeWithin(plainName(metric, t), NAME_LENGTH)

/** What each factor has done to the gap. Where it is held against the period before, it says so. */
function arithmeticText({ metric, against, arithmetic }: Gap, t: Translate): string[] {
  if (!arithmetic) return []
  const { stages, found } = arithmetic
  if (!found.ok) {
    const { stage, of } = found.zero
    const at = { metric: metricText(stages[stage]!, t) }
    const isPlan = of === 'plan'
    if (!isPlan) return [t('review.zeroActual', at)]
    return [t(against === 'target' ? 'review.zeroPlan' : 'review.zeroBefore', at)]
  }
  const effects = found.effects.map(({ stage, effect }) => {
    const value = effectText(metric, effect, t)
    if (stage === 0) return t('review.volume', { metric: metricText(stages[0]!, t), effect: value })
    const step = { from: metricText(stages[stage - 1]!, t), to: metricText(stages[stage]!, t), effect: value }
    return t(stages[stage]!.unit === 'money' ? 'review.average' : 'review.conversion', step)
  })
  const joined = { effects: effects.join(t('common.listSeparator')), gap: effectText(metric, found.gap, t) }
  return [t(against === 'target' ? 'review.againstTarget' : 'review.againstBefore', joined)]
}

function leakLine({ from, to, evidence }: ReviewedStep, t: Translate): string {
  const share = (value: number | null) => percent(value ?? 0, t)
  return t('review.leak', {
    step: escapeWithin(stepName({ from, to }, t), 2 * NAME_LENGTH),
    ...{ share: share(evidence.share), benchmark: share(evidence.benchmark), upper: share(evidence.upper) },
  })
}

/** '−8', '+¥3,000'. */
function signedValue(metric: Metric, value: number, t: Translate): string {
  const size = Math.round(Math.abs(value))
  const text =
    metric.unit === 'money' ? valueText(metric, withoutCents(metric, size), t) : bareValue(metric, size, t)
  return `${value < 0 ? '−' : '+'}${text}`
}

/** In whole units; of counts with one decimal, because parts of one are what the sum is made of. */
function effectText(metric: Metric, effect: number, t: Translate): string {
  if (metric.unit === 'money') return signedValue(metric, Math.round(effect * 10 ** metric.decimals), t)
  const amount = numberFormat(t.locale, { maximumFractionDigits: 1 }).format(Math.abs(effect))
  return `${effect < 0 ? '−' : '+'}${amount}`
}

function buttons({ teamId, progress: { period }, today }: ReviewView, t: Translate): Block {
  const { before, after } = neighboursOf(period, today)
  const button = (id: string, words: string, { kind, date }: NamedDay) => ({
    ...{ type: 'button' as const, action_id: `${REVIEWS.show}#${id}`, text: plain(words) },
    value: JSON.stringify({ team: teamId, kind, date: date.toString() }),
  })
  return {
    type: 'actions',
    elements: [
      button('before', t('overview.before'), before),
      ...(after ? [button('after', t('overview.after'), after)] : []),
    ],
  }
}
