// Makes the handler of items that are carried out one by one, each only while it is not too late for it.
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { DueItem, DueOutcome } from '../db/due.ts'
import { tooLate } from './due-batch.ts'
import type { DueHandler } from './run-due.ts'

type HandleOne = (
  tx: Transaction,
  item: DueItem,
  now: Temporal.Instant,
  context: Context,
) => Promise<DueOutcome>

export const oneByOne =
  (maxLateHours: number, handle: HandleOne): DueHandler =>
  async (tx, items, now, context) => {
    const outcomes: DueOutcome[] = []
    for (const item of items) {
      const isLate = Temporal.Instant.compare(now, item.dueAt.add({ hours: maxLateHours })) > 0
      outcomes.push(
        isLate
          ? tooLate(item, `more than ${maxLateHours} h after it was due`)
          : await handle(tx, item, now, context),
      )
    }
    return outcomes
  }
