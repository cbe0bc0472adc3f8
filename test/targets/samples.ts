// Made-up targets for tests of messages: by default 120 calls in March 2026, seen on the 16th before the close.
import type { Metric } from '../../src/numbers/domain/metrics.ts'
import { presetFor } from '../../src/numbers/domain/presets.ts'
import type { MemberCalendar } from '../../src/org/domain/calendar.ts'
import { daySharesOf, workDaysOf } from '../../src/targets/domain/day-shares.ts'
import type { Forecast } from '../../src/targets/domain/forecast.ts'
import type { OwnTarget } from '../../src/targets/domain/own-target.ts'
import { progressOf } from '../../src/targets/domain/progress.ts'
import { type TargetPeriodKind, targetPeriod } from '../../src/targets/domain/target-period.ts'
import type { FieldTarget } from '../../src/targets/flows/targets-of-day.ts'

const date = Temporal.PlainDate.from

export const CALLS: Metric = presetFor('hunter', 'EUR').find(({ key }) => key === 'calls')!
export const REVENUE: Metric = presetFor('hunter', 'EUR').find(({ key }) => key === 'newRevenue')!
export const WIN_RATE: Metric = presetFor('hunter', 'EUR').find(({ key }) => key === 'proposalWinRate')!
export const COST: Metric = presetFor('campaign-planner', 'CNY').find(({ key }) => key === 'campaignCost')!

export const WEEKDAYS: MemberCalendar = {
  ...{ workDays: [1, 2, 3, 4, 5], holidayCountry: null, holidayRegion: null, extraDays: {} },
  ...{ ownHolidays: [], alternateDay: null },
  ...{ joinedOn: date('2025-01-01'), leftOn: null, leave: [] },
}

interface Wish {
  metric?: Metric
  kind?: TargetPeriodKind
  target?: number
  actual?: number | null
  below?: number
  /** Null: nothing is due yet. */
  through?: string | null
  from?: string
  /** The first of the month in which it was first set. */
  since?: string
  monthWeights?: number[] | null
  workPerDay?: number
  /** What is usual, where what it takes is far beyond. */
  usual?: number
  /** What was entered on the days from the 2nd on. */
  values?: number[]
  forecast?: Forecast
}

export function sampleTarget(wish: Wish = {}): OwnTarget {
  const { metric = CALLS, kind = 'month', target = 120, actual = null, below = null } = wish
  const period = targetPeriod(kind, date('2026-03-16'), 1)
  const shares = daySharesOf(
    workDaysOf(WEEKDAYS, { from: date(wish.since ?? period.from.toString()), to: period.to }),
    period,
    wish.monthWeights ?? null,
  )
  const through = wish.through === null ? null : date(wish.through ?? '2026-03-13')
  const restFrom = date(wish.from ?? '2026-03-16')
  const common = { metricKey: metric.key, period, version: 2, effectiveFrom: period.from }
  return {
    ...{ metric, period, partOf: null, shares, through },
    part: {
      ...{ ...common, teamId: 't', memberId: 'm', value: target, byHand: false, until: period.to },
      ...{ monthWeights: wish.monthWeights ?? null, since: date(wish.since ?? period.from.toString()) },
    },
    progress: progressOf({ metric, target, actual, below, shares, through, restFrom }),
    entries: (wish.values ?? []).map((value, index) => ({ date: shares[index]!.date, value })),
    ...{ sums: null, forecast: wish.forecast ?? null },
    beyond: wish.usual === undefined ? null : { usual: wish.usual },
    work:
      wish.workPerDay === undefined
        ? null
        : {
            ...{
              metric: CALLS,
              perDay: wish.workPerDay,
              own: { result: 6000, activity: 30 },
              teamYield: 250,
            },
            ...{ pull: 10, yielded: 212.5 },
          },
  }
}

/** 6 of 120 on the day, 52 are in. */
export const sampleField = (more: Partial<FieldTarget> = {}): FieldTarget => ({
  ...{ metric: CALLS, period: targetPeriod('month', date('2026-03-16'), 1), target: 120, day: 6, from: null },
  ...{ actual: 52, ...more },
})
