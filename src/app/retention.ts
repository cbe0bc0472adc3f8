// How long rows are kept that only serve delivery, scheduling and audit, counted from the end of what they are about.
import type { Context } from '../core/context.ts'
import type { Queryable } from '../core/db/client.ts'
import { pruneAuditEvents } from '../org/audit/db/audit-events.ts'
import { pruneReadings } from '../org/audit/db/readings.ts'
import { pruneMessages } from '../outbox/db/prune-messages.ts'
import { pruneDueItems } from '../schedule/db/prune-due.ts'

interface Retention {
  table: string
  keepDays: number
  prune(q: Queryable, before: Temporal.Instant, limit: number): Promise<number>
}

/** The numbers themselves are kept: ledger, daily totals, answers and boards. A message that is not kept any more is not edited any more. */
export const RETENTIONS: readonly Retention[] = [
  { table: 'due_items', keepDays: 30, prune: pruneDueItems },
  { table: 'messages', keepDays: 30, prune: pruneMessages },
  { table: 'audit_events', keepDays: 1096, prune: pruneAuditEvents },
  { table: 'readings', keepDays: 1096, prune: pruneReadings },
]

/** One small batch of each table at a time, so that it never holds up what is due. */
const BATCH = 500
const EVERY_MINUTES = 10

export interface Pruning {
  /** Called by each tick; does something every ten minutes, and at once as long as batches come back full. */
  run(context: Pick<Context, 'db' | 'clock' | 'log'>): Promise<void>
}

export function createPruning(): Pruning {
  let nextAt: Temporal.Instant | null = null
  return {
    run: async ({ db, clock, log }) => {
      const now = clock.now()
      if (nextAt && Temporal.Instant.compare(now, nextAt) < 0) return
      const counts: Record<string, number> = {}
      for (const { table, keepDays, prune } of RETENTIONS)
        counts[table] = await prune(db, now.subtract({ hours: 24 * keepDays }), BATCH)
      const more = Object.values(counts).some((count) => count === BATCH)
      nextAt = more ? now : now.add({ minutes: EVERY_MINUTES })
      if (Object.values(counts).some((count) => count > 0)) log.info(counts, 'old rows deleted')
    },
  }
}
