// How one member stands in a period of any length in each number of their role, from targets that are loaded already.
import type { MemberId, MetricKey } from '../../core/ids.ts'
import { remembered } from '../../core/remembered.ts'
import { dayNumber } from '../../core/time.ts'
import type { DatedTotals } from '../../numbers/domain/day-values.ts'
import { valueIn } from '../../numbers/domain/measure.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { Period } from '../../numbers/domain/period.ts'
import type { MemberCalendar } from '../../org/domain/calendar.ts'
import { sameDays } from '../../org/domain/presence.ts'
import type { Member } from '../../org/domain/team.ts'
import type { CalendarFor } from './calendar-for.ts'
import { type DayShare, daySharesOf, shareThrough, type WorkDay, workDaysOf } from './day-shares.ts'
import { type CountedDays, countedDays, type DayFacts, lastDueDay } from './due-days.ts'
import { type DayEntry, entriesOf } from './own-target.ts'
import { partInForce } from './part-in-force.ts'
import { progressOf } from './progress.ts'
import type { Since } from './since.ts'
import { inForceOn, type TargetPart, type TargetVersion, targetKey } from './target.ts'
import { isWithin } from './target-period.ts'
import {
  type DaySteps,
  type SpreadTarget,
  stepsOf,
  type TargetWithin,
  targetWithin,
} from './target-within.ts'
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
  parts: readonly (TargetPart & Since)[]
  /** By which days each part is measured. */
  calendarOf: CalendarFor
}

export interface StandingFacts {
  period: Period
  versions: readonly TargetVersion[]
  /** The team's, by key. */
  metrics: ReadonlyMap<string, Metric>
  totals: TotalsOfTeam
}

/** A number of a member that has a target in the period. */
interface TargetedNumber {
  held: readonly SpreadTarget[]
  calendar: MemberCalendar
  /** The last day of the period whose numbers are due. Null: none is. */
  due: Temporal.PlainDate | null
  /** The days of the period on which it counts. */
  days: readonly WorkDay[]
}

export interface DueMember extends StandingMember {
  targeted: ReadonlyMap<MetricKey, TargetedNumber>
  /** From when on the days with numbers are needed one by one. Null: there is no target. */
  recentFrom: Temporal.PlainDate | null
}

/** For the members of one team: what their calendars have in common is counted once. */
export function dueMembers(
  members: readonly StandingMember[],
  facts: Pick<StandingFacts, 'period' | 'versions'>,
  now: Temporal.Instant,
): DueMember[] {
  const counted = countOnce()
  const { from } = facts.period
  return members.map((of) => {
    const targeted = new Map(targetedNumbers(of, facts, counted, now))
    const starts = [...targeted.values()].map(({ due }) => due?.add({ days: 1 }) ?? from)
    return { ...of, targeted, recentFrom: starts.toSorted(Temporal.PlainDate.compare)[0] ?? null }
  })
}

/** From when on the members' targets count, where that is later than the period's first day: what they had before is needed. */
export const lateStarts = (members: readonly DueMember[], { from }: Period): Temporal.PlainDate[] => {
  const held = members.flatMap(({ targeted }) => [...targeted.values()].flatMap((one) => one.held))
  const starts = new Map(held.map(({ since }) => [since.toString(), since]))
  return [...starts.values()].filter((since) => Temporal.PlainDate.compare(since, from) > 0)
}

/** `recent`: of each member the days with numbers from `recentFrom` on, the oldest first. */
export function memberStandings(
  members: readonly DueMember[],
  recent: ReadonlyMap<MemberId, readonly DatedTotals[]>,
  facts: StandingFacts,
): MemberStanding[] {
  return members.map((of) => {
    const isOver = ({ date }: DatedTotals) => dayNumber(date) <= dayNumber(of.today)
    const lately = (recent.get(of.member.memberId) ?? []).filter(isOver)
    return { member: of.member, metrics: of.metrics.map((metric) => standingOf(metric, of, lately, facts)) }
  })
}

