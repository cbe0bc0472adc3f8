// Deletes what was planned and what blocked long ago; what is still open stays.
import { sql } from 'drizzle-orm'
import type { Queryable } from '../../../core/db/client.ts'
import { pruneByTeam } from '../../../org/db/prune-by-team.ts'

/** Lines whose outcome is known. */
export const prunePlanItems = (q: Queryable, before: Temporal.PlainDate, limit: number) =>
  pruneByTeam(q, sql`plan_items`, sql`r.settled_on < ${before.toString()}::date`, limit)

/** Closed ones. */
export const pruneBlockers = (q: Queryable, before: Temporal.PlainDate, limit: number) =>
  pruneByTeam(q, sql`blockers`, sql`r.closed_on < ${before.toString()}::date`, limit)
