// Reads which warnings of a team were open at an instant that is past, and how high each of them was then.
import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import type { Level } from '../domain/level.ts'
import type { Warning } from '../domain/warning.ts'
import { findWarnings } from './episodes.ts'
import { warningEpisodes, warningEvents } from './warnings.sql.ts'

/** Without those that a higher one stood in front of. In two statements. */
export async function openThen(
  q: Queryable,
  { workspaceId, teamId }: TeamRef,
  at: Temporal.Instant,
): Promise<{ warning: Warning; level: Level }[]> {
  const lastOf = (among: SQL): SQL => sql`
    select event.to_state, event.to_level, event.reason from ${warningEvents} event
    where event.workspace_id = episode.workspace_id and event.episode_id = episode.episode_id
      and event.at <= ${at.toString()}::timestamptz ${among}
    order by event.number desc limit 1`
  const rows = await q.execute<{ episode_id: string; level: Level }>(sql`
    select episode.episode_id, last.to_level as level from ${warningEpisodes} episode
    cross join lateral (${lastOf(sql``)}) last
    left join lateral (${lastOf(sql`and event.reason in ('silenced', 'unsilenced', 'acknowledged', 'snoozed')`)})
      heard on true
    where episode.workspace_id = ${workspaceId} and episode.team_id = ${teamId}::uuid
      and episode.opened_at <= ${at.toString()}::timestamptz
      and last.to_state = 'open' and heard.reason is distinct from 'silenced'`)
  const levelOf = new Map(rows.map((row) => [row.episode_id, row.level]))
  const warnings = await findWarnings(q, workspaceId, [...levelOf.keys()])
  return warnings.map((warning) => ({ warning, level: levelOf.get(warning.episodeId)! }))
}
