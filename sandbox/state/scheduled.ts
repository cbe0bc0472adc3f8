// Scheduled messages, which are posted when the sandbox's clock reaches their time.
import type { ScheduledMessage } from './entities.ts'
import { addMessage, announceMessage } from './messages.ts'
import { makeId, nowSeconds, type PlatformState, type Workspace } from './workspace.ts'

export function addScheduled(
  state: PlatformState,
  workspace: Workspace,
  about: Omit<ScheduledMessage, 'id' | 'createdSeconds'>,
): ScheduledMessage {
  const scheduled = { ...about, id: makeId(state, 'Q'), createdSeconds: nowSeconds(state) }
  workspace.scheduled.set(scheduled.id, scheduled)
  return scheduled
}

/** Posts what is due, in order. A message with metadata is silently dropped, as Slack does. */
export function postDue(state: PlatformState, workspace: Workspace): void {
  const due = [...workspace.scheduled.values()]
    .filter((scheduled) => scheduled.postAtSeconds <= nowSeconds(state))
    .sort((a, b) => a.postAtSeconds - b.postAtSeconds)
  for (const scheduled of due) {
    workspace.scheduled.delete(scheduled.id)
    const channel = workspace.channels.get(scheduled.channelId)
    if (channel === undefined || channel.archived || scheduled.message.metadata !== undefined) continue
    addMessage(state, workspace, channel, scheduled.message)
    announceMessage(state, workspace, channel)
  }
}
