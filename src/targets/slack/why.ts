// "Why?": shows to a person each of their targets with entries, working days, version and formula, to be checked by hand.
import { z } from 'zod'
import { formatDate, formatDateBy, formatFullDate, numberFormat } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { formatValue } from '../../numbers/slack/format-value.ts'
import { teamLabel } from '../../org/slack/team-line.ts'
import type { ModalView } from '../../slack/blocks.ts'
import { modal, section } from '../../slack/fields.ts'
import { limits } from '../../slack/limits.ts'
import { escapeWithin, sectionsOf } from '../../slack/lines.ts'
import { mention } from '../../slack/mrkdwn.ts'
import type { ActionHandler } from '../../slack/requests.ts'
import type { EntrySpan } from '../domain/entry-spans.ts'
import type { OwnTarget } from '../domain/own-target.ts'
import { targetPeriod } from '../domain/target-period.ts'
import { type ExplainedTarget, type Explanation, explainTargets } from '../flows/explain-targets.ts'
import {
  daysText,
  percent,
  perDayValue,
  periodName,
  periodWithin,
  roundedValue,
  targetName,
} from './figures.ts'
import { TARGETS } from './ids.ts'
import { checkedValue, forecastLines, workLines } from './why-forecast.ts'

/** A click without a modal around it opens one; within one it stands on top. */
export const showWhy: ActionHandler = async (call, context) => {
  const [first, userId] = call.value.split(' ')
  const teamId = z.uuid().safeParse(first).data
  const explained = teamId ? await explainTargets(context, call.who, teamId, userId) : null
  const view = whyView(explained, call.t)
  await (call.view ? call.push(view) : call.open(view))
}

const NAME_LENGTH = 60
const FRACTIONS_BELOW = 20
const BLOCKS_SHOWN = limits.view.blocks.maxItems - 2

export function whyView(explained: Explanation | null, t: Translate): ModalView {
  const targets = explained?.targets ?? []
  const blocks = targets.flatMap((one) => sectionsOf(whyLines(one, t)))
  return modal({
    callbackId: TARGETS.why,
    title: t('target.whyTitle'),
    submit: null,
    close: t('common.close'),
    metadata: {},
    blocks: [
      ...(explained ? [section(whoseText(explained, t))] : []),
      ...(blocks.length > 0 ? blocks.slice(0, BLOCKS_SHOWN) : [section(t('target.whyNone'))]),
    ],
  })
}

const whoseText = ({ team, name }: Explanation, t: Translate): string =>
  name === null ? teamLabel(team, t) : `*${escapeWithin(name, NAME_LENGTH)}* · ${teamLabel(team, t)}`

export function whyLines(explained: ExplainedTarget, t: Translate): string[] {
  const { metric, period, partOf } = explained.target
  return [
    t('target.whyHead', { metric: targetName(metric, t), period: periodWithin(period, partOf, t) }),
    setText(explained, t),
    explained.target.sums ? sumsText(explained.target, t) : entriesText(explained, t),
    ...(metric.kind === 'additive' ? countedLines(explained, t) : rateLines(explained, t)),
  ]
}

function setText({ target, version }: ExplainedTarget, t: Translate): string {
  const { metric, part, progress } = target
  const said = { value: formatValue(metric, progress.target, t.locale), version: part.version }
  if (!version) return t('target.whySetAlone', said)
  const date = formatFullDate(version.effectiveFrom, t.locale)
  return t('target.whySet', { ...said, who: mention(version.setBy), date })
}

/** Fits into a section with all else. */
const ENTRIES_SHOWN = 31

function entriesText({ target, entries }: ExplainedTarget, t: Translate): string {
  const { metric, progress } = target
  if (entries.length === 0 || progress.actual === null) return t('target.whyNoEntries')
  const listed = entries
    .slice(-ENTRIES_SHOWN)
    .map((entry) =>
      t('target.whyEntry', { day: spanText(entry, t), value: formatValue(metric, entry.value, t.locale) }),
    )
    .join(t('common.listSeparator'))
  const said = { entries: listed, sum: formatValue(metric, progress.actual, t.locale) }
  return t(metric.kind === 'level' ? 'target.whyLevel' : 'target.whyEntries', said)
}

function spanText({ from, to }: EntrySpan, t: Translate): string {
  const short = (date: Temporal.PlainDate) => formatDateBy(date, t.locale, { day: 'numeric', month: 'short' })
  return from.equals(to) ? short(from) : `${short(from)}–${short(to)}`
}

