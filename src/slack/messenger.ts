// The port by which messages reach Slack, and what Slack may answer.
import type { ChannelId, UserId, WorkspaceId } from '../core/ids.ts'

/** Why nobody can be reached at an address until a person changes something. */
export type DeliveryProblem = 'channel-archived' | 'not-in-channel' | 'cannot-message-member'

/** A message as Slack takes it: what the blocks are is Slack's business. */
export interface OutgoingMessage {
  text: string
  blocks: readonly object[]
}

/** Travels with the message, so that it can be found again after a crash. */
export interface MessageMetadata {
  key: string
  version: number
}

export interface ChannelRef {
  workspaceId: WorkspaceId
  channelId: ChannelId
}

export type RateLimited = { ok: false; reason: 'rate-limited'; retryAfterSeconds: number }
/** Nobody can be reached there until a person changes something. */
export type Unreachable = { ok: false; reason: 'unreachable'; problem: DeliveryProblem }
/** Slack does not take these blocks: this workspace or client lacks the newest ones. */
export type RefusedBlocks = { ok: false; reason: 'refused-blocks' }
/** The message is not there any more, or too old to be edited. */
export type MessageGone = { ok: false; reason: 'gone' }

/** Faults (no answer, a broken token, Slack's own errors) are thrown: the message may or may not have arrived. */
export interface Messenger {
  openDm(
    workspaceId: WorkspaceId,
    userId: UserId,
  ): Promise<{ ok: true; channelId: ChannelId } | Unreachable | RateLimited>
  /** Waits a few seconds for the channel's and the workspace's turn; when it would take longer, says how long. */
  acquire(call: 'post' | 'update', place: ChannelRef): Promise<{ ok: true } | RateLimited>
  post(
    place: ChannelRef,
    message: OutgoingMessage,
    mark: MessageMetadata,
  ): Promise<{ ok: true; ts: string } | RateLimited | Unreachable | RefusedBlocks>
  update(
    place: ChannelRef & { ts: string },
    message: OutgoingMessage,
    mark: MessageMetadata,
  ): Promise<{ ok: true } | RateLimited | Unreachable | RefusedBlocks | MessageGone>
  /** Looks through what was said in the channel since then; a null ts: it is not there. */
  findByKey(
    place: ChannelRef,
    key: string,
    since: Temporal.Instant,
  ): Promise<{ ok: true; ts: string | null } | RateLimited | Unreachable>
}
