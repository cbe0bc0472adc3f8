// Deletes scheduling rows whose day is long over; what still waits is never deleted.
import { sql } from 'drizzle-orm'
import { pruneRows } from '../../core/db/prune-rows.ts'

/** By their days. */
export const pruneDueItems = pruneRows('due_items', sql`date`, {
  only: sql`state <> 'waiting'`,
  isDate: true,
})
