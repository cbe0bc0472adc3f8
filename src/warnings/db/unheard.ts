// Finds who was meant to be told of warnings and never was, because somebody was on them when it would have been posted.
import { sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { textArray, uuidArray } from '../../core/db/pairs.ts'
import type { UserId, WorkspaceId } from '../../core/ids.ts'
import { WARNING_DIGEST } from '../domain/digest.ts'
import { WARNING } from '../domain/messages.ts'

export interface Hearer {
  episodeId: string
  userId: UserId
}

/** Of the people those whose message was dropped before it was posted, alone or in a digest, and who have no other one. */
export async function unheardOf(
  q: Queryable,
  workspaceId: WorkspaceId,
  hearers: readonly Hearer[],
): Promise<Hearer[]> {
  if (hearers.length === 0) return []
  return q.execute<Hearer & Record<string, unknown>>(sql`
    with wanted as (
      select * from unnest(${uuidArray(hearers.map(({ episodeId }) => episodeId))},
        ${textArray(hearers.map(({ userId }) => userId))}) as pair(episode_id, user_id))
    select episode_id as "episodeId", user_id as "userId" from (
      select wanted.*, state <> 'dropped' or ts is not null as stands from wanted
      join messages on workspace_id = ${workspaceId}
        and message_key = concat_ws(':', ${WARNING}::text, episode_id, user_id)
      union all
      select wanted.*, m.state is null or m.state <> 'dropped' or ts is not null from wanted
      join warning_digest_lines line on line.workspace_id = ${workspaceId} and line.user_id = wanted.user_id
        and line.episode_id = wanted.episode_id and what = 'new'
      left join messages m on m.workspace_id = ${workspaceId}
        and m.message_key = concat_ws(':', ${WARNING_DIGEST}::text, line.user_id, line.date, line.number)) told
    group by episode_id, user_id having not bool_or(stands)`)
}