function standingOf(
  metric: Metric,
  of: DueMember,
  lately: readonly DatedTotals[],
  { metrics, totals, period }: StandingFacts,
): MetricStanding {
  const { memberId } = of.member
  const own = (stretch: TotalsByMember) => stretch.get(memberId) ?? {}
  const actual = valueIn(own(totals.period), metric, metrics)
  const change = {
    now: valueIn(own(totals.due), metric, metrics),
    before: valueIn(own(totals.before), metric, metrics),
  }
  const number = of.targeted.get(metric.key)
  const within = number && targetOf(metric, number, of, period)
  if (!number || !within) return { metric, actual, change, progress: null }
  const recent = entriesOf(lately, metric.key)
  const dates = recent.map(({ date }) => date)
  const { through, until } = countedOf(number, of, period, dates)
  const before = totals.early.get(within.since.toString())?.get(memberId)?.[metric.key]?.value ?? 0
  const progress = progressOf({
    ...{ metric, actual, through, shares: within.shares, target: within.target },
    ...(metric.kind === 'additive' && actual !== null
      ? { counted: actual - before - sumAfter(until, recent) }
      : {}),
    below: wholeUnits(own(totals.period), metric.denominator, metrics),
    restFrom: [number.due, dates.at(-1)].some((date) => date?.equals(of.today))
      ? of.today.add({ days: 1 })
      : of.today,
  })
  return { metric, actual, change, progress, through }
}

const countedOf = (
  { calendar, due }: TargetedNumber,
  of: DueMember,
  period: Period,
  dates: readonly Temporal.PlainDate[],
): CountedDays => countedDays({ ...of, calendar }, period, due, dates)

/** What is expected of a member by now in a number that is added up. */
export interface ExpectedSum {
  target: number
  expected: number
  /** From when on entries count, and until when. */
  since: Temporal.PlainDate
  until: Temporal.PlainDate
}

/** The same as in a standing. `dates`: with numbers after those that are due. Null: there is no target. */
export function expectedSum(
  metric: Metric,
  of: DueMember,
  period: Period,
  dates: readonly Temporal.PlainDate[],
): ExpectedSum | null {
  const number = of.targeted.get(metric.key)
  const within = number && targetOf(metric, number, of, period)
  if (!number || !within) return null
  const { through, until } = countedOf(number, of, period, dates)
  const { target, shares, since } = within
  return { target, expected: through ? target * shareThrough(shares, through) : 0, since, until }
}

/** Null: none in the period. */
const targetOf = (
  { kind }: Metric,
  { held, days }: TargetedNumber,
  { today }: DueMember,
  period: Period,
): TargetWithin | null =>
  kind === 'additive' ? targetWithin(period, held, days) : inherited(held, earlier(today, period.to))

const sumAfter = (until: Temporal.PlainDate, entries: readonly DayEntry[]): number =>
  entries.reduce((sum, { date, value }) => sum + (Temporal.PlainDate.compare(date, until) > 0 ? value : 0), 0)

/** A target that is not shared out: that of the shortest period counts. */
function inherited(targets: readonly SpreadTarget[], on: Temporal.PlainDate) {
  const running = targets.filter(({ period }) => isWithin(on, period))
  const [own] = running.toSorted(
    (one, other) => one.period.from.until(one.period.to).days - other.period.from.until(other.period.to).days,
  )
  return own ? { target: own.value, shares: own.shares, since: own.since } : null
}

