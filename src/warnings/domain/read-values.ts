// Reads the signals that look at a member's values: trend, threshold, funnel leak, overspend.

import type { MetricKey } from '../../core/ids.ts'
import { remembered } from '../../core/remembered.ts'
import { dayNumber, localDate } from '../../core/time.ts'
import { totalsOfDays } from '../../numbers/domain/day-values.ts'
import { valueIn } from '../../numbers/domain/measure.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { periodOf } from '../../numbers/domain/period.ts'
import { weekStart } from '../../org/domain/calendar.ts'
import type { DayMember } from '../../org/domain/team-day.ts'
import { fractionsOf, workDaysOf } from '../../targets/domain/day-shares.ts'
import { lastDueDay } from '../../targets/domain/due-days.ts'
import { LEAST_BELOW, type Progress } from '../../targets/domain/progress.ts'
import type { MetricStanding } from '../../targets/domain/team-progress.ts'
import type { Reading } from './level.ts'
import type { SignalFacts } from './signal-facts.ts'
import { funnelLeak, type LeakEvidence } from './signals/funnel-leak.ts'
import { type OverspendEvidence, overspend } from './signals/overspend.ts'
import { type ThresholdEvidence, threshold } from './signals/threshold.ts'
import { type TrendEvidence, type TrendPeriod, trend } from './signals/trend.ts'
import type { Rule } from './warning.ts'

/** How many weeks before this one a rule of a trend looks at. */
export const trendWeeks = ({ settings }: Rule): number => Math.max(...Object.values(settings.levels)) + 2

export function trendReading(
  rule: Rule,
  of: DayMember,
  facts: SignalFacts,
  { metric }: MetricStanding,
): Reading<TrendEvidence> | null {
  return trend({ metric, periods: weeksOf(rule, of, facts, metric) }, rule.settings)
}

/** What was reported in those that are over and whose last working day is due. */
function weeksOf(rule: Rule, of: DayMember, facts: SignalFacts, metric: Metric): TrendPeriod[] {
  const { now, settings, past } = facts
  const { member, calendar, zone } = of
  const asked = { settings, zone, today: localDate(now, zone) }
  const metrics = new Map(metricsOf(of, facts).map((one) => [one.key, one]))
  const known = past.days.get(member.memberId) ?? []
  let next = 0
  const daysUntil = (end: Temporal.PlainDate) => {
    const [first, last] = [next, dayNumber(end)]
    while (next < known.length && dayNumber(known[next]!.date) <= last) next += 1
    return known.slice(first, next)
  }
  return dueWeeks(calendar, asked, trendWeeks(rule), now).map(({ from, to, days }) => {
    daysUntil(from.subtract({ days: 1 }))
    return { from, days, value: valueIn(totalsOfDays(daysUntil(to), metrics), metric, metrics) }
  })
}

interface Week {
  from: Temporal.PlainDate
  to: Temporal.PlainDate
  /** Working fractions. */
  days: number
}

/** The oldest first. */
const dueWeeks: (
  calendar: DayMember['calendar'],
  asked: Pick<SignalFacts, 'settings'> & { zone: string; today: Temporal.PlainDate },
  count: number,
  now: Temporal.Instant,
) => readonly Week[] = remembered(
  ({ settings, zone, today }, count, now) => {
    const { promptTime, closeAfterMinutes, numbersDay, workDays } = settings
    return [
      promptTime,
      closeAfterMinutes,
      numbersDay,
      workDays,
      zone,
      today,
      count,
      now.epochMilliseconds,
    ].join(' ')
  },
  (calendar, { settings, zone, today }, count, now) => {
    const thisWeek = periodOf('week', today, weekStart(settings.workDays)).from
    const weeks = Array.from({ length: count }, (_, week) => {
      const from = thisWeek.subtract({ weeks: count - week })
      return { from, to: from.add({ days: 6 }) }
    })
    const span = { from: weeks[0]?.from ?? thisWeek, to: thisWeek.subtract({ days: 1 }) }
    // With a day all before it are due.
    const due = lastDueDay({ settings, calendar, zone, today }, span, now)
    const isDue = (date: Temporal.PlainDate) => due !== null && Temporal.PlainDate.compare(date, due) <= 0
    return weeks.flatMap((week): Week[] => {
      const days = workDaysOf(calendar, week)
      const last = days.at(-1)?.date
      return last && !isDue(last) ? [] : [{ ...week, days: fractionsOf(days) }]
    })
  },
)

/** Null: too little was reported to say anything. */
export function thresholdReading(
  { settings }: Rule,
  of: DayMember,
  facts: SignalFacts,
  { metric, actual }: MetricStanding,
): Reading<ThresholdEvidence> | null {
  const below = wholeUnits(of, facts, metric.denominator)
  if (actual === null || (metric.kind === 'ratio' && (below ?? 0) < LEAST_BELOW)) return null
  const to = localDate(facts.now, of.zone).subtract({ days: 1 })
  const elapsed = fractionsOf(workDaysOf(of.calendar, { from: facts.period.from, to }))
  return threshold({ metric, value: actual, below, elapsed }, settings)
}

/** The share that should go on is what good looks like in the catalogue, of the ratio between the two stages. Null: there is none. */
export function leakReading(
  { settings }: Rule,
  of: DayMember,
  facts: SignalFacts,
  { metric }: MetricStanding,
): { reading: Reading<LeakEvidence> | null } | null {
  const ratio = metricsOf(of, facts).find(
    ({ kind, numerator, benchmark }) => kind === 'ratio' && numerator === metric.key && benchmark !== null,
  )
  if (!ratio) return null
  const entered = wholeUnits(of, facts, ratio.denominator) ?? 0
  const converted = wholeUnits(of, facts, metric.key) ?? 0
  const whole = 10 ** ratio.decimals * (ratio.unit === 'percent' ? 100 : 1)
  const reading = funnelLeak({ entered, converted, benchmark: ratio.benchmark! / whole }, settings)
  return { reading: reading.evidence.share === null ? null : reading }
}

/** Null: nothing can be said. Where there was nothing to spend, all is too much. */
export function overspendReading({ settings }: Rule, progress: Progress): Reading<OverspendEvidence> | null {
  const reading = overspend(progress, settings)
  return reading.evidence.over === null && reading.held === undefined ? null : reading
}

const standingsOf = ({ member }: DayMember, { standings }: SignalFacts): readonly MetricStanding[] =>
  standings.get(member.memberId)?.metrics ?? []

const metricsOf = (of: DayMember, facts: SignalFacts): Metric[] =>
  standingsOf(of, facts).map(({ metric }) => metric)

/** Null: nothing was reported. */
function wholeUnits(of: DayMember, facts: SignalFacts, key: MetricKey | null): number | null {
  const found = standingsOf(of, facts).find(({ metric }) => metric.key === key)
  return found && found.actual !== null ? found.actual / 10 ** found.metric.decimals : null
}
