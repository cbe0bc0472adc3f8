// How a member stands against one target: pace, what it takes from here, and what it comes to in the end.
import type { MemberId, MetricKey } from '../../core/ids.ts'
import { dayNumber } from '../../core/time.ts'
import type { DayTotals } from '../../numbers/domain/activity.ts'
import type { LearntSums } from '../../numbers/domain/day-sums.ts'
import { type DatedTotals, totalsOfDays } from '../../numbers/domain/day-values.ts'
import { valueIn } from '../../numbers/domain/measure.ts'
import type { MetricValue } from '../../numbers/domain/metric-value.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { type ActivityNeeded, activityNeeded } from './activity-needed.ts'
import { type BeyondReach, beyondReach } from './beyond-reach.ts'
import { type DayShare, daySharesOf, type WorkDay, workDaysOf } from './day-shares.ts'
import { countedDays, type DayFacts, lastDueDay } from './due-days.ts'
import { type Forecast, forecastOf } from './forecast.ts'
import { partInForce } from './part-in-force.ts'
import { type Progress, progressOf } from './progress.ts'
import { latestWorkDays, recentDays, type ValueByDay } from './recent-days.ts'
import type { Since } from './since.ts'
import type { WeightedPart } from './target.ts'
import { isPartOf, isWithin, type TargetPeriod } from './target-period.ts'

/** What was entered on a day. */
export interface DayEntry {
  date: Temporal.PlainDate
  /** Scaled. */
  value: number
}

export interface OwnTarget {
  metric: Metric
  period: TargetPeriod
  part: WeightedPart & Since
  /** The quarter or year that the period is a part of, if that has a target. */
  partOf: TargetPeriod | null
  shares: readonly DayShare[]
  through: Temporal.PlainDate | null
  progress: Progress
  /** Of the period until today, oldest first; of a ratio none. */
  entries: readonly DayEntry[]
  /** Of a ratio: the sums that are divided. */
  sums: { above: MetricValue; below: MetricValue } | null
  /** Null: it is no sum, or too little is known. */
  forecast: Forecast | null
  /** What the rest means in work a day: 6 calls. Null: it is work itself, or nothing is known. */
  work: (ActivityNeeded & { metric: Metric }) | null
  /** What a day would take is far beyond what they do, of the work or else of the number itself. */
  beyond: BeyondReach | null
  /** True: the team has a score beside what is reached. */
  okr?: boolean
}

/** What is known of a member and the team, for all of the member's targets. */
export interface Known {
  memberId: MemberId
  /** The metrics of the member's role in order, and those behind its ratios. */
  role: readonly Metric[]
  metrics: ReadonlyMap<MetricKey, Metric>
  /** The member's days back to the oldest that counts, until today. */
  days: readonly DatedTotals[]
  /** Of each member of the team with a report, by metric. */
  team: ReadonlyMap<MemberId, Readonly<Record<MetricKey, LearntSums>>>
}

/** How far back a rate, and what work brings, is learnt from. */
export const RECENT_DAYS = 20
export const LEARNT_DAYS = 60
/** So many beside the member, and what is learnt from them says nothing of one. */
const LEAST_COLLEAGUES = 2

export function ownTarget(
  holder: DayFacts,
  { metric, part, wider = null }: { metric: Metric; part: WeightedPart & Since; wider?: WeightedPart | null },
  known: Known,
  now: Temporal.Instant,
): OwnTarget {
  const { calendar, today } = holder
  const { period } = part
  const { since } = part
  const counting = { from: since, to: period.to }
  const shares = daySharesOf(workDaysOf(calendar, counting), period, part.monthWeights)
  const days = known.days.filter(({ date }) => isWithin(date, period))
  const entries = entriesOf(days, metric.key)
  const due = lastDueDay(holder, period, now)
  const { through, until } = countedDays(holder, period, due, datesAfter(due, entries))
  const totals = totalsOfDays(days, known.metrics)
  const sums = sumsOf(metric, totals, known.metrics)
  const progress = progressOf({
    ...{ metric, shares, through },
    target: metric.kind === 'additive' ? partInForce(part, calendar, counting) : part.value,
    actual: valueIn(totals, metric, known.metrics),
    below: sums ? sums.below.value / 10 ** sums.below.metric.decimals : null,
    ...(metric.kind === 'additive' ? { counted: sumBetween(since, until, entries) } : {}),
    restFrom: [due, entries.at(-1)?.date].some((date) => date?.equals(today))
      ? today.add({ days: 1 })
      : today,
  })
  const work = workOf(metric, progress, known)
  return {
    ...{ metric, period, part, shares, through, progress, entries, sums, work },
    partOf: wider && isPartOf(period, wider.period) ? wider.period : null,
    forecast: metric.kind === 'additive' ? forecastFor(holder, period, metric, progress, known, now) : null,
    beyond: beyondOf(metric, progress, work, known),
    okr: holder.settings.okrView ?? false,
  }
}

export const entriesOf = (days: readonly DatedTotals[], key: MetricKey): DayEntry[] =>
  days.flatMap(({ date, totals: { [key]: total } }) => (total ? [{ date, value: total.value }] : []))

