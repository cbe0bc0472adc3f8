// The port for sending messages to Slack, and the results that Slack can return.
import type { ChannelId, UserId, WorkspaceId } from '../core/ids.ts'

/** Why a message cannot be delivered until a person changes something in Slack. */
export type DeliveryProblem =
  | 'channel-archived'
  | 'not-in-channel'
  | 'cannot-message-member'
  /** Slack refuses it for a reason of its own, such as a rule of the workspace. */
  | 'refused'

/** Text and blocks for Slack; the outbox does not look into the blocks. */
export interface OutgoingMessage {
  text: string
  blocks: readonly object[]
}

/** Sent as Slack message metadata, so that the message can be found in the history after a crash. */
export interface MessageMetadata {
  key: string
  version: number
}

export interface ChannelRef {
  workspaceId: WorkspaceId
  channelId: ChannelId
}

export type RateLimited = { ok: false; reason: 'rate-limited'; retryAfterSeconds: number }
/** Retrying does not help until a person changes something in Slack. */
export interface Unreachable {
  ok: false
  reason: 'unreachable'
  problem: DeliveryProblem
  /** Slack's error code, for the operator. */
  slackError?: string
}
/** The app was uninstalled, or its token does not work any more: nothing can be sent. */
export type Disconnected = { ok: false; reason: 'disconnected' }
/** Slack rejected the blocks: this workspace does not support the newest block types. */
export type RefusedBlocks = { ok: false; reason: 'refused-blocks' }
/** The message was deleted, or is too old to be edited. */
export type MessageGone = { ok: false; reason: 'gone' }

/** Throws on a timeout or an internal error of Slack: the message may or may not have arrived. */
export interface Messenger {
  openDm(
    workspaceId: WorkspaceId,
    userId: UserId,
  ): Promise<{ ok: true; channelId: ChannelId } | Unreachable | RateLimited | Disconnected>
  /** Waits up to a few seconds for a slot within the rate limits; where it takes longer, returns how long. */
  acquire(call: 'post' | 'update', channel: ChannelRef): Promise<{ ok: true } | RateLimited>
  post(
    channel: ChannelRef,
    message: OutgoingMessage,
    metadata: MessageMetadata,
  ): Promise<{ ok: true; ts: string } | RateLimited | Unreachable | Disconnected | RefusedBlocks>
  update(
    channel: ChannelRef & { ts: string },
    message: OutgoingMessage,
    metadata: MessageMetadata,
  ): Promise<{ ok: true } | RateLimited | Unreachable | Disconnected | RefusedBlocks | MessageGone>
  /** Searches the channel's history since then. Null `ts`: not found. */
  findByKey(
    channel: ChannelRef,
    key: string,
    since: Temporal.Instant,
  ): Promise<{ ok: true; ts: string | null } | RateLimited | Unreachable | Disconnected>
}