/** By the versions that measure the period's last day so far. A number that the member's role never counts in it is left out. */
function targetedNumbers(
  of: StandingMember,
  { versions, period }: Pick<StandingFacts, 'period' | 'versions'>,
  counted: ReturnType<typeof countOnce>,
  now: Temporal.Instant,
): [MetricKey, TargetedNumber][] {
  const on = earlier(of.today, period.to)
  const inForce = [...Map.groupBy(of.parts, targetKey).values()].flatMap((own) => {
    const whole = own[0]!.period
    return inForceOn(own, later(earlier(on, whole.to), whole.from)) ?? []
  })
  const byMetric = Map.groupBy(inForce, ({ metricKey }) => metricKey)
  const works = counted.days(of.calendar, period).length > 0
  return of.metrics.flatMap(({ key, kind }): [MetricKey, TargetedNumber][] => {
    const parts = (byMetric.get(key) ?? []).toSorted((one, other) =>
      Temporal.PlainDate.compare(one.period.from, other.period.from),
    )
    const last = parts.findLast((part) => Temporal.PlainDate.compare(part.period.from, on) <= 0) ?? parts[0]
    if (!last) return []
    const calendar = of.calendarOf(last)
    const days = counted.days(calendar, period)
    if (works && days.length === 0) return []
    const held = parts.map((part) =>
      heldTarget(part, kind, { calendarOf: of.calendarOf, on, versions }, counted),
    )
    return [[key, { held, calendar, days, due: counted.due({ ...of, calendar }, period, now) }]]
  })
}

function heldTarget(
  part: TargetPart & Since,
  kind: Metric['kind'],
  {
    calendarOf,
    on,
    versions,
  }: Pick<StandingMember, 'calendarOf'> & Pick<StandingFacts, 'versions'> & { on: Temporal.PlainDate },
  counted: ReturnType<typeof countOnce>,
): SpreadTarget {
  const { period } = part
  const date = later(earlier(on, period.to), period.from)
  const ofTeam = versions.filter((one) => targetKey(one) === targetKey(part))
  const calendar = calendarOf(part)
  const weights = inForceOn(ofTeam, date)?.monthWeights ?? null
  const { shares, steps } = counted.spread(calendar, part, weights)
  const value =
    kind === 'additive' ? partInForce(part, calendar, { from: part.since, to: period.to }) : part.value
  return { period, value, shares, steps, since: part.since }
}

function countOnce() {
  const known = new Map<string, unknown>()
  const once = <T>(key: string, count: () => T): T => {
    if (!known.has(key)) known.set(key, count())
    return known.get(key) as T
  }
  const days = (calendar: MemberCalendar, span: Span): readonly WorkDay[] =>
    once(`days ${keyOf(calendar, span)}`, () => workDaysOf(calendar, span))
  const spread = (
    calendar: MemberCalendar,
    { period, since }: Pick<TargetPart, 'period'> & Since,
    weights: readonly number[] | null,
  ): { shares: readonly DayShare[]; steps: DaySteps } =>
    once(`spread ${weights} ${since} ${keyOf(calendar, period)}`, () =>
      spreadFrom(calendar, period, since, weights),
    )
  const due = (of: DayFacts, { from, to }: Span, now: Temporal.Instant) => {
    // Which day asks for a day's numbers can lie behind the period.
    const key = keyOf(of.calendar, { from, to: to.add({ days: LOOK_AHEAD_DAYS }) })
    return once(`due ${of.zone} ${of.today} ${key}`, () => lastDueDay(of, { from, to }, now))
  }
  return { days, spread, due }
}

const LOOK_AHEAD_DAYS = 60

type Span = Pick<Period, 'from' | 'to'>

/** Equal for calendars of one team that count alike. */
const keyOf: (calendar: MemberCalendar, span: Span) => string = remembered(
  ({ from, to }) => `${from} ${to}`,
  (calendar, { from, to }) =>
    `${from} ${to} ${sameDays(calendar, from, to)} ${JSON.stringify(calendar.fixed ?? {})}`,
)

const spreadFrom: (
  calendar: MemberCalendar,
  period: TargetPart['period'],
  since: Temporal.PlainDate,
  weights: readonly number[] | null,
) => { shares: readonly DayShare[]; steps: DaySteps } = remembered(
  ({ from, to }, since, weights) => `${from} ${to} ${since} ${weights}`,
  (calendar, period, since, weights) => {
    const counting = workDaysOf(calendar, period).filter(
      ({ date }) => Temporal.PlainDate.compare(date, since) >= 0,
    )
    const shares = daySharesOf(counting, period, weights)
    return { shares, steps: stepsOf(shares) }
  },
)

const earlier = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) < 0 ? one : other
const later = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) < 0 ? other : one
