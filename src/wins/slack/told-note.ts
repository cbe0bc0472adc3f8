// Says to whoever logged a deal that the channel is told of it, and how it is taken back.
import type { DealNote } from '../../numbers/slack/deal-note.ts'
import { channelLink } from '../../slack/mrkdwn.ts'
import { whereTold } from '../flows/where-told.ts'

export const toldNote: DealNote = async ({ workspaceId, sourceKey, t }, { db, clock }) => {
  const told = await whereTold(db, workspaceId, sourceKey, clock.now())
  if (!told) return null
  return t(told.isNamed ? 'win.channelTold' : 'win.channelToldUnnamed', {
    channel: channelLink(told.channelId),
  })
}
