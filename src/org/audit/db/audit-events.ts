// Adds audit events, and deletes those whose time is over. Nothing changes them.
import { sql } from 'drizzle-orm'
import type { Queryable } from '../../../core/db/client.ts'
import type { AuditEvent } from '../domain/audit-event.ts'
import { auditEvents } from './audit.sql.ts'

export async function insertAuditEvents(q: Queryable, events: readonly AuditEvent[]): Promise<void> {
  if (events.length > 0) await q.insert(auditEvents).values([...events])
}

/** Returns how many rows went, at most `limit`. `before`: what happened before this instant. */
export async function pruneAuditEvents(
  q: Queryable,
  before: Temporal.Instant,
  limit: number,
): Promise<number> {
  const { count } = await q.execute(sql`
    delete from audit_events where ctid = any(array(
      select ctid from audit_events where at < ${before.toString()}::timestamptz
      order by at limit ${limit} for update skip locked))`)
  return count
}
