// Deletes messages that were delivered, dropped or given up long ago; what is still to be sent is never deleted.
import { sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'

/** Returns how many rows went, at most `limit`. `before`: last shown, or else enqueued, before this instant. */
export async function pruneMessages(q: Queryable, before: Temporal.Instant, limit: number): Promise<number> {
  const { count } = await q.execute(sql`
    delete from messages where ctid = any(array(
      select ctid from messages
      where next_attempt_at is null and coalesce(delivered_at, created_at) < ${before.toString()}::timestamptz
      order by coalesce(delivered_at, created_at) limit ${limit} for update skip locked))`)
  return count
}
