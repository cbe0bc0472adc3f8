// Loads what somebody may do about one warning, also as the one whom the workspace names for what nobody answers.
import type { Queryable } from '../../core/db/client.ts'
import type { UserId } from '../../core/ids.ts'
import { loadWorkspaceSettings } from '../../org/db/workspace-settings.ts'
import type { Actor } from '../../org/domain/permissions.ts'
import { rightsOn, type WarningRights } from '../domain/permissions.ts'
import type { Warning } from '../domain/warning.ts'
import { leadsAlone } from './leads-alone.ts'

/** Only where a warning has reached somebody without rights of their own the workspace is asked. */
export async function rightsIn(
  q: Queryable,
  actor: Actor,
  warning: Warning,
  repUserId: UserId | null,
  now: Temporal.Instant,
): Promise<WarningRights | null> {
  const { teamId } = warning
  const isAlone = repUserId === actor.userId && (await leadsAlone(q, actor, [teamId])).has(teamId)
  const own = rightsOn(actor, warning, repUserId, { now, isAlone })
  if (own || !warning.episode.told.includes(actor.userId)) return own
  const { lastResortUserId } = await loadWorkspaceSettings(q, actor.workspaceId)
  return rightsOn(actor, warning, repUserId, { now, lastResort: lastResortUserId })
}
