// Reads and writes channels as last fetched from Slack, and claims those that are to be fetched again.
import { and, eq, sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { textArray } from '../../core/db/pairs.ts'
import type { ChannelId, WorkspaceId } from '../../core/ids.ts'
import { channels } from './channels.sql.ts'
import { teams } from './teams.sql.ts'

export interface StoredChannel {
  workspaceId: WorkspaceId
  channelId: ChannelId
  name: string
  /** Null: not fetched yet. */
  isPrivate: boolean | null
  isExternal: boolean
}

export interface ChannelRef {
  workspaceId: WorkspaceId
  channelId: ChannelId
}

export async function loadChannel(q: Queryable, ref: ChannelRef): Promise<StoredChannel | null> {
  const { workspaceId, channelId, name, isPrivate, isExternal } = channels
  const rows = await q
    .select({ workspaceId, channelId, name, isPrivate, isExternal })
    .from(channels)
    .where(and(eq(workspaceId, ref.workspaceId), eq(channelId, ref.channelId)))
  return rows[0] ?? null
}

/** The names of those that are known, by channel id. */
export async function channelNames(
  q: Queryable,
  workspaceId: WorkspaceId,
  channelIds: readonly ChannelId[],
): Promise<Map<ChannelId, string>> {
  if (channelIds.length === 0) return new Map()
  const rows = await q
    .select({ channelId: channels.channelId, name: channels.name })
    .from(channels)
    .where(
      and(
        eq(channels.workspaceId, workspaceId),
        sql`${channels.channelId} = any(${textArray(channelIds)})`,
        sql`${channels.isPrivate} is not null`,
      ),
    )
  return new Map(rows.map(({ channelId, name }) => [channelId, name]))
}

export async function saveChannel(
  q: Queryable,
  channel: StoredChannel,
  checkAt: Temporal.Instant,
): Promise<void> {
  const { name, isPrivate, isExternal } = channel
  await q
    .insert(channels)
    .values({ ...channel, checkAt })
    .onConflictDoUpdate({
      target: [channels.workspaceId, channels.channelId],
      set: { name, isPrivate, isExternal, checkAt },
    })
}

/** So that the channel is fetched soon, unless it was. */
export async function expectChannel(q: Queryable, { workspaceId, channelId }: ChannelRef): Promise<void> {
  const checkAt = Temporal.Instant.fromEpochMilliseconds(0)
  await q
    .insert(channels)
    .values({ workspaceId, channelId, name: '', isPrivate: null, checkAt })
    .onConflictDoNothing()
}

/** Channels of active teams that are to be fetched. They come up again at `next`, unless they are saved before. */
export async function claimChannels(
  q: Queryable,
  now: Temporal.Instant,
  next: Temporal.Instant,
  limit: number,
): Promise<ChannelRef[]> {
  const rows = await q.execute<{ workspace_id: string; channel_id: string; has_team: boolean }>(sql`
    update ${channels} claimed set check_at = ${next.toString()}::timestamptz
    from (
      select workspace_id, channel_id from ${channels}
      where check_at <= ${now.toString()}::timestamptz
      order by check_at limit ${limit} for update skip locked
    ) waiting
    where claimed.workspace_id = waiting.workspace_id and claimed.channel_id = waiting.channel_id
    returning claimed.workspace_id, claimed.channel_id, exists (
      select from ${teams} t where t.workspace_id = claimed.workspace_id
        and t.channel_id = claimed.channel_id and t.archived_at is null) as has_team`)
  return rows
    .filter(({ has_team }) => has_team)
    .map((row) => ({ workspaceId: row.workspace_id, channelId: row.channel_id }))
}
