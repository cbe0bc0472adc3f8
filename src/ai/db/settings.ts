// Reads and writes where the model is off, and the budget that an admin has set.
import { and, eq } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import type { TeamId, WorkspaceId } from '../../core/ids.ts'
import { modelOffTeams, modelSettings } from './model.sql.ts'

export interface ModelSettings {
  isOff: boolean
  /** Null: the operator's. */
  monthlyTokens: number | null
}

export async function loadModelSettings(q: Queryable, workspaceId: WorkspaceId): Promise<ModelSettings> {
  const { isOff, monthlyTokens } = modelSettings
  const [row] = await q
    .select({ isOff, monthlyTokens })
    .from(modelSettings)
    .where(eq(modelSettings.workspaceId, workspaceId))
  return row ?? { isOff: false, monthlyTokens: null }
}

export async function saveModelSettings(
  q: Queryable,
  workspaceId: WorkspaceId,
  settings: ModelSettings,
): Promise<void> {
  await q
    .insert(modelSettings)
    .values({ workspaceId, ...settings })
    .onConflictDoUpdate({ target: modelSettings.workspaceId, set: settings })
}

export async function offTeams(q: Queryable, workspaceId: WorkspaceId): Promise<Set<TeamId>> {
  const rows = await q
    .select({ teamId: modelOffTeams.teamId })
    .from(modelOffTeams)
    .where(eq(modelOffTeams.workspaceId, workspaceId))
  return new Set(rows.map(({ teamId }) => teamId))
}

/** False: it was so already. */
export async function switchTeam(
  q: Queryable,
  ref: { workspaceId: WorkspaceId; teamId: TeamId },
  to: 'on' | 'off',
): Promise<boolean> {
  const { workspaceId, teamId } = ref
  const changed =
    to === 'off'
      ? await q
          .insert(modelOffTeams)
          .values({ workspaceId, teamId })
          .onConflictDoNothing()
          .returning({ teamId: modelOffTeams.teamId })
      : await q
          .delete(modelOffTeams)
          .where(and(eq(modelOffTeams.workspaceId, workspaceId), eq(modelOffTeams.teamId, teamId)))
          .returning({ teamId: modelOffTeams.teamId })
  return changed.length > 0
}
