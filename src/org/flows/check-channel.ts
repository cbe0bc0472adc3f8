// Fetches the channels of teams from Slack, and tells the manager when more people can read one than before.

import type { Channel, Context } from '../../core/context.ts'
import { reasonOf } from '../../core/fault-reason.ts'
import { localDate } from '../../core/time.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { type ChannelRef, claimChannels, loadChannel, saveChannel } from '../db/channels.ts'
import { teamOfChannel } from '../db/teams.ts'
import { widenedTo } from '../domain/channel-stage.ts'
import { channelWidened } from './team-messages.ts'

const CHECK_EVERY_HOURS = 24
const AGAIN_AFTER_HOURS = 1
/** Slack allows about fifty of these requests a minute for each workspace. */
const AT_ONCE = 20

/** Null: Slack does not know the channel. Call it outside a transaction: it waits for Slack. */
export async function checkChannel(context: Context, ref: ChannelRef): Promise<Channel | null> {
  const { db, clock, directory } = context
  const { workspaceId, channelId } = ref
  const channel = await directory.channel(workspaceId, channelId)
  // A channel in which the bot is not has no team that could be told.
  if (!channel?.botIsIn) return channel
  const now = clock.now()
  await db.transaction(async (tx) => {
    const before = await loadChannel(tx, ref)
    const { name, isPrivate, isExternal } = channel
    const checkAt = now.add({ hours: CHECK_EVERY_HOURS })
    await saveChannel(tx, { ...ref, name, isPrivate, isExternal }, checkAt)
    const stage = widenedTo(before, channel)
    const team = stage && (await teamOfChannel(tx, workspaceId, channelId))
    if (team) await enqueueMessage(tx, context, [channelWidened(team, stage, localDate(now, 'UTC'))])
  })
  return channel
}

/** Beside each tick: each channel of an active team is fetched once a day, because Slack announces no conversion. */
export async function checkChannels(context: Context): Promise<void> {
  const { db, clock, log } = context
  const now = clock.now()
  const claimed = await claimChannels(db, now, now.add({ hours: AGAIN_AFTER_HOURS }), AT_ONCE)
  for (const ref of claimed)
    await checkChannel(context, ref).catch((fault: unknown) =>
      log.warn({ ...ref, reason: reasonOf(fault) }, 'channel not fetched, it will be tried again'),
    )
}
