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
export type ActivitySource =
  | 'standup'
  | 'report'
  | 'form'
  | 'command'
  | 'import'
  | 'api'
  | 'correction'
  | 'undo'

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

/** An entry of the ledger: what one source says of one metric. */
export interface LedgerEntry {
  sourceId: string
  metricKey: MetricKey
  value: number
  isUndo: boolean
  /** The source of the entry that this one changes. */
  corrects: string | null
  late: boolean
  implausible: boolean
}

/** The entries that one source adds to a day, all at once, and the day's totals with them. */
export interface Act {
  numbers: Readonly<Record<MetricKey, number>>
  implausible: readonly MetricKey[]
  corrects: Readonly<Record<MetricKey, string>>
  totals: DayTotals
}

export type StepFor = (metric: Metric, current: DayTotal, value: number) => Step | null

/**
 * What the record adds to a day with these totals and entries, the oldest first. A metric that the source has entered
 * already is not entered again. Null: nothing changes.
 */
export function actOf(
  { values, metrics, late, implausible }: DayRecord,
  sourceId: string,
  before: { totals: DayTotals; entries: readonly LedgerEntry[] },
  stepFor: StepFor,
): Act | null {
  const metricOf = new Map(metrics.map((metric) => [metric.key, metric]))
  const numbers: Record<MetricKey, number> = {}
  const corrects: Record<MetricKey, string> = {}
  const totals: Record<MetricKey, DayTotal> = { ...before.totals }
  for (const [key, value] of Object.entries(values)) {
    const entries = before.entries.filter(({ metricKey }) => metricKey === key)
    if (entries.some((entry) => entry.sourceId === sourceId)) continue
    const current = before.totals[key] ?? null
    const step = current ? stepFor(metricOf.get(key)!, current, value) : firstStep(value)
    if (!step) continue
    numbers[key] = step.entry
    const last = entries.at(-1)
    if (step.corrects && last) corrects[key] = last.sourceId
    totals[key] = {
      value: step.total,
      late: late || current?.late === true,
      implausible: implausible.includes(key),
      correctedUp: step.correctedUp || current?.correctedUp === true,
    }
  }
  const entered = Object.keys(numbers)
  if (entered.length === 0) return null
  return { numbers, corrects, totals, implausible: implausible.filter((key) => entered.includes(key)) }
}

const firstStep = (value: number): Step => ({
  entry: value,
  total: value,
  corrects: false,
  correctedUp: false,
})

/** What the entries of one day, the oldest first, add up to, with the marks that they had left. */
export function totalsOfEntries(
  entries: readonly LedgerEntry[],
  metricOf: (key: MetricKey) => Pick<Metric, 'kind' | 'higherIsBetter'> | undefined,
): DayTotals {
  const totals: Record<MetricKey, DayTotal> = {}
  for (const [key, own] of Map.groupBy(entries, ({ metricKey }) => metricKey)) {
    const metric = metricOf(key) ?? { kind: 'additive', higherIsBetter: true }
    const remaining = remainingOf(own)
    const last = remaining.at(-1)
    if (last) totals[key] = { ...totalOf(metric.kind, remaining, last), correctedUp: wasRaised(own, metric) }
  }
  return totals
}

/** A value that was made better after the close; the mark stays until nothing of the day is left. */
function wasRaised(
  entries: readonly LedgerEntry[],
  { kind, higherIsBetter }: Pick<Metric, 'kind' | 'higherIsBetter'>,
): boolean {
  const sign = higherIsBetter ? 1 : -1
  let raised = false
  for (const [place, { late, corrects, isUndo, value }] of entries.entries()) {
    const before = remainingOf(entries.slice(0, place)).at(-1)
    const change = kind === 'level' ? value - (before?.value ?? value) : value
    if (isUndo) raised &&= remainingOf(entries.slice(0, place + 1)).length > 0
    else if (late && corrects !== null && sign * change > 0) raised = true
  }
  return raised
}

/** Those that were not undone. */
function remainingOf(entries: readonly LedgerEntry[]): LedgerEntry[] {
  const undoneIds = new Set(entries.filter(({ isUndo }) => isUndo).map(({ corrects }) => corrects))
  return entries.filter(({ isUndo, sourceId }) => !isUndo && !undoneIds.has(sourceId))
}

function totalOf(
  kind: Metric['kind'],
  remaining: readonly LedgerEntry[],
  last: LedgerEntry,
): Omit<DayTotal, 'correctedUp'> {
  const marks = { late: remaining.some((entry) => entry.late), implausible: last.implausible }
  if (kind === 'level') return { value: last.value, ...marks }
  return { value: remaining.reduce((sum, entry) => sum + entry.value, 0), ...marks }
}

export type Undone = { ok: true; act: Act } | { ok: false; reason: 'already-undone' | 'changed-since' }

/**
 * Undoes all entries of a source, or none of them; `before.entries` are sorted oldest first. `changed-since`: a later
 * entry set the total, so undoing this one would make it wrong. A metric without another entry has no total any more.
 */
export function undoAll(
  source: { sourceId: string; entries: readonly { metricKey: MetricKey; kind: Metric['kind'] }[] },
  before: { totals: DayTotals; entries: readonly LedgerEntry[] },
): Undone {
  const { sourceId } = source
  const numbers: Record<MetricKey, number> = {}
  const corrects: Record<MetricKey, string> = {}
  const totals: Record<MetricKey, DayTotal> = { ...before.totals }
  for (const { metricKey, kind } of source.entries) {
    const own = before.entries.filter((entry) => entry.metricKey === metricKey)
    const undone = undo(kind, own, sourceId)
    if (!undone.ok) return undone
    numbers[metricKey] = undone.entry
    corrects[metricKey] = sourceId
    delete totals[metricKey]
    const correctedUp = before.totals[metricKey]?.correctedUp === true
    if (undone.total) totals[metricKey] = { ...undone.total, correctedUp }
  }
  return { ok: true, act: { numbers, corrects, totals, implausible: [] } }
}

/** Undoes the entry of a source among those of one metric and day. Total null: no entry is left. */
function undo(
  kind: Metric['kind'],
  entries: readonly LedgerEntry[],
  sourceId: string,
): { ok: true; entry: number; total: Omit<DayTotal, 'correctedUp'> | null } | Extract<Undone, { ok: false }> {
  const place = entries.findIndex((entry) => entry.sourceId === sourceId)
  const undone = entries[place]!
  const undoneIds = new Set(entries.filter((entry) => entry.isUndo).map((entry) => entry.corrects))
  if (undoneIds.has(sourceId)) return { ok: false, reason: 'already-undone' }
  if (entries.slice(place + 1).some((entry) => entry.corrects !== null && !entry.isUndo))
    return { ok: false, reason: 'changed-since' }
  const remaining = remainingOf(entries).filter((entry) => entry.sourceId !== sourceId)
  const last = remaining.at(-1)
  if (!last) return { ok: true, entry: kind === 'level' ? 0 : -undone.value, total: null }
  return {
    ...{ ok: true, entry: kind === 'level' ? last.value : -undone.value },
    total: totalOf(kind, remaining, last),
  }
}
