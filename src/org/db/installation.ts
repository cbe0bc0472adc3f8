// Records that the app was uninstalled from a workspace, and that it is back.
import { and, eq, gte, isNull } from 'drizzle-orm'
import type { Transaction } from '../../core/db/client.ts'
import type { WorkspaceId } from '../../core/ids.ts'
import type { Team } from '../domain/team.ts'
import { workspaces } from './people.sql.ts'
import { teams } from './teams.sql.ts'
import { teamColumns } from './teams.ts'

/** False: it is recorded already, or the workspace is unknown. */
export async function markDisconnected(
  tx: Transaction,
  workspaceId: WorkspaceId,
  at: Temporal.Instant,
): Promise<boolean> {
  const rows = await tx
    .update(workspaces)
    .set({ disconnectedAt: at })
    .where(and(eq(workspaces.workspaceId, workspaceId), isNull(workspaces.disconnectedAt)))
    .returning({ workspaceId: workspaces.workspaceId })
  return rows.length > 0
}

/** Since when it was disconnected. Null: it was not, or another process has recorded that it is back. */
export async function markConnected(
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<Temporal.Instant | null> {
  const [row] = await tx
    .select({ since: workspaces.disconnectedAt })
    .from(workspaces)
    .where(eq(workspaces.workspaceId, workspaceId))
    .for('update')
  if (!row?.since) return null
  await tx.update(workspaces).set({ disconnectedAt: null }).where(eq(workspaces.workspaceId, workspaceId))
  return row.since
}

/** The teams that were paused since then. */
export const teamsPausedSince = (
  tx: Transaction,
  workspaceId: WorkspaceId,
  since: Temporal.Instant,
): Promise<Team[]> =>
  tx
    .select(teamColumns)
    .from(teams)
    .where(and(eq(teams.workspaceId, workspaceId), gte(teams.archivedAt, since)))
    .orderBy(teams.createdAt)
