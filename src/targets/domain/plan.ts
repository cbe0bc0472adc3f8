// What a target is planned from, what a manager wants, and what becomes of it: of a month, or of a year or quarter by its months.
import type { MemberId } from '../../core/ids.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { Role } from '../../org/domain/team.ts'
import type { MonthPeople, MonthRefusal, PlannedPart } from './plan-month.ts'
import type { PeopleSplit } from './split-people.ts'
import type { TimeParts, TimeSplit } from './split-time.ts'
import { isPartOf, samePeriod, type TargetPeriod } from './target-period.ts'

/** A month keeps what it has: it was set itself, or its quarter was. */
export const MONTH_LOCKS = ['hand', 'quarter'] as const
export type MonthLock = (typeof MONTH_LOCKS)[number]

export interface MonthFacts extends MonthPeople {
  period: TargetPeriod
  /** 0: there is no target yet. */
  version: number
  lock: MonthLock | null
  /** Half working days of the team. */
  days: number
  /** What the team reached in the same month of the year before, scaled. */
  lastYear: number
}

/** A year or quarter that has a target. */
export interface WholePeriod {
  period: TargetPeriod
  version: number
  /** Null: only single reps have one. */
  whole: number | null
}

export interface PlanFacts {
  metric: Pick<Metric, 'kind'>
  period: TargetPeriod
  today: Temporal.PlainDate
  /** Of the widest period that is concerned: the target's own, or the year or quarter above that has a target. */
  months: readonly MonthFacts[]
  /** The years and quarters that have a target and share months with it, its own included; the shorter ones first. */
  wholes: readonly WholePeriod[]
  /** A target with other months, from before the fiscal year was moved. Null: there is none. */
  overlapping: TargetPeriod | null
}

export interface TargetDraft {
  /** What single reps get of the period. Null: it is for the whole team, or for a role. */
  persons: ReadonlyMap<MemberId, number> | null
  /** Only its people get parts. Null: all of them. */
  role: Role | null
  /** Scaled. */
  value: number
  split: PeopleSplit
  /** Of the split by weights. */
  weights: ReadonlyMap<MemberId, number>
  /** Of the whole period. Null: those that are set by hand so far stay. */
  byHand: ReadonlyMap<MemberId, number> | null
  time: TimeSplit
  /** By ISO date of the first day. Null: those that are set so far stay. */
  monthsByHand: ReadonlyMap<string, number> | null
  reason: string
}

export type TargetRefusal =
  | { ok: false; reason: 'period-over' | 'reason-missing' | 'not-in-team' | 'unchanged' }
  | { ok: false; reason: 'overlaps'; period: TargetPeriod }
  /** Beside the months that keep theirs it is not what the year or quarter above has. */
  | { ok: false; reason: 'not-in-whole'; period: TargetPeriod; whole: number; others: number; value: number }
  | MonthRefusal
  /** Beside the other parts of the target of the team above it is more than that has; `others`: their parts, its own people's included. */
  | { ok: false; reason: 'above-parent'; period: TargetPeriod; whole: number; others: number; value: number }
  | Extract<TimeParts, { ok: false }>

/** One month as it would be. */
export interface PlannedMonth {
  facts: MonthFacts
  /** False: of the year or quarter above alone. */
  inPeriod: boolean
  isOver: boolean
  whole: number | null
  lock: MonthLock | null
  parts: readonly PlannedPart[]
  unassigned: number
}

/** A version that is to be written, with the parts that change. */
export interface PlannedVersion {
  period: TargetPeriod
  version: number
  whole: number | null
  lock: MonthLock | null
  /** True: it changes because a target above, below or beside it is set. */
  follows: boolean
  parts: readonly PlannedPart[]
}

export type TargetPlan =
  | {
      ok: true
      whole: number | null
      /** The team's whole so far. Null: there was none. */
      before: number | null
      /** Of the whole period. */
      parts: readonly PlannedPart[]
      /** Null: there is no whole to be assigned. */
      unassigned: number | null
      /** What of it belongs to months that are over, and was nobody's. */
      over: number
      /** Of a year or quarter; empty for a month. */
      months: readonly PlannedMonth[]
      /** The nearest year or quarter of which the period is a part. */
      partOf: WholePeriod | null
      versions: readonly PlannedVersion[]
    }
  | TargetRefusal

export const isOfTeam = ({ persons, role }: Pick<TargetDraft, 'persons' | 'role'>): boolean =>
  persons === null && role === null

/** The target of the period itself, as it is. Null: there is none. */
export function currentOf({ period, months, wholes }: PlanFacts): WholePeriod | null {
  const found = [...wholes, ...months].find((one) => samePeriod(one.period, period))
  return found && found.version > 0 ? found : null
}

/** The nearest year or quarter above that has a whole. */
export const partOf = ({ period, wholes }: PlanFacts): WholePeriod | null =>
  wholes.find(
    (one) => one.whole !== null && !samePeriod(one.period, period) && isPartOf(period, one.period),
  ) ?? null
