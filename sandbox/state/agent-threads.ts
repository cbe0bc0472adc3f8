// An agent's status, title and suggested prompts for a thread.
import type { AgentThread, Channel } from './entities.ts'
import type { PlatformState } from './workspace.ts'

/** A status expires when no message follows; docs.slack.dev /reference/methods/assistant.threads.setStatus. */
const STATUS_LIFE_MS = 2 * 60_000

/** @param threadTs empty for the channel itself */
export function changeAgentThread(
  state: PlatformState,
  workspaceId: string,
  channel: Channel,
  threadTs: string,
  change: AgentThread,
): void {
  channel.agentThreads.set(threadTs, { ...channel.agentThreads.get(threadTs), ...change })
  state.changes.announce({ kind: 'channel', workspaceId, channelId: channel.id })
}

/** As users see it now: without an expired status. */
export function agentThread(state: PlatformState, channel: Channel, threadTs: string): AgentThread {
  const { status, ...more } = channel.agentThreads.get(threadTs) ?? {}
  const fresh = status !== undefined && state.clock.now() - status.madeAtMs <= STATUS_LIFE_MS
  const answered = (channel.replies.get(threadTs) ?? []).some(
    (message) => message.botId !== undefined && Number(message.ts) * 1000 > (status?.madeAtMs ?? 0),
  )
  return fresh && status.text !== '' && !answered ? { ...more, status } : more
}
