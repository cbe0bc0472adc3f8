// Messages that an app scheduled: posted when the sandbox's clock reaches them.
import { addMessage, announceMessage, type NewMessage } from './messages.ts'
import { makeId, nowSeconds, type Workspace, type World } from './workspace.ts'

export interface ScheduledMessage {
  id: string
  channelId: string
  postAtSeconds: number
  createdSeconds: number
  message: NewMessage
}

export function addScheduled(
  world: World,
  workspace: Workspace,
  about: Omit<ScheduledMessage, 'id' | 'createdSeconds'>,
): ScheduledMessage {
  const scheduled = { ...about, id: makeId(world, 'Q'), createdSeconds: nowSeconds(world) }
  workspace.scheduled.set(scheduled.id, scheduled)
  return scheduled
}

/** Posts what is due, in order. One that carries metadata is dropped in silence, as Slack does. */
export function postDue(world: World, workspace: Workspace): void {
  const due = [...workspace.scheduled.values()]
    .filter((scheduled) => scheduled.postAtSeconds <= nowSeconds(world))
    .sort((a, b) => a.postAtSeconds - b.postAtSeconds)
  for (const scheduled of due) {
    workspace.scheduled.delete(scheduled.id)
    const channel = workspace.channels.get(scheduled.channelId)
    if (channel === undefined || channel.archived || scheduled.message.metadata !== undefined) continue
    addMessage(world, workspace, channel, scheduled.message)
    announceMessage(world, workspace, channel)
  }
}
