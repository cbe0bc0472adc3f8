// How one member stands in a period of any length in each number of their role, from targets that are loaded already.
import type { MemberId } from '../../core/ids.ts'
import type { DatedTotals } from '../../numbers/domain/day-values.ts'
import { valueIn } from '../../numbers/domain/measure.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { Period } from '../../numbers/domain/period.ts'
import type { MemberCalendar } from '../../org/domain/calendar.ts'
import { sameDays } from '../../org/domain/presence.ts'
import type { Member } from '../../org/domain/team.ts'
import { type DayShare, daySharesOf, type WorkDay, workDaysOf } from './day-shares.ts'
import { countedDays, type DayFacts, lastDueDay } from './due-days.ts'
import { type DayEntry, entriesOf } from './own-target.ts'
import { partInForce } from './part-in-force.ts'
import { progressOf } from './progress.ts'
import { inForceOn, type TargetPart, type TargetVersion, targetKey } from './target.ts'
import { isWithin } from './target-period.ts'
import { type DaySteps, type SpreadTarget, stepsOf, targetWithin } from './target-within.ts'
import {
  type MemberStanding,
  type MetricStanding,
  type TotalsByMember,
  type TotalsOfTeam,
  wholeUnits,
} from './team-progress.ts'

export interface StandingMember extends DayFacts {
  member: Member
  /** Of the member's role. */
  metrics: readonly Metric[]
  /** Of every version, of all periods that overlap. */
  parts: readonly TargetPart[]
}

export interface StandingFacts {
  period: Period
  versions: readonly TargetVersion[]
  /** The team's, by key. */
  metrics: ReadonlyMap<string, Metric>
  totals: TotalsOfTeam
}

export interface DueMember extends StandingMember {
  /** The last day of the period whose numbers are due. Null: none is. */
  due: Temporal.PlainDate | null
}

/** For the members of one team: what their calendars have in common is counted once. */
export function dueMembers(
  members: readonly StandingMember[],
  period: Period,
  now: Temporal.Instant,
): DueMember[] {
  const counted = countOnce()
  return members.map((of) => ({ ...of, due: counted.due(of, period, now) }))
}

/** `recent`: of each member the days with numbers after the one that is due, the oldest first. */
export function memberStandings(
  members: readonly DueMember[],
  recent: ReadonlyMap<MemberId, readonly DatedTotals[]>,
  facts: StandingFacts,
): MemberStanding[] {
  const counted = countOnce()
  return members.map((of) => {
    const { member, metrics } = of
    const held = heldTargets(of, facts, counted)
    const days = counted.days(of.calendar, facts.period)
    const lately = recent.get(member.memberId) ?? []
    const numbers = metrics.map((metric) => standingOf(metric, of, facts, { held, days, recent: lately }))
    return { member, metrics: numbers }
  })
}

interface Held extends SpreadTarget {
  metricKey: string
}

interface Counted {
  held: readonly Held[]
  days: readonly WorkDay[]
  recent: readonly DatedTotals[]
}

function standingOf(
  metric: Metric,
  of: DueMember,
  facts: StandingFacts,
  { held, days, ...counted }: Counted,
): MetricStanding {
  const { memberId } = of.member
  const { metrics, totals, period } = facts
  const own = (stretch: TotalsByMember) => stretch.get(memberId) ?? {}
  const actual = valueIn(own(totals.period), metric, metrics)
  const change = {
    now: valueIn(own(totals.due), metric, metrics),
    before: valueIn(own(totals.before), metric, metrics),
  }
  const targets = held.filter(({ metricKey }) => metricKey === metric.key)
  const within =
    metric.kind === 'additive'
      ? targetWithin(period, targets, days)
      : inherited(targets, earlier(of.today, period.to))
  if (!within) return { metric, actual, change, progress: null }
  const recent = entriesOf(counted.recent, metric.key)
  const dates = recent.map(({ date }) => date)
  const { through, until } = countedDays(of, period, of.due, dates)
  const progress = progressOf({
    ...{ metric, actual, through, shares: within.shares, target: within.target },
    ...(metric.kind === 'additive' && actual !== null ? { counted: actual - sumAfter(until, recent) } : {}),
    below: wholeUnits(own(totals.period), metric.denominator, metrics),
    restFrom: [of.due, dates.at(-1)].some((date) => date?.equals(of.today))
      ? of.today.add({ days: 1 })
      : of.today,
  })
  return { metric, actual, change, progress }
}

const sumAfter = (until: Temporal.PlainDate, entries: readonly DayEntry[]): number =>
  entries.reduce((sum, { date, value }) => sum + (Temporal.PlainDate.compare(date, until) > 0 ? value : 0), 0)

/** A target that is not shared out: that of the shortest period counts. */
function inherited(targets: readonly Held[], on: Temporal.PlainDate) {
  const running = targets.filter(({ period }) => isWithin(on, period))
  const [own] = running.toSorted(
    (one, other) => one.period.from.until(one.period.to).days - other.period.from.until(other.period.to).days,
  )
  return own ? { target: own.value, shares: own.shares } : null
}

/** By the version that measures the period's last day so far. */
function heldTargets(
  { parts, calendar, metrics, today }: StandingMember,
  { versions, period }: StandingFacts,
  counted: ReturnType<typeof countOnce>,
): Held[] {
  const kindOf = new Map(metrics.map(({ key, kind }) => [key, kind]))
  const on = earlier(today, period.to)
  return [...Map.groupBy(parts, targetKey).values()].flatMap((own): Held[] => {
    const { metricKey, period: whole } = own[0]!
    const date = later(earlier(on, whole.to), whole.from)
    const part = inForceOn(own, date)
    if (!part || !kindOf.has(metricKey)) return []
    const ofTeam = versions.filter((one) => targetKey(one) === targetKey(part))
    const { shares, steps } = counted.spread(calendar, whole, inForceOn(ofTeam, date)?.monthWeights ?? null)
    const value = kindOf.get(metricKey) === 'additive' ? partInForce(part, calendar, whole) : part.value
    return [{ metricKey, period: whole, value, shares, steps }]
  })
}

function countOnce() {
  const known = new Map<string, unknown>()
  const once = <T>(key: string, count: () => T): T => {
    if (!known.has(key)) known.set(key, count())
    return known.get(key) as T
  }
  type Span = Pick<Period, 'from' | 'to'>
  const keyOf = (calendar: MemberCalendar, { from, to }: Span) =>
    `${from} ${to} ${sameDays(calendar, from, to)}`
  const days = (calendar: MemberCalendar, span: Span): readonly WorkDay[] =>
    once(`days ${keyOf(calendar, span)}`, () => workDaysOf(calendar, span))
  const spread = (
    calendar: MemberCalendar,
    span: Span,
    weights: readonly number[] | null,
  ): { shares: readonly DayShare[]; steps: DaySteps } =>
    once(`spread ${weights} ${keyOf(calendar, span)}`, () => {
      const shares = daySharesOf(days(calendar, span), span, weights)
      return { shares, steps: stepsOf(shares) }
    })
  const due = (of: StandingMember, { from, to }: Span, now: Temporal.Instant) => {
    // Which day asks for a day's numbers can lie behind the period.
    const key = keyOf(of.calendar, { from, to: to.add({ days: LOOK_AHEAD_DAYS }) })
    return once(`due ${of.zone} ${of.today} ${key}`, () => lastDueDay(of, { from, to }, now))
  }
  return { days, spread, due }
}

const LOOK_AHEAD_DAYS = 60

const earlier = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) < 0 ? one : other
const later = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) < 0 ? other : one
