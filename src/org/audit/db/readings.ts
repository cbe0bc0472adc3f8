// Adds to who was shown whose data, reads it for that person, and deletes it when its time is over.
import { and, desc, eq, gte, sql } from 'drizzle-orm'
import type { Queryable } from '../../../core/db/client.ts'
import { pruneRows } from '../../../core/db/prune-rows.ts'
import { asJson, columnsIn, rowsFrom } from '../../../core/db/typed-rows.ts'
import type { UserId, WorkspaceId } from '../../../core/ids.ts'
import type { Reading } from '../domain/reading.ts'
import { readings } from './readings.sql.ts'

export type ReadingRow = typeof readings.$inferSelect

/** The same viewer, person and day again only adds what is new. Each row is of another viewer, person or day, in a fixed order. */
export async function addReadings(q: Queryable, rows: readonly ReadingRow[]): Promise<void> {
  if (rows.length === 0) return
  const joined = (column: typeof readings.opened | typeof readings.sent) =>
    sql`array(select distinct unnest(${column} || excluded.${sql.identifier(column.name)}) order by 1)`
  await q.execute(sql`
    insert into ${readings} (${columnsIn(readings)}) ${rowsFrom(readings, asJson(readings, rows))}
    on conflict (workspace_id, user_id, day, viewer_user_id) do update
      set opened = ${joined(readings.opened)}, sent = ${joined(readings.sent)}
      where not (${readings.opened} @> excluded.opened and ${readings.sent} @> excluded.sent)`)
}

/** Who was shown the person's data since the day, the latest first. */
export async function readingsOf(
  q: Queryable,
  { workspaceId, userId }: { workspaceId: WorkspaceId; userId: UserId },
  since: Temporal.PlainDate,
  limit: number,
): Promise<Reading[]> {
  const { day, viewerUserId, opened, sent } = readings
  return q
    .select({ day, viewerUserId, opened, sent })
    .from(readings)
    .where(and(eq(readings.workspaceId, workspaceId), eq(readings.userId, userId), gte(day, since)))
    .orderBy(desc(day), viewerUserId)
    .limit(limit)
}

/** By their days. */
export const pruneReadings = pruneRows('readings', sql`day`, { isDate: true })
