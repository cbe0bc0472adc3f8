// Records numbers for one member and day: a form sets the day's totals, a typed line adds to them.

import type { Transaction } from '../../core/db/client.ts'
import { appendSteps, lockTotals, openTotals } from '../db/activity.ts'
import { type DayRecord, type DayTotal, type Step, stepToAdd, stepToSet } from '../domain/activity.ts'
import type { Metric } from '../domain/metrics.ts'

type StepFor = (metric: Metric, current: DayTotal, value: number) => Step | null

/**
 * Sets a day's totals. The ledger entry of an additive metric is the difference, that of a level the new value.
 * An unchanged total gives no entry, but a first 0 is recorded. Concurrent transactions are safe. Takes one
 * statement for a day's first numbers, and three where numbers are changed.
 */
export const recordDay = (tx: Transaction, record: DayRecord): Promise<void> =>
  write(tx, record, (metric, current, value) => stepToSet(metric, current, value, record.late))

/** Adds to a day's totals; a level is set. Concurrent transactions are safe here too. */
export const addEntries = (tx: Transaction, record: DayRecord): Promise<void> => write(tx, record, stepToAdd)

/** When an undo deletes a total between the two statements, the second round inserts it again. */
const MAX_ROUNDS = 2

async function write(tx: Transaction, record: DayRecord, stepFor: StepFor): Promise<void> {
  const origin = { ...record, reason: record.reason ?? 'edited' }
  const metricOf = new Map(record.metrics.map((metric) => [metric.key, metric]))
  let pending = Object.entries(record.values).map(([metricKey, value]) => ({
    metricKey,
    value,
    implausible: record.implausible.includes(metricKey),
  }))
  for (let round = 0; round < MAX_ROUNDS && pending.length > 0; round += 1) {
    const opened = await openTotals(tx, record, pending, origin)
    pending = pending.filter(({ metricKey }) => !opened.has(metricKey))
    if (pending.length === 0) return
    const keys = pending.map(({ metricKey }) => metricKey)
    const totals = await lockTotals(tx, record, keys)
    const steps = pending.flatMap(({ metricKey, value, implausible }) => {
      const current = totals.get(metricKey)
      const step = current && stepFor(metricOf.get(metricKey)!, current, value)
      return step ? [{ ...step, metricKey, implausible }] : []
    })
    if (steps.length > 0) await appendSteps(tx, record, steps, origin)
    pending = pending.filter(({ metricKey }) => !totals.has(metricKey))
  }
}