const datesAfter = (due: Temporal.PlainDate | null, entries: readonly DayEntry[]): Temporal.PlainDate[] =>
  entries.flatMap(({ date }) => (!due || Temporal.PlainDate.compare(date, due) > 0 ? [date] : []))

/** Null: nothing was entered at all. */
export const sumBetween = (
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  entries: readonly DayEntry[],
): number | null =>
  entries.length === 0
    ? null
    : entries.reduce((sum, { date, value }) => sum + (isWithin(date, { from, to }) ? value : 0), 0)

function sumsOf(metric: Metric, totals: DayTotals, metrics: Known['metrics']): OwnTarget['sums'] {
  const [above, below] = [metrics.get(metric.numerator ?? ''), metrics.get(metric.denominator ?? '')]
  if (metric.kind !== 'ratio' || !above || !below) return null
  const sum = (of: Metric) => ({ metric: of, value: totals[of.key]?.value ?? 0 })
  return { above: sum(above), below: sum(below) }
}

/** `days`: from the period's first day on, and as far back as a rate is learnt from. */
export function forecastFor(
  holder: DayFacts,
  period: Pick<TargetPeriod, 'from' | 'to'>,
  { key }: Pick<Metric, 'key'>,
  { actual }: Pick<Progress, 'actual'>,
  { days, team, memberId }: Pick<Known, 'days' | 'team' | 'memberId'>,
  now: Temporal.Instant,
): Forecast | null {
  const { calendar, today } = holder
  const values: ValueByDay = new Map(entriesOf(days, key).map(({ date, value }) => [dayNumber(date), value]))
  const learntFrom = today.subtract({ days: RECENT_DAYS })
  // Whoever was away for longer has no later day that is due.
  const from = Temporal.PlainDate.compare(period.from, learntFrom) < 0 ? period.from : learntFrom
  const due = lastDueDay(holder, { from, to: today }, now)
  const lastDue = due ? dayNumber(due) : 0
  /** Those that are in: all that are due, and what was reported since. */
  const split = (work: readonly WorkDay[]) => {
    const since = work.findLastIndex(({ date }) => dayNumber(date) <= lastDue) + 1
    const [reported = [], open = []] = [true, false].map((isIn) =>
      work.slice(since).filter(({ date }) => values.has(dayNumber(date)) === isIn),
    )
    return { counted: [...work.slice(0, since), ...reported], open }
  }
  const { counted } = split(latestWorkDays(calendar, today, 2 * RECENT_DAYS))
  return forecastOf({
    actual: actual ?? 0,
    own: recentDays(counted.slice(-RECENT_DAYS), values),
    colleagues: enough(
      [...team].flatMap(([id, of]) => {
        const recent = of[key]?.recent
        return id === memberId || !recent?.days ? [] : [recent]
      }),
    ),
    open: split(workDaysOf(calendar, period)).open,
  })
}

/** Of a single colleague the average would be that person's number. */
const enough = <T>(colleagues: readonly T[]): readonly T[] =>
  colleagues.length < LEAST_COLLEAGUES ? [] : colleagues

/** The first number of work that the role counts. */
export const workMetric = (role: readonly Metric[]): Metric | null =>
  role.find(
    ({ kind, layer, higherIsBetter }) => kind === 'additive' && layer === 'process' && higherIsBetter,
  ) ?? null

function beyondOf(
  metric: Metric,
  { rest }: Progress,
  work: OwnTarget['work'],
  { days }: Known,
): BeyondReach | null {
  if (!metric.higherIsBetter || !rest?.perDay) return null
  const done = work?.metric ?? metric
  const lately = entriesOf(days, done.key).slice(-LEARNT_DAYS)
  const perDay = work ? work.perDay * 10 ** done.decimals : rest.perDay
  return beyondReach(
    perDay,
    lately.map(({ value }) => value),
  )
}

function workOf(metric: Metric, { rest }: Progress, { role, team, memberId }: Known): OwnTarget['work'] {
  const work = workMetric(role)
  if (!work || metric.layer === 'process' || !metric.higherIsBetter || !rest?.perDay) return null
  const unit = (of: Metric, sums: Readonly<Record<MetricKey, LearntSums>> | undefined) =>
    (sums?.[of.key]?.sum ?? 0) / 10 ** of.decimals
  const yieldOf = (people: readonly (Readonly<Record<MetricKey, LearntSums>> | undefined)[]) => ({
    result: people.reduce((sum, one) => sum + unit(metric, one), 0),
    activity: people.reduce((sum, one) => sum + unit(work, one), 0),
  })
  const active = [...team].filter(([, one]) => unit(work, one) > 0)
  const colleagues = enough(active.filter(([id]) => id !== memberId))
  const everyone = { ...yieldOf(active.map(([, one]) => one)), people: active.length }
  const perDay = rest.perDay / 10 ** metric.decimals
  const own = yieldOf([team.get(memberId)])
  const needed = activityNeeded(perDay, own, colleagues.length > 0 ? everyone : null)
  return needed && { metric: work, ...needed }
}
