// Writes the gaps of a review: how large each is, what it is made of, who is furthest short, and the cause that was found.

import { periodText } from '../../boards/slack/period-text.ts'
import { numberFormat } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { type Period, periodOf } from '../../numbers/domain/period.ts'
import { plainName, valueText } from '../../overview/slack/team-figures.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { bareValue, percent, withoutCents } from '../../targets/slack/figures.ts'
import type { Gap } from '../domain/gaps.ts'
import type { Review, ReviewedStep } from '../domain/review.ts'
import type { Causes } from '../domain/stored-review.ts'
import { toldGap, toldParts } from '../domain/told-parts.ts'
import { stepName } from './review-tables.ts'

export const NAME_LENGTH = 60
/** In the review; the form shows all of it. */
const CAUSE_SHOWN = 400
const MOST_IN_FULL = 3

export interface Gaps {
  review: Review
  causes: Causes
  targetsFrom: Temporal.PlainDate | null
  period: Period
  /** Null: nobody is named. */
  nameOf: Readonly<Record<string, string>> | null
}

/** The largest with all that is known of them, and every one of which a cause is written; the others in one line. */
export function gapLines(gaps: Gaps, t: Translate): string[] {
  const { review, causes } = gaps
  if (review.gaps.length === 0) return [...noGapText(gaps, t), ...levelsText(review, t)]
  const inFull = review.gaps.filter(({ metric }, index) => index < MOST_IN_FULL || causes[metric.key])
  const others = review.gaps.filter((gap) => !inFull.includes(gap))
  const named = others.map(({ metric, gap }) =>
    t('review.person', { name: metricText(metric, t), gap: signedValue(metric, gap, t) }),
  )
  return [
    ...inFull.map((gap) => gapLine(gap, gaps, t)),
    ...(named.length > 0
      ? [t(review.isOver ? 'review.alsoMissed' : 'review.alsoBehind', { numbers: listOf(named, t) })]
      : []),
    ...unknownText(review, t),
    ...levelsText(review, t),
  ]
}

const listOf = (words: readonly string[], t: Translate): string => words.join(t('common.listSeparator'))

const metricsText = (metrics: readonly Metric[], t: Translate): string =>
  listOf(
    metrics.map((metric) => metricText(metric, t)),
    t,
  )

const unknownText = ({ unknown, isOver }: Review, t: Translate): string[] =>
  unknown.length > 0
    ? [t(isOver ? 'review.unknown' : 'review.unknownSoFar', { numbers: metricsText(unknown, t) })]
    : []

const levelsText = ({ levels }: Review, t: Translate): string[] =>
  levels.length > 0 ? [t('review.levels', { numbers: metricsText(levels, t) })] : []

export const withheldText = ({ withheld }: Review, t: Translate): string[] =>
  withheld.length > 0 ? [t('meeting.withheld', { numbers: metricsText(withheld, t) })] : []

/** Nothing, where every target is one of a level, or of what is left out. */
function noGapText(gaps: Gaps, t: Translate): string[] {
  const { metrics, hasTargets, isOver, unknown, levels, withheld } = gaps.review
  if (!hasTargets) return [noTargetsText(gaps, t)]
  if (withheld.length > 0) return noGapShownText(gaps.review, t)
  if (unknown.length > 0)
    return [t(isOver ? 'review.noGapKnown' : 'review.noGapKnownSoFar', { numbers: metricsText(unknown, t) })]
  if (metrics.every(({ metric, target }) => target === null || levels.includes(metric))) return []
  return [t(isOver ? 'review.noGap' : 'review.noGapSoFar')]
}

/** Of what is left out nothing is said. */
function noGapShownText(review: Review, t: Translate): string[] {
  const { metrics, isOver, unknown, levels } = review
  const silent = [...unknown, ...levels]
  const isKnown = metrics.some(({ metric, target }) => target !== null && !silent.includes(metric))
  return [
    ...(isKnown ? [t(isOver ? 'meeting.noGapShown' : 'meeting.noGapShownSoFar')] : []),
    ...unknownText(review, t),
  ]
}

function noTargetsText({ targetsFrom, period }: Gaps, t: Translate): string {
  const isLater = targetsFrom !== null && Temporal.PlainDate.compare(targetsFrom, period.to) > 0
  const asked = periodText(period, t)
  if (targetsFrom === null) return t('review.noTargetsYet', { period: asked })
  if (!isLater) return t('review.noTargets', { period: asked })
  return t('review.targetsLater', { period: asked, from: periodText(periodOf('month', targetsFrom, 1), t) })
}

