// Records sensitive changes as audit events, in the same transaction as the change itself.
import { randomUUIDv7 } from 'node:crypto'
import type { Clock } from '../../../core/context.ts'
import type { Transaction } from '../../../core/db/client.ts'
import { insertAuditEvents } from '../db/audit-events.ts'
import type { AuditDraft } from '../domain/audit-event.ts'

/** Recorded exactly when the transaction commits. */
export async function recordAudit(
  tx: Transaction,
  { clock }: { clock: Clock },
  events: readonly AuditDraft[],
): Promise<void> {
  const at = clock.now()
  await insertAuditEvents(
    tx,
    events.map((event) => ({ ...event, eventId: randomUUIDv7(), at })),
  )
}
