// Reads the signal of one rule for one member, from what is known of the team.
import { dayNumber, localDate } from '../../core/time.ts'
import type { DayMember } from '../../org/domain/team-day.ts'
import { forecastFor } from '../../targets/domain/own-target.ts'
import type { MetricStanding } from '../../targets/domain/team-progress.ts'
import type { Reading } from './level.ts'
import { leakReading, overspendReading, thresholdReading, trendReading } from './read-values.ts'
import type { Signal } from './rule-settings.ts'
import type { SignalFacts } from './signal-facts.ts'
import { behindPace } from './signals/behind-pace.ts'
import { forecastMiss } from './signals/forecast-miss.ts'
import { itemOverdue } from './signals/item-overdue.ts'
import { silence } from './signals/silence.ts'
import type { Evidence, OverdueItems, Rule } from './warning.ts'

/** `reading` null: nothing can be said now. Null: there is nothing to measure. */
export type Read = { reading: Reading<Evidence> | null } | null

type Reader = (rule: Rule, of: DayMember, facts: SignalFacts) => Read

const READERS: Readonly<Partial<Record<Signal, Reader>>> = {
  'behind-pace': (rule, of, facts) => {
    const progress = standingOf(rule, of, facts)?.progress
    const reading = progress && behindPace(progress, rule.settings)
    return reading ? { reading: reading.evidence.pace === null ? null : reading } : null
  },
  'forecast-miss': (rule, of, facts) => {
    const standing = standingOf(rule, of, facts)
    return standing?.progress && standing.metric.kind === 'additive'
      ? forecastRead(rule, of, facts, standing)
      : null
  },
  silence: ({ settings }, { member }, { unanswered, now }) => ({
    reading: silence(unanswered.get(member.memberId) ?? [], now, settings),
  }),
  trend: (rule, of, facts) => {
    const standing = standingOf(rule, of, facts)
    return standing ? { reading: trendReading(rule, of, facts, standing) } : null
  },
  threshold: (rule, of, facts) => {
    const standing = standingOf(rule, of, facts)
    return standing ? { reading: thresholdReading(rule, of, facts, standing) } : null
  },
  'funnel-leak': (rule, of, facts) => {
    const standing = standingOf(rule, of, facts)
    return standing ? leakReading(rule, of, facts, standing) : null
  },
  overspend: (rule, of, facts) => {
    const standing = standingOf(rule, of, facts)
    const isCost = standing?.metric.kind === 'additive' && !standing.metric.higherIsBetter
    return isCost && standing.progress ? { reading: overspendReading(rule, standing.progress) } : null
  },
  'item-overdue': (rule, of, facts) => ({ reading: overdueReading(rule, of, facts) }),
  // Nobody but a person raises one: see `decideRaised`.
  'raised-by-hand': () => ({ reading: null }),
}

/** False: nothing reads it yet, so that a rule of it would have no effect. */
export const isRead = (signal: Signal): boolean => READERS[signal] !== undefined

export const readSignal = (rule: Rule, of: DayMember, facts: SignalFacts): Read =>
  READERS[rule.signal]?.(rule, of, facts) ?? null

const standingOf = ({ metricKey }: Rule, { member }: DayMember, { standings }: SignalFacts) =>
  standings.get(member.memberId)?.metrics.find(({ metric }) => metric.key === metricKey)

/** The oldest item counts; where none is left it is over. */
function overdueReading(
  { settings }: Rule,
  { member, calendar, zone }: DayMember,
  { overdue, now }: SignalFacts,
): Reading<OverdueItems> {
  const own = overdue.get(member.userId) ?? []
  const today = localDate(now, zone)
  const item = { dueOn: own[0]?.dueOn ?? today, isOpen: own.length > 0, calendar }
  const reading = itemOverdue(item, today, settings)
  const waiting = own.filter(({ waits }) => waits).length
  return { ...reading, evidence: { ...reading.evidence, items: own.length, waiting } }
}

function forecastRead(
  { settings }: Rule,
  { member, calendar, zone }: DayMember,
  { now, settings: ofTeam, period, past }: SignalFacts,
  { metric, progress }: MetricStanding,
): Read {
  const { memberId } = member
  const today = localDate(now, zone)
  const holder = { settings: ofTeam, calendar, zone, today }
  const until = dayNumber(today)
  const days = (past.days.get(memberId) ?? []).filter(({ date }) => dayNumber(date) <= until)
  const known = { memberId, days, team: past.team }
  const found = forecastFor(holder, period, metric, progress!, known, now)
  const { target, elapsed } = progress!
  const forecast = found && { low: found.low, total: found.total, high: found.high }
  const reading = forecastMiss({ forecast, target, higherIsBetter: metric.higherIsBetter, elapsed }, settings)
  return { reading: reading.evidence.middle === null ? null : reading }
}
