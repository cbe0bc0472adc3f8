// Computes ledger entries and daily totals. The ledger is append-only; a total is derived from its entries.
import type { MemberId, MetricKey, TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { Metric } from './metrics.ts'

/** A member's total of one metric on one day, with the marks shown on boards. */
export interface DayTotal {
  value: number
  /** Entered after the close. */
  late: boolean
  implausible: boolean
  /** Changed to a better value after the close. */
  correctedUp: boolean
}
export type DayTotals = Readonly<Record<MetricKey, DayTotal>>

/** Where a number comes from. */
export type ActivitySource = 'standup' | 'form' | 'command' | 'import' | 'api' | 'correction' | 'undo'

/** Numbers to record for one member and day. */
export interface DayRecord {
  workspaceId: WorkspaceId
  teamId: TeamId
  memberId: MemberId
  date: Temporal.PlainDate
  /** Scaled integers within the hard bounds; other metrics stay unchanged. */
  values: Readonly<Record<MetricKey, number>>
  /** Includes every metric in `values`; none is a ratio. */
  metrics: readonly Metric[]
  source: ActivitySource
  /** A metric has at most one entry for each source key. */
  sourceKey: string
  enteredBy: UserId
  now: Temporal.Instant
  /** Entered after the close of the standup that asks for the day's numbers. */
  late: boolean
  /** Outside the plausible range, and confirmed. */
  implausible: readonly MetricKey[]
  /** Stored when an earlier number is changed; 'edited' by default. */
  reason?: string
}

export const isMarked = (total: Omit<DayTotal, 'value'>): boolean =>
  total.late || total.implausible || total.correctedUp

/** The entry to append to the ledger, and the resulting total. */
export interface Step {
  entry: number
  total: number
  /** True: changes an earlier number, so the entry refers to the last one and has a reason. */
  corrects: boolean
  correctedUp: boolean
}

/** The step that makes the day's total `value`. Null: it already is. */
export function stepToSet(metric: Metric, current: DayTotal, value: number, late: boolean): Step | null {
  if (value === current.value) return null
  const entry = metric.kind === 'level' ? value : value - current.value
  const better = metric.higherIsBetter ? value > current.value : value < current.value
  return { entry, total: value, corrects: true, correctedUp: late && better }
}

/** The step that adds `value` to an additive metric, or sets a level to `value`. */
export function stepToAdd(metric: Metric, current: DayTotal, value: number): Step {
  const total = metric.kind === 'level' ? value : current.value + value
  return { entry: value, total, corrects: false, correctedUp: false }
}

/** An entry of the ledger. */
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
 * Undoes one entry of a day and metric; `entries` are sorted oldest first. `changed-since`: a later entry set the
 * total, so undoing this one would make it wrong. Total null: no entry is left.
 */
export function undo(kind: Metric['kind'], entries: readonly LedgerEntry[], activityId: string): Undone {
  const place = entries.findIndex((entry) => entry.activityId === activityId)
  const undone = entries[place]!
  if (entries.slice(place + 1).some((entry) => entry.corrects !== null && !entry.isUndo))
    return { ok: false, reason: 'changed-since' }
  const undoneIds = new Set(entries.filter((entry) => entry.isUndo).map((entry) => entry.corrects))
  const remaining = entries.filter(
    (entry) => !entry.isUndo && entry.activityId !== activityId && !undoneIds.has(entry.activityId),
  )
  const last = remaining.at(-1)
  if (!last) return { ok: true, entry: kind === 'level' ? 0 : -undone.value, total: null }
  const marks = { late: remaining.some((entry) => entry.late), implausible: last.implausible }
  if (kind === 'level') return { ok: true, entry: last.value, total: { value: last.value, ...marks } }
  const value = remaining.reduce((sum, entry) => sum + entry.value, 0)
  return { ok: true, entry: -undone.value, total: { value, ...marks } }
}
