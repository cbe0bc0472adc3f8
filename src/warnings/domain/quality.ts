// How good warnings were: by rule and level how many recovered unaided, after action or came too late.
import type { MetricKey, TeamId } from '../../core/ids.ts'
import { localDate } from '../../core/time.ts'
import type { Period } from '../../numbers/domain/period.ts'
import type { Resolution } from './episode.ts'
import { LEVELS, type Level } from './level.ts'
import type { Signal } from './rule-settings.ts'
import type { Warning } from './warning.ts'

export const QUALITY_DAYS = 90

/** One that has ended. `takenOnAt` null: nobody took it on. */
export interface EndedWarning {
  warning: Pick<Warning, 'teamId' | 'ruleId' | 'signal' | 'metricKey' | 'periodTo' | 'episode'>
  takenOnAt: Temporal.Instant | null
}

/** What was raised by hand and solved is `afterAction`. `other`: no risk, or whoever it was about left, was away or was not measured any more. */
export type Course = 'unaided' | 'afterAction' | 'tooLate' | 'other'

export interface QualityRow {
  teamId: TeamId
  ruleId: string
  signal: Signal
  /** Empty: it is about no number. */
  metricKey: MetricKey
  /** The highest that was told. */
  level: Level
  count: number
  courses: Readonly<Record<Course, number>>
  /** Medians. Null: there was none. */
  hoursToTakeOn: number | null
  daysToRecover: number | null
}

/** The level is the highest that was told. */
export function rowsOf(ended: readonly EndedWarning[]): QualityRow[] {
  const groups = Map.groupBy(ended, ({ warning }) => `${warning.ruleId} ${warning.episode.peak}`)
  return [...groups.values()].map(rowOf).toSorted(inOrder)
}

/** True: it ended in the month. One that its month has ended belongs to that month, whenever it was looked at. */
export function endedIn(
  { warning: { periodTo, episode } }: EndedWarning,
  month: Pick<Period, 'from' | 'to'>,
  zone: string,
): boolean {
  const { reason, at } = episode.resolved!
  const date = reason === 'period-over' ? periodTo : localDate(at, zone)
  return Temporal.PlainDate.compare(month.from, date) <= 0 && Temporal.PlainDate.compare(date, month.to) <= 0
}

export function rowOf(own: readonly EndedWarning[]): QualityRow {
  const { teamId, ruleId, signal, metricKey, episode } = own[0]!.warning
  const courses = { unaided: 0, afterAction: 0, tooLate: 0, other: 0 }
  for (const one of own) courses[courseOf(one)] += 1
  const took = own.flatMap(({ warning, takenOnAt }) =>
    takenOnAt ? warning.episode.openedAt!.until(takenOnAt).total('hours') : [],
  )
  const recovered = own.flatMap(
    ({
      warning: {
        episode: { openedAt, resolved },
      },
    }) => (isWell(resolved?.reason) ? openedAt!.until(resolved.at).total('hours') / 24 : []),
  )
  return {
    ...{ teamId, ruleId, signal, metricKey, level: episode.peak, count: own.length, courses },
    ...{ hoursToTakeOn: median(took), daysToRecover: median(recovered) },
  }
}

const isWell = (reason: Resolution | undefined) => reason === 'recovered' || reason === 'solved'

const COURSES: Readonly<Record<Exclude<Resolution, 'recovered'>, Course>> = {
  ...{ solved: 'afterAction', 'period-over': 'tooLate', 'not-a-risk': 'other' },
  ...{ left: 'other', 'on-leave': 'other', paused: 'other', 'rule-off': 'other' },
  'limits-changed': 'other',
  'nothing-to-measure': 'other',
}

/** Whoever only puts one off has done nothing about it. */
function courseOf({ warning: { episode }, takenOnAt }: EndedWarning): Course {
  const { reason } = episode.resolved!
  if (reason === 'recovered') return takenOnAt ? 'afterAction' : 'unaided'
  return COURSES[reason]
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

const inOrder = (one: QualityRow, other: QualityRow): number =>
  one.teamId.localeCompare(other.teamId) ||
  one.signal.localeCompare(other.signal) ||
  one.ruleId.localeCompare(other.ruleId) ||
  LEVELS.indexOf(other.level) - LEVELS.indexOf(one.level)
