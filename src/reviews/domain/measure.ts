// A measure that a review has brought: an action item that aims at a number, and is looked at again after two and four weeks.
import type { ActionState } from '../../actions/domain/action-item.ts'
import type { MetricKey, UserId } from '../../core/ids.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { MeasureEffect } from './measure-effect.ts'
import { MEETING_PERIODS, type MeetingPeriod } from './meeting.ts'

/** The origins of the action items of a review. */
export const MEASURE = 'review-measure'
export const AGREED = 'meeting'

/** An action item of a review, as its messages show it. */
export interface AgreedItem {
  actionId: string
  text: string
  ownerUserId: UserId
  dueOn: Temporal.PlainDate
  state: ActionState
  closedAt: Temporal.Instant | null
  /** Why it was dropped. */
  reason: string | null
}

export interface Measure extends AgreedItem {
  period: MeetingPeriod
  /** The first day of the period of its review. */
  from: Temporal.PlainDate
  /** Null: it aims at none. */
  metricKey: MetricKey | null
  /** Who was accountable when it was set: whose number is compared, whoever has it now. */
  aimedAt: UserId
  setAt: Temporal.Instant
}

/** A measure and what it did. `compared` null: it aims at no number, or at one that the team does not have any more. */
export interface LookedAt {
  measure: Measure
  compared: Compared | null
  /** By the owner's working days. */
  isLate: boolean
}

export interface Compared {
  metric: Metric
  /** Whose number it is: that of whom it aimed at, or the whole team's where they did not count it then. */
  whose: 'owner' | 'team'
  /** The people of whom something was reported of it. */
  own: readonly UserId[]
  effect: MeasureEffect
  /** How many days before and after were compared. 0: it is too early. */
  days: number
  /** The others of whom the trend is made, in the same way. */
  rest: readonly UserId[]
}

interface Reference {
  period: MeetingPeriod
  from: Temporal.PlainDate
  metricKey: MetricKey | null
  /** Null: an older one, or no measure. */
  aimedAt: UserId | null
}

/** '<period>:<first day>:<number>:<whom it aims at>' of a measure; of an item from the minutes the first two. */
export const referenceOf = (
  { period, from }: Pick<Reference, 'period' | 'from'>,
  metricKey: MetricKey | null = null,
  aimedAt: UserId | null = null,
): string => [period, from, metricKey ?? '', ...(aimedAt ? [aimedAt] : [])].join(':')

/** Null: it is none of ours. */
export function readReference(reference: string): Reference | null {
  const [named, date = '', metricKey = '', aimedAt = ''] = reference.split(':')
  const period = MEETING_PERIODS.find((one) => one === named)
  if (!period || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return null
  const from = Temporal.PlainDate.from(date)
  return { period, from, metricKey: metricKey || null, aimedAt: aimedAt || null }
}

const WEEK = 7
/** Longer after it other things weigh more. */
const MOST_WEEKS = 4

export interface Windows {
  before: { from: Temporal.PlainDate; to: Temporal.PlainDate }
  after: { from: Temporal.PlainDate; to: Temporal.PlainDate }
  days: number
}

/**
 * As many whole weeks after the day on which it was set as there are numbers of, at most four, and as many that end with that
 * day: so both have the same days of the week. Null: not a week is over.
 */
export function windowsOf(setOn: Temporal.PlainDate, through: Temporal.PlainDate): Windows | null {
  const weeks = Math.min(MOST_WEEKS, Math.floor(setOn.until(through).days / WEEK))
  if (weeks < 1) return null
  const days = weeks * WEEK
  return {
    before: { from: setOn.subtract({ days: days - 1 }), to: setOn },
    after: { from: setOn.add({ days: 1 }), to: setOn.add({ days }) },
    days,
  }
}
