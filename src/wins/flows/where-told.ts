// Where a deal that was just logged is told of, and whether with the name.
import type { Queryable } from '../../core/db/client.ts'
import type { ChannelId, WorkspaceId } from '../../core/ids.ts'
import { sourceIdOf } from '../../numbers/db/activity.ts'
import { loadTeam } from '../../org/db/teams.ts'
import { findWin } from '../db/wins.ts'
import { loadWin } from './facts/win.ts'

/** Null: nowhere. By the same rules as the message itself. */
export async function whereTold(
  q: Queryable,
  workspaceId: WorkspaceId,
  sourceKey: string,
  now: Temporal.Instant,
): Promise<{ channelId: ChannelId; isNamed: boolean } | null> {
  const sourceId = sourceIdOf(sourceKey)
  const facts = await loadWin(q, { workspaceId, subject: { sourceId }, ts: null }, now)
  const win = facts && (await findWin(q, workspaceId, sourceId))
  const team = win && (await loadTeam(q, workspaceId, win.teamId))
  return facts && team && { channelId: team.channelId, isNamed: facts.name !== null }
}
