// Deletes snapshots of boards of days that are long over; the ledger still tells what they showed.
import { sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { pruneByTeam } from '../../org/db/prune-by-team.ts'

/** Boards of weeks and longer periods stay. */
export const pruneDayBoards = (q: Queryable, before: Temporal.PlainDate, limit: number) =>
  pruneByTeam(
    q,
    sql`board_snapshots`,
    sql`r.period = 'day' and r.from_date < ${before.toString()}::date`,
    limit,
  )
