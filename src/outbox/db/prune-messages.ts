// Deletes messages that were delivered, dropped or given up long ago; what is still to be sent is never deleted.
import { sql } from 'drizzle-orm'
import { pruneRows } from '../../core/db/prune-rows.ts'

/** By when each was last shown, or else enqueued. */
export const pruneMessages = pruneRows('messages', sql`coalesce(delivered_at, created_at)`, {
  only: sql`next_attempt_at is null`,
})
