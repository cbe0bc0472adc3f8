// Adds audit events, and deletes those whose time is over. Nothing changes them.
import { sql } from 'drizzle-orm'
import type { Queryable } from '../../../core/db/client.ts'
import { pruneRows } from '../../../core/db/prune-rows.ts'
import type { AuditEvent } from '../domain/audit-event.ts'
import { auditEvents } from './audit.sql.ts'

export async function insertAuditEvents(q: Queryable, events: readonly AuditEvent[]): Promise<void> {
  if (events.length > 0) await q.insert(auditEvents).values([...events])
}

/** By when it happened. */
export const pruneAuditEvents = pruneRows('audit_events', sql`at`)
