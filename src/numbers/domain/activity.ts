// Decides what a number does to a day's total: the ledger is only ever added to, the total follows from it.
import type { MemberId, MetricKey, TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { Metric } from './metrics.ts'

/** A member's total of one metric on one day, with the marks that a board shows beside it. */
export interface DayTotal {
  value: number
  /** Entered after the close. */
  late: boolean
  implausible: boolean
  /** Changed for the better after the close. */
  correctedUp: boolean
}
export type DayTotals = Readonly<Record<MetricKey, DayTotal>>

/** Where a number comes from. */
export type ActivitySource = 'standup' | 'form' | 'command' | 'import' | 'api' | 'correction' | 'undo'

/** Numbers to be recorded for one member and day. */
export interface DayRecord {
  workspaceId: WorkspaceId
  teamId: TeamId
  memberId: MemberId
  date: Temporal.PlainDate
  /** Scaled integers, within the hard bounds; metrics not named stay as they are. */
  values: Readonly<Record<MetricKey, number>>
  /** At least those that `values` names; none of them a ratio. */
  metrics: readonly Metric[]
  source: ActivitySource
  /** The same key twice for one metric is one entry. */
  sourceKey: string
  enteredBy: UserId
  now: Temporal.Instant
  /** Entered after the close of the day that the numbers speak of. */
  late: boolean
  /** Outside the plausible range, and confirmed. */
  implausible: readonly MetricKey[]
  /** Kept where an earlier number is changed; without it the ledger says 'edited'. */
  reason?: string
}

export const isMarked = (total: Omit<DayTotal, 'value'>): boolean =>
  total.late || total.implausible || total.correctedUp

/** What is appended to the ledger, and the total that results. */
export interface Step {
  entry: number
  total: number
  /** True: changes what was said before, so it refers to the last entry and carries a reason. */
  corrects: boolean
  correctedUp: boolean
}

/** The day's total shall be `value`; null: it is already. */
export function stepToSet(metric: Metric, current: DayTotal, value: number, late: boolean): Step | null {
  if (value === current.value) return null
  const entry = metric.kind === 'level' ? value : value - current.value
  const better = metric.higherIsBetter ? value > current.value : value < current.value
  return { entry, total: value, corrects: true, correctedUp: late && better }
}

/** `value` more of an additive metric; a level has no more or less, it becomes `value`. */
export function stepToAdd(metric: Metric, current: DayTotal, value: number): Step {
  const total = metric.kind === 'level' ? value : current.value + value
  return { entry: value, total, corrects: false, correctedUp: false }
}

/** An entry as the ledger keeps it, oldest first. */
export interface LedgerEntry {
  activityId: string
  metricKey: MetricKey
  value: number
  isUndo: boolean
  corrects: string | null
  late: boolean
  implausible: boolean
}

export type Undone =
  | { ok: true; entry: number; total: Omit<DayTotal, 'correctedUp'> | null }
  | { ok: false; reason: 'changed-since' }

/**
 * Takes one entry of a day and metric back. A total that was set after it stands on that entry, and is not
 * taken from under it: `changed-since`. Total null: nothing is left of what was reported.
 */
export function undo(kind: Metric['kind'], entries: readonly LedgerEntry[], activityId: string): Undone {
  const place = entries.findIndex((entry) => entry.activityId === activityId)
  const undone = entries[place]!
  if (entries.slice(place + 1).some((entry) => entry.corrects !== null && !entry.isUndo))
    return { ok: false, reason: 'changed-since' }
  const takenBack = new Set(entries.filter((entry) => entry.isUndo).map((entry) => entry.corrects))
  const standing = entries.filter(
    (entry) => !entry.isUndo && entry.activityId !== activityId && !takenBack.has(entry.activityId),
  )
  const last = standing.at(-1)
  if (!last) return { ok: true, entry: kind === 'level' ? 0 : -undone.value, total: null }
  const marks = { late: standing.some((entry) => entry.late), implausible: last.implausible }
  if (kind === 'level') return { ok: true, entry: last.value, total: { value: last.value, ...marks } }
  const value = standing.reduce((sum, entry) => sum + entry.value, 0)
  return { ok: true, entry: -undone.value, total: { value, ...marks } }
}
