// Ends the transactions of replicas that have frozen.
import { sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'

/** Longer than a live process ever stands still, a long computation or a garbage collection included. */
const FROZEN_AFTER_SECONDS = 20

/**
 * Returns how many were ended. Postgres itself ends a transaction only between two statements: not between the parts of one, where
 * the driver has asked for a statement's types and has not sent the values. A role may end its own sessions.
 */
export async function endFrozenTransactions(db: Queryable): Promise<number> {
  const rows = await db.execute(sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and usename = current_user and application_name = 'pacesetter'
      and xact_start is not null and wait_event = 'ClientRead' and pid <> pg_backend_pid()
      and greatest(query_start, state_change) < clock_timestamp() - make_interval(secs => ${FROZEN_AFTER_SECONDS})`)
  return rows.length
}
