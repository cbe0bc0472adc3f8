// Asks for many rows by (workspace, id) at once: one array parameter for each column, however many are wanted.
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

/** An array as one parameter; drizzle would otherwise spell out one parameter for each element. */
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
