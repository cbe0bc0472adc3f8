// Deletes warnings that ended long ago, and what happened in them.
import { sql } from 'drizzle-orm'
import { pruneRows } from '../../core/db/prune-rows.ts'

/** What is not resolved stays, however old. */
export const pruneWarningEpisodes = pruneRows('warning_episodes', sql`resolved_at`, {
  only: sql`state = 'resolved'`,
})

export const pruneWarningEvents = pruneRows('warning_events', sql`at`)
