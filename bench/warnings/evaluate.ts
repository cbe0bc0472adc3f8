// What the default rules read about a simulated member on one morning, after the close of the standup.
import type { DaySums } from '../../src/numbers/domain/day-sums.ts'
import type { Metric } from '../../src/numbers/domain/metrics.ts'
import { presetMetric } from '../../src/numbers/domain/presets.ts'
import type { DayShare } from '../../src/targets/domain/day-shares.ts'
import { forecastOf } from '../../src/targets/domain/forecast.ts'
import { RECENT_DAYS } from '../../src/targets/domain/own-target.ts'
import { type Progress, progressOf } from '../../src/targets/domain/progress.ts'
import { recentDays } from '../../src/targets/domain/recent-days.ts'
import type { DefaultRule } from '../../src/warnings/domain/default-rules.ts'
import type { Reading } from '../../src/warnings/domain/level.ts'
import { behindPace } from '../../src/warnings/domain/signals/behind-pace.ts'
import { forecastMiss } from '../../src/warnings/domain/signals/forecast-miss.ts'
import { funnelLeak } from '../../src/warnings/domain/signals/funnel-leak.ts'
import { silence } from '../../src/warnings/domain/signals/silence.ts'
import { type TrendPeriod, trend } from '../../src/warnings/domain/signals/trend.ts'
import {
  ASKED_PER_DAY,
  CUSTOMER_SHARE,
  METRICS,
  PROPOSAL_SHARE,
  type SimulatedDay,
  type SimulatedMetric,
  type TargetedMetric,
} from './company.ts'

/** A member as seen on the morning of one of their working days. */
export interface Morning {
  days: readonly SimulatedDay[]
  /** Of today. */
  index: number
  shares: readonly DayShare[]
  colleagues: Readonly<Record<TargetedMetric, readonly DaySums[]>>
}

const FUNNEL = {
  proposals: { before: 'visits', benchmark: PROPOSAL_SHARE },
  newCustomers: { before: 'proposals', benchmark: CUSTOMER_SHARE },
} as const

const PRESET = Object.fromEntries(METRICS.map((key) => [key, presetMetric(key, 'EUR')!])) as Readonly<
  Record<SimulatedMetric, Metric>
>

const isIn = (day: SimulatedDay, index: number) => day.inOn <= index

const sumOf = (days: readonly SimulatedDay[], index: number, metric: SimulatedMetric) =>
  days.reduce((sum, day) => sum + (isIn(day, index) ? day.numbers[metric] : 0), 0)

/** The days of the month before today: all of them are due. */
const dueDays = ({ days, index }: Morning) =>
  days.slice(0, index).filter(({ month }) => month === days[index]!.month)

/** The latest days before the one with this index. */
export function recentSums(days: readonly SimulatedDay[], index: number, metric: SimulatedMetric): DaySums {
  const from = Math.max(0, index - 2 * RECENT_DAYS)
  const known = days.slice(from, index).filter((day) => isIn(day, index))
  const values = new Map(known.map((day) => [day.date.toString(), day.numbers[metric]]))
  return recentDays(days.slice(Math.max(0, index - RECENT_DAYS), index), values)
}

function progress(morning: Morning, metric: TargetedMetric): Progress {
  const due = dueDays(morning)
  const actual = due.some((day) => isIn(day, morning.index)) ? sumOf(due, morning.index, metric) : null
  return progressOf({
    ...{ metric: PRESET[metric], shares: morning.shares, below: null, actual },
    target: ASKED_PER_DAY[metric] * morning.shares.length,
    through: due.at(-1)?.date ?? null,
    restFrom: morning.days[morning.index]!.date,
  })
}

export function readingOn(morning: Morning, { signal, metric, settings }: DefaultRule): Reading<unknown> {
  const { days, index } = morning
  if (signal === 'silence') return silence(asked(days, index), days[index]!.closesAt, settings)
  if (signal === 'trend')
    return trend(
      { metric: PRESET[metric as SimulatedMetric], periods: weeksOf(morning, metric as SimulatedMetric) },
      settings,
    )
  if (signal === 'funnel-leak') {
    const { before, benchmark } = FUNNEL[metric as keyof typeof FUNNEL]
    const due = dueDays(morning)
    const [entered, converted] = [sumOf(due, index, before), sumOf(due, index, metric as SimulatedMetric)]
    return funnelLeak({ entered, converted, benchmark }, settings)
  }
  const known = progress(morning, metric as TargetedMetric)
  if (signal === 'behind-pace') return behindPace(known, settings)
  if (signal !== 'forecast-miss') throw new Error(`${signal} is not simulated`)
  const own = recentSums(days, index, metric as SimulatedMetric)
  const open = days.slice(index).filter(({ month }) => month === days[index]!.month)
  const forecast = forecastOf({
    actual: known.actual ?? 0,
    own,
    colleagues: morning.colleagues[metric as TargetedMetric],
    open,
  })
  return forecastMiss(
    { forecast, target: known.target, higherIsBetter: true, elapsed: known.elapsed },
    settings,
  )
}

const ASKED_BACK = 10

const asked = (days: readonly SimulatedDay[], index: number) =>
  days.slice(Math.max(0, index - ASKED_BACK), index + 1)

const WEEKS_BACK = 8

/** The weeks before this one, by what is known now. */
function weeksOf({ days, index }: Morning, metric: SimulatedMetric): TrendPeriod[] {
  const today = days[index]!
  const from = today.date.subtract({ days: today.date.dayOfWeek - 1, weeks: WEEKS_BACK })
  const before = Map.groupBy(days.slice(Math.max(0, index - 7 * WEEKS_BACK), index), ({ week }) => week)
  return Array.from({ length: WEEKS_BACK }, (_, number) => {
    const own = before.get(today.week - WEEKS_BACK + number) ?? []
    const value = own.some((day) => isIn(day, index)) ? sumOf(own, index, metric) : null
    return { from: from.add({ weeks: number }), value, days: own.length }
  })
}
