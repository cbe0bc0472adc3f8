// Writes how a team's week and month stand in one number, and what each person contributed to it.
import { formatWeekday } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { formatValue } from '../../numbers/slack/format-value.ts'
import { monthName } from '../../org/slack/month-name.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { largestParts, type WeekStanding } from '../domain/contributions.ts'
import type { MonthStanding } from '../domain/month-standings.ts'
import type { ReportDigest } from '../domain/report-digest.ts'
import { actualText, percentText, plainName } from './team-figures.ts'

const NAME_LENGTH = 60
const AHEAD = ':white_check_mark:'
const BEHIND = ':small_red_triangle_down:'
const UNKNOWN = ':white_small_square:'

/** '−12', '+3', '−€7,700'. */
export function signedValue(metric: Metric, value: number, t: Translate): string {
  const amount = formatValue(metric, Math.abs(value), t.locale)
  if (value === 0) return amount
  return `${value < 0 ? '−' : '+'}${amount}`
}

type Standings = Pick<ReportDigest, 'month' | 'date'>

/** 'Calls 84 / 120 this week (70 %) · March 61 %, 88 % of pace'. */
export function standingText(one: WeekStanding, { month, date }: Standings, t: Translate): string {
  const { metric, actual, target, attainment, ahead } = one
  const share = metric.higherIsBetter && attainment !== null ? percentText(attainment, t) : null
  const value = actualText(metric, actual, target, t)
  const name = escapeWithin(plainName(metric, t), NAME_LENGTH)
  const week = share
    ? t('digest.weekShare', { metric: name, value, share })
    : t('digest.week', { metric: name, value })
  const ofMonth = month.find((standing) => standing.metric.key === metric.key)
  const mark = ahead ? AHEAD : BEHIND
  return [`${mark} ${week}`, ...(ofMonth ? monthTexts(ofMonth, date, t) : [])].join(' · ')
}

function monthTexts({ attainment, pace }: MonthStanding, date: Temporal.PlainDate, t: Translate): string[] {
  const said = {
    month: monthName(date.month, t),
    share: percentText(attainment, t),
    pace: percentText(pace, t),
  }
  if (attainment === null && pace === null) return []
  if (attainment === null) return [t('digest.monthPace', said)]
  return [pace === null ? t('digest.monthShare', said) : t('digest.month', said)]
}

/** 'Renewal rate 36% / 90% in March (40%)'. */
export function monthText(one: MonthStanding, date: Temporal.PlainDate, t: Translate): string {
  const { metric, actual, target, attainment, pace } = one
  const said = {
    ...{ metric: escapeWithin(plainName(metric, t), NAME_LENGTH), month: monthName(date.month, t) },
    value: actualText(metric, actual, target, t),
  }
  const mark = pace === null ? UNKNOWN : pace >= 1 ? AHEAD : BEHIND
  const text =
    attainment === null
      ? t('digest.monthValue', said)
      : t('digest.monthValueShare', { ...said, share: percentText(attainment, t) })
  return `${mark} ${text}`
}

/** 'Counted until Thursday, later numbers are not in yet: Ben, Eva'. */
export const uncountedLines = (
  { uncounted }: Pick<ReportDigest, 'uncounted'>,
  named: (names: readonly string[]) => string,
  t: Translate,
): string[] =>
  uncounted.map(({ until, names }) =>
    until
      ? t('digest.countedUntil', { day: formatWeekday(until, t.locale), names: named(names) })
      : t('digest.noneCounted', { names: named(names) }),
  )

/** '−36 = Jonas −20, Tessa −12, others −4'. Nothing where one cannot be told from the other. */
export function whyLines(
  one: WeekStanding,
  { nameOf }: Pick<ReportDigest, 'nameOf'>,
  most: number,
  t: Translate,
): string[] {
  const { shown, rest } = largestParts(one, most)
  if (one.gap === 0 || shown.length === 0) return []
  const value = (gap: number) => signedValue(one.metric, gap, t)
  const parts = [
    ...shown.map(({ userId, gap }) =>
      t('digest.part', { name: escapeWithin(nameOf[userId] ?? '', NAME_LENGTH), value: value(gap) }),
    ),
    ...(rest === 0 ? [] : [t('digest.others', { value: value(rest) })]),
  ]
  const why = one.complete ? 'digest.why' : 'digest.whySoFar'
  return [t(why, { gap: value(one.gap), parts: parts.join(t('common.listSeparator')) })]
}
