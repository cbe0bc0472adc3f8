// Deletes old rows of tables that are indexed by team and date, team by team, so that no index is needed for it alone.
import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'

/** `old`: a condition on the row `r` that the table's index by workspace, team and date serves. */
export async function pruneByTeam(q: Queryable, table: SQL, old: SQL, limit: number): Promise<number> {
  const { count } = await q.execute(deleteByTeam(table, old, limit))
  return count
}

/** At most `limit` rows. */
export const deleteByTeam = (table: SQL, old: SQL, limit: number): SQL => sql`
  delete from ${table} where ctid = any(array(
    select r.ctid from teams t cross join lateral (
      select ctid from ${table} r where r.workspace_id = t.workspace_id and r.team_id = t.team_id and ${old}
      limit ${limit}) r
    limit ${limit}))`
