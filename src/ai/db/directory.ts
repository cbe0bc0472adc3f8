// Loads what everybody in a workspace is called: no name may stand in a model's text but through a fact.
import { eq } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import type { WorkspaceId } from '../../core/ids.ts'
import { people } from '../../org/db/people.sql.ts'

export async function namesOfWorkspace(q: Queryable, workspaceId: WorkspaceId): Promise<string[]> {
  const rows = await q.select({ name: people.name }).from(people).where(eq(people.workspaceId, workspaceId))
  return rows.map(({ name }) => name)
}
