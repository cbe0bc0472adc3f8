// Deletes warnings that ended long ago, and what happened in them.
import { sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'

/** What is not resolved stays, however old. */
export async function pruneWarningEpisodes(
  q: Queryable,
  before: Temporal.Instant,
  limit: number,
): Promise<number> {
  const { count } = await q.execute(sql`
    delete from warning_episodes where ctid = any(array(
      select ctid from warning_episodes where state = 'resolved' and resolved_at < ${before.toString()}::timestamptz
      order by resolved_at limit ${limit} for update skip locked))`)
  return count
}

export async function pruneWarningEvents(
  q: Queryable,
  before: Temporal.Instant,
  limit: number,
): Promise<number> {
  const { count } = await q.execute(sql`
    delete from warning_events where ctid = any(array(
      select ctid from warning_events where at < ${before.toString()}::timestamptz
      order by at limit ${limit} for update skip locked))`)
  return count
}
