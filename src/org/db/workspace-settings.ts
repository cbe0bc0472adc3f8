// Reads and writes the settings of a workspace, kept as JSON in its row.
import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Queryable } from '../../core/db/client.ts'
import type { WorkspaceId } from '../../core/ids.ts'
import type { SetupRight, WorkspaceSettings } from '../domain/workspace-settings.ts'
import { workspaces } from './people.sql.ts'

const Right: z.ZodType<SetupRight> = z.union([
  z.object({ who: z.enum(['everybody', 'admins']) }),
  z.object({ who: z.literal('named'), userIds: z.array(z.string()) }),
])
/** Fields that an older version lacks get their default. */
const Stored: z.ZodType<WorkspaceSettings> = z.object({
  setupRight: Right.nullable().default(null),
  companyTeamId: z.string().nullable().default(null),
  lastResortUserId: z.string().nullable().default(null),
})

/** Throws on invalid settings, which means that the database is corrupt. */
export async function loadWorkspaceSettings(
  q: Queryable,
  workspaceId: WorkspaceId,
): Promise<WorkspaceSettings> {
  const rows = await q
    .select({ settings: workspaces.settings })
    .from(workspaces)
    .where(eq(workspaces.workspaceId, workspaceId))
  return Stored.parse(rows[0]?.settings ?? {})
}

/** Locks the workspace's row until the transaction ends. False: the workspace is not known. */
export async function lockWorkspace(q: Queryable, workspaceId: WorkspaceId): Promise<boolean> {
  const rows = await q
    .select({ workspaceId: workspaces.workspaceId })
    .from(workspaces)
    .where(eq(workspaces.workspaceId, workspaceId))
    .for('update')
  return rows.length > 0
}

/** What is not named, and settings of a newer version, which this one does not know, stay. */
export async function saveWorkspaceSettings(
  q: Queryable,
  workspaceId: WorkspaceId,
  settings: Partial<WorkspaceSettings>,
): Promise<void> {
  await q
    .update(workspaces)
    .set({ settings: sql`${workspaces.settings} || ${JSON.stringify(settings)}::jsonb` })
    .where(eq(workspaces.workspaceId, workspaceId))
}
