// Reads the warnings of teams that have ended, and when somebody first took each of them on.
import { and, eq, gte, isNotNull, min } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { amongPairs } from '../../core/db/pairs.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import type { EndedWarning } from '../domain/quality.ts'
import { warningOf } from './episode-row.ts'
import { warningEpisodes, warningEvents } from './warnings.sql.ts'

/** Of those that somebody was told. In two statements. */
export async function endedWarnings(
  q: Queryable,
  wanted: readonly TeamRef[],
  since: Temporal.Instant,
): Promise<EndedWarning[]> {
  if (wanted.length === 0) return []
  const { workspaceId, teamId, episodeId, state, openedAt, resolvedAt } = warningEpisodes
  const among = amongPairs(
    { workspaceId, id: teamId, idType: 'uuid' },
    wanted.map((ref) => ({ workspaceId: ref.workspaceId, id: ref.teamId })),
  )
  const are = and(among, eq(state, 'resolved'), isNotNull(openedAt), gte(resolvedAt, since))
  const rows = await q.select().from(warningEpisodes).where(are)
  const taken = await q
    .select({ episodeId: warningEvents.episodeId, at: min(warningEvents.at) })
    .from(warningEvents)
    .innerJoin(
      warningEpisodes,
      and(eq(workspaceId, warningEvents.workspaceId), eq(episodeId, warningEvents.episodeId)),
    )
    .where(and(are, eq(warningEvents.reason, 'acknowledged')))
    .groupBy(warningEvents.episodeId)
  const takenOn = new Map(taken.map((one) => [one.episodeId, one.at]))
  return rows.map((row) => ({ warning: warningOf(row), takenOnAt: takenOn.get(row.episodeId) ?? null }))
}
