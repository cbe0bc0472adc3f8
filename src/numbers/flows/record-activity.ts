// Records numbers for one member and day: a form sets the day's totals, a typed line adds to them.

import type { Transaction } from '../../core/db/client.ts'
import { appendAct, entriesIn, lockDay, openDay, sourceIdOf } from '../db/activity.ts'
import { actOf, type DayRecord, type StepFor, stepToAdd, stepToSet } from '../domain/activity.ts'

/**
 * Sets a day's totals. The ledger entry of an additive metric is the difference, that of a level the new value.
 * An unchanged total gives no entry, but a first 0 is recorded. Concurrent transactions are safe. Takes one
 * statement for a day's first numbers, and four where the day has numbers.
 */
export const recordDay = (tx: Transaction, record: DayRecord): Promise<void> =>
  write(tx, record, (metric, current, value) => stepToSet(metric, current, value, record.late))

/** Adds to a day's totals; a level is set. Concurrent transactions are safe here too. */
export const addEntries = (tx: Transaction, record: DayRecord): Promise<void> => write(tx, record, stepToAdd)

async function write(tx: Transaction, record: DayRecord, stepFor: StepFor): Promise<void> {
  const sourceId = sourceIdOf(record.sourceKey)
  const origin = { ...record, sourceId, reason: record.reason ?? 'edited' }
  const first = actOf(record, sourceId, { totals: {}, entries: [] }, stepFor)
  if (!first || (await openDay(tx, record, first, origin))) return
  const before = await lockDay(tx, record)
  // Null: it was the source's numbers of another day that were in the way.
  if (!before) return
  const act = actOf(record, sourceId, { totals: before.totals, entries: entriesIn(before.acts) }, stepFor)
  if (act) await appendAct(tx, record, { act, before: before.acts }, origin)
}
