// Records numbers for one member and day: what a form says is set, what a log line says is added.

import type { Transaction } from '../../core/db/client.ts'
import { appendSteps, lockTotals, openTotals } from '../db/activity.ts'
import { type DayRecord, type DayTotal, type Step, stepToAdd, stepToSet } from '../domain/activity.ts'
import type { Metric } from '../domain/metrics.ts'

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
