// Records sensitive changes as audit events, in the same transaction as the change itself.
import { randomUUIDv7 } from 'node:crypto'
import type { Context } from '../../../core/context.ts'
import type { Transaction } from '../../../core/db/client.ts'
import { insertAuditEvents } from '../db/audit-events.ts'
import type { AuditDraft } from '../domain/audit-event.ts'
import { announceChanges } from './announce-changes.ts'

/** Recorded exactly when the transaction commits; what concerns everyone in a team is told to its channel. */
export async function recordAudit(
  tx: Transaction,
  context: Pick<Context, 'clock' | 'contributions'>,
  events: readonly AuditDraft[],
): Promise<void> {
  const at = context.clock.now()
  // Sorted: ids of the same millisecond are in random order, and the list of changes follows them.
  const eventIds = events.map(() => randomUUIDv7()).sort()
  await insertAuditEvents(
    tx,
    events.map((event, index) => ({ ...event, eventId: eventIds[index]!, at })),
  )
  await announceChanges(tx, context, events)
}
