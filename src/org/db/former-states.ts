// Keeps what was on record when it is about to be changed or taken away, and reads it.
import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { textArray } from '../../core/db/pairs.ts'
import type { WorkspaceId } from '../../core/ids.ts'
import { type FormerKind, formerStates } from './former-states.sql.ts'

/**
 * `rows` selects workspace_id, subject, row_key and state of what is about to change. Of several changes at one instant the
 * first counts: what was on record before all of them.
 */
export async function keepFormer(
  q: Queryable,
  kind: FormerKind,
  until: Temporal.Instant,
  rows: SQL,
): Promise<void> {
  await q.execute(sql`
    insert into ${formerStates} (workspace_id, kind, subject, row_key, until, state)
    select workspace_id, ${kind}, subject, row_key, ${until.toString()}::timestamptz, state from (${rows}) former
    on conflict do nothing`)
}

/** Of these subjects, in the order in which they ended. */
export const formerOf = (
  q: Queryable,
  workspaceId: WorkspaceId,
  kind: FormerKind,
  subjects: readonly string[],
): Promise<(typeof formerStates.$inferSelect)[]> =>
  q
    .select()
    .from(formerStates)
    .where(
      and(
        ...[eq(formerStates.workspaceId, workspaceId), eq(formerStates.kind, kind)],
        sql`${formerStates.subject} = any(${textArray(subjects)})`,
      ),
    )
    .orderBy(asc(formerStates.until))
