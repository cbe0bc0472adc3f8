// Selects many rows by (workspace, id) with one array parameter per column, for any number of rows.
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

/** Passes an array as one parameter; by default drizzle creates one parameter per element. */
export const textArray = (values: readonly (string | null)[]): SQL => sql`${sql.param([...values])}::text[]`
export const uuidArray = (values: readonly string[]): SQL => sql`${sql.param([...values])}::uuid[]`

/** `(workspace, id)` is one of the wanted pairs. */
export function amongPairs(
  columns: { workspaceId: SQLWrapper; id: SQLWrapper; idType: 'text' | 'uuid' },
  wanted: readonly { workspaceId: string; id: string }[],
): SQL {
  const ids = wanted.map((pair) => pair.id)
  const workspaces = textArray(wanted.map((pair) => pair.workspaceId))
  return sql`(${columns.workspaceId}, ${columns.id}) in (select * from unnest(${workspaces}, ${
    columns.idType === 'uuid' ? uuidArray(ids) : textArray(ids)
  }))`
}
