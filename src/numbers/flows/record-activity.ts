// Records numbers for one member and day: what a form says is set, what a log line says is added.
import type { Transaction } from '../../core/db/client.ts'
import type { MemberId, MetricKey, TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { ActivitySource } from '../db/activity.sql.ts'
import { appendSteps, lockTotals, openTotals } from '../db/activity.ts'
import { type DayTotal, type Step, stepToAdd, stepToSet } from '../domain/activity.ts'
import type { Metric } from '../domain/metrics.ts'

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

type StepFor = (metric: Metric, current: DayTotal, value: number) => Step | null

/**
 * Sets a day's totals. An additive metric gets an entry of the difference (none where there is none, but a
 * first explicit 0 is recorded), a level its new value. Safe when two such transactions run at once.
 * One statement for a day's first numbers, three where numbers are changed.
 */
export const recordDay = (tx: Transaction, record: DayRecord): Promise<void> =>
  write(tx, record, (metric, current, value) => stepToSet(metric, current, value, record.late))

/** Adds to a day's totals; a level is set. The same rules of concurrency and source keys. */
export const addEntries = (tx: Transaction, record: DayRecord): Promise<void> => write(tx, record, stepToAdd)

/** Where an undo takes a total away between the two looks, the second round opens it anew. */
const ROUNDS = 2

async function write(tx: Transaction, record: DayRecord, stepFor: StepFor): Promise<void> {
  const origin = { ...record, reason: record.reason ?? 'edited' }
  const metricOf = new Map(record.metrics.map((metric) => [metric.key, metric]))
  let waiting = Object.entries(record.values).map(([metricKey, value]) => ({
    metricKey,
    value,
    implausible: record.implausible.includes(metricKey),
  }))
  for (let round = 0; round < ROUNDS && waiting.length > 0; round += 1) {
    const opened = await openTotals(tx, record, waiting, origin)
    waiting = waiting.filter(({ metricKey }) => !opened.has(metricKey))
    if (waiting.length === 0) return
    const keys = waiting.map(({ metricKey }) => metricKey)
    const totals = await lockTotals(tx, record, keys)
    const steps = waiting.flatMap(({ metricKey, value, implausible }) => {
      const current = totals.get(metricKey)
      const step = current && stepFor(metricOf.get(metricKey)!, current, value)
      return step ? [{ ...step, metricKey, implausible }] : []
    })
    if (steps.length > 0) await appendSteps(tx, record, steps, origin)
    waiting = waiting.filter(({ metricKey }) => !totals.has(metricKey))
  }
}