/** Of little, the fractions by which what follows can be calculated by hand. */
function checkableValue(metric: Metric, value: number, t: Translate): string {
  if (metric.unit === 'money' || value >= FRACTIONS_BELOW * 10 ** metric.decimals)
    return roundedValue(metric, value, t)
  return formatValue({ ...metric, decimals: metric.decimals + 2 }, Math.round(value * 100), t.locale)
}

function countedLines({ target }: ExplainedTarget, t: Translate): string[] {
  const { metric, progress, through } = target
  const { elapsed, days, expected, actual, counted, pace } = progress
  const text = { days: daysText(days, t), elapsed: daysText(elapsed, t) }
  const before = sumBefore(target)
  const uncounted = (actual ?? 0) - (counted ?? 0) - before
  const lines = [
    ...sinceText(target, before, t),
    ...(uncounted === 0
      ? []
      : [t('target.whyUncounted', { value: formatValue(metric, uncounted, t.locale) })]),
    through && elapsed > 0
      ? t('target.whyDays', { ...text, through: formatDate(through, t.locale) })
      : t('target.whyDaysNone', text),
  ]
  const whole = formatValue(metric, progress.target, t.locale)
  if (elapsed > 0) {
    const sum = checkableValue(metric, expected, t)
    const alike = Math.abs(progress.timeShare - elapsed / days) < 1e-9
    lines.push(
      alike
        ? t('target.whyExpected', { ...text, target: whole, expected: sum })
        : t('target.whyExpectedMonths', {
            target: whole,
            share: percent(progress.timeShare, t),
            expected: sum,
          }),
    )
    if (pace.known && expected > 0)
      lines.push(
        t(metric.higherIsBetter ? 'target.whyPace' : 'target.whyPaceLower', {
          actual: formatValue(metric, counted ?? 0, t.locale),
          expected: sum,
          pace: numberFormat(t.locale, { maximumFractionDigits: 2 }).format(pace.value),
        }),
      )
  }
  return [...lines, ...restLines(target, t), ...workLines(target, t), ...forecastLines(target, t)]
}

function restLines({ metric, progress: { rest } }: OwnTarget, t: Translate): string[] {
  if (!rest || rest.perDay === null || rest.amount <= 0) return []
  const exact = checkedValue(metric, rest.perDay, t)
  const perDay = perDayValue(metric, rest.perDay, t)
  const said = { rest: formatValue(metric, rest.amount, t.locale), days: daysText(rest.days, t), exact }
  return [exact === perDay ? t('target.whyRest', said) : t('target.whyRestUp', { ...said, perDay })]
}

function sumBefore({ part, entries }: OwnTarget): number {
  const before = entries.filter(({ date }) => Temporal.PlainDate.compare(date, part.since) < 0)
  return before.reduce((sum, { value }) => sum + value, 0)
}

/** Of a target that was first set when months of it were over. */
function sinceText({ metric, period, part }: OwnTarget, before: number, t: Translate): string[] {
  if (part.since.equals(period.from)) return []
  const month = periodName(targetPeriod('month', part.since, 1), t)
  return [t('target.whySince', { month, value: formatValue(metric, before, t.locale) })]
}

/** Of a ratio: what is divided by what. */
function sumsText({ metric, sums, progress }: OwnTarget, t: Translate): string {
  if (!sums || progress.actual === null) return t('target.whyNoEntries')
  return t('target.whyRatio', {
    ...{ above: targetName(sums.above.metric, t), below: targetName(sums.below.metric, t) },
    aboveSum: formatValue(sums.above.metric, sums.above.value, t.locale),
    belowSum: formatValue(sums.below.metric, sums.below.value, t.locale),
    value: formatValue(metric, progress.actual, t.locale),
  })
}

function rateLines({ target }: ExplainedTarget, t: Translate): string[] {
  const { metric, progress } = target
  const { pace, actual, expected } = progress
  if (!pace.known || actual === null || expected === 0) return [t('target.whyRate')]
  return [
    t('target.whyRate'),
    t(metric.higherIsBetter ? 'target.whyPace' : 'target.whyPaceLower', {
      ...{ actual: formatValue(metric, actual, t.locale), expected: formatValue(metric, expected, t.locale) },
      pace: numberFormat(t.locale, { maximumFractionDigits: 2 }).format(pace.value),
    }),
  ]
}
