// Deletes the rows of a table that are old enough, the oldest first and a batch at a time.
import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from './client.ts'

/** Deletes what is older than `before`, at most `limit` rows, and returns how many went. */
type Prune = (q: Queryable, before: Temporal.Instant, limit: number) => Promise<number>

/**
 * `age`: the column or expression that says how old a row is, which an index serves; a date where `isDate`. `only`: what is not
 * of it is never deleted. Rows that another transaction holds are left for the next time.
 */
export const pruneRows =
  (
    table: string,
    age: SQL,
    { only = sql`true`, isDate = false }: { only?: SQL; isDate?: boolean } = {},
  ): Prune =>
  async (q, before, limit) => {
    const end = isDate
      ? sql`${before.toZonedDateTimeISO('UTC').toPlainDate().toString()}::date`
      : sql`${before.toString()}::timestamptz`
    const name = sql.identifier(table)
    const { count } = await q.execute(sql`
      delete from ${name} where ctid = any(array(
        select ctid from ${name} where ${only} and ${age} < ${end} order by ${age} limit ${limit} for update skip locked))`)
    return count
  }
