// Reads and writes in which month the workspace's fiscal year starts.
import { eq } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import type { WorkspaceId } from '../../core/ids.ts'
import { JANUARY } from '../domain/fiscal-year.ts'
import { workspaces } from './people.sql.ts'

/** 1 to 12. */
export async function fiscalYearStart(q: Queryable, workspaceId: WorkspaceId): Promise<number> {
  const rows = await q
    .select({ month: workspaces.fiscalYearStartMonth })
    .from(workspaces)
    .where(eq(workspaces.workspaceId, workspaceId))
  return rows[0]?.month ?? JANUARY
}

export async function saveFiscalYearStart(
  q: Queryable,
  workspaceId: WorkspaceId,
  month: number,
): Promise<void> {
  await q
    .update(workspaces)
    .set({ fiscalYearStartMonth: month })
    .where(eq(workspaces.workspaceId, workspaceId))
}