function gapLine(gap: Gap, { review: { isOver }, causes, nameOf }: Gaps, t: Translate): string {
  const { metric, people } = gap
  const far = (nameOf ? people : []).map(({ userId, gap: own }) =>
    t('review.person', {
      name: escapeWithin(nameOf?.[userId] ?? t('overview.someone'), NAME_LENGTH),
      gap: signedValue(metric, own, t),
    }),
  )
  const cause = causes[metric.key]
  const furthest = metric.higherIsBetter ? 'review.furthest' : 'review.furthestAbove'
  const parts = [
    t(gapKey(metric, isOver), { metric: metricText(metric, t), gap: signedValue(metric, gap.gap, t) }),
    ...arithmeticText(gap, isOver, t),
    ...(far.length > 0 ? [t(furthest, { people: listOf(far, t) })] : []),
  ]
  const said = cause && escapeWithin(cause.text.replaceAll('\n', ' '), CAUSE_SHOWN)
  return `• ${parts.join('')}${said ? `\n> ${t('review.cause', { cause: said })}` : ''}`
}

/** What is no sum is held against the whole target from the first day on. */
function gapKey({ kind, higherIsBetter }: Metric, isOver: boolean) {
  const whole = isOver || kind !== 'additive'
  if (higherIsBetter) return whole ? 'review.gap' : 'review.gapSoFar'
  return whole ? 'review.gapAbove' : 'review.gapAboveSoFar'
}

export const metricText = (metric: Metric, t: Translate): string =>
  escapeWithin(plainName(metric, t), NAME_LENGTH)

/** What each factor has done to the gap. Where it is held against the period before, it says so. */
function arithmeticText({ metric, gap, against, arithmetic }: Gap, isOver: boolean, t: Translate): string[] {
  if (!arithmetic) return []
  const { stages, found } = arithmetic
  if (!found.ok) {
    const { stage, of } = found.zero
    const at = { metric: metricText(stages[stage]!, t) }
    const isPlan = of === 'plan'
    if (!isPlan) return [t(isOver ? 'review.zeroActual' : 'review.zeroActualSoFar', at)]
    if (against === 'before') return [t('review.zeroBefore', at)]
    return [t(isOver ? 'review.zeroPlan' : 'review.zeroPlanSoFar', at)]
  }
  const whole = against === 'target' ? gap : toldGap(metric, found.gap * 10 ** metric.decimals)
  const parts = toldParts(metric, whole, found.effects)
  const effects = found.effects.map(({ stage }, index) => {
    const value = partText(metric, parts[index]!, t)
    if (stage === 0) return t('review.volume', { metric: metricText(stages[0]!, t), effect: value })
    const step = { from: metricText(stages[stage - 1]!, t), to: metricText(stages[stage]!, t), effect: value }
    return t(stages[stage]!.unit === 'money' ? 'review.average' : 'review.conversion', step)
  })
  const joined = { effects: effects.join(t('common.listSeparator')), gap: partText(metric, whole, t) }
  return [t(against === 'target' ? 'review.againstTarget' : 'review.againstBefore', joined)]
}

export function leakLine({ from, to, evidence }: ReviewedStep, t: Translate): string {
  const share = (value: number | null) => percent(value ?? 0, t)
  return t('review.leak', {
    step: escapeWithin(stepName({ from, to }, t), 2 * NAME_LENGTH),
    ...{ share: share(evidence.share), benchmark: share(evidence.benchmark), upper: share(evidence.upper) },
  })
}

const signOf = (value: number): string => (value < 0 ? '−' : '+')

/** '−8', '+¥3,000', '−31.7 pt'. Scaled. */
export function signedValue(metric: Metric, value: number, t: Translate): string {
  const size = Math.round(Math.abs(value))
  const sign = signOf(value)
  if (metric.unit === 'percent') {
    const digits = { maximumFractionDigits: metric.decimals }
    const amount = numberFormat(t.locale, digits).format(size / 10 ** metric.decimals)
    return t('overview.points', { amount: `${sign}${amount}` })
  }
  const isMoney = metric.unit === 'money'
  return `${sign}${isMoney ? valueText(metric, withoutCents(metric, size), t) : bareValue(metric, size, t)}`
}

/** Rounded already, together with the others. */
function partText(metric: Metric, part: number, t: Translate): string {
  if (metric.unit === 'money') return `${signOf(part)}${valueText(metric, Math.abs(part), t)}`
  return effectText(metric, part / 10 ** metric.decimals, t)
}

/** In whole units; of counts with at least one decimal. */
export function effectText(metric: Metric, effect: number, t: Translate): string {
  if (metric.unit === 'money') return signedValue(metric, Math.round(effect * 10 ** metric.decimals), t)
  const amount = numberFormat(t.locale, { maximumFractionDigits: Math.max(1, metric.decimals) }).format(
    Math.abs(effect),
  )
  return `${signOf(effect)}${amount}`
}

/** '+33%'. */
export const signedPercent = (share: number, t: Translate): string =>
  `${signOf(share)}${percent(Math.abs(share), t)}`
