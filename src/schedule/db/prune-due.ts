// Deletes scheduling rows whose day is long over; what still waits is never deleted.
import { sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'

/** Returns how many rows went, at most `limit`. `before`: the days that ended before this instant. */
export async function pruneDueItems(q: Queryable, before: Temporal.Instant, limit: number): Promise<number> {
  const date = before.toZonedDateTimeISO('UTC').toPlainDate()
  const { count } = await q.execute(sql`
    delete from due_items where ctid = any(array(
      select ctid from due_items where state <> 'waiting' and date < ${date.toString()}::date
      order by date limit ${limit} for update skip locked))`)
  return count
}
