// Types of a message in the outbox: audience, subject and state.
import type { WorkspaceId } from '../../core/ids.ts'
import type { DeliveryProblem } from '../../slack/messenger.ts'

/** Where a message goes: a person's direct messages, or a channel. */
export type Audience = { to: 'person'; userId: string } | { to: 'channel'; channelId: string }

/** The ids that each kind of message is about; its content is loaded by them when it is sent. Each feature adds its own by declaration merging. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the features
export interface MessageSubjects {}
export type MessageKind = keyof MessageSubjects & string

/** A message to be enqueued. Enqueueing an existing key edits its message in place. */
export type MessageDraft<Kind extends MessageKind = MessageKind> = {
  [K in Kind]: {
    workspaceId: WorkspaceId
    /** Unique in the workspace, e.g. `standup:<member>:<date>`. Sent along as Slack message metadata. */
    key: string
    kind: K
    audience: Audience
    teamId: string | null
    subject: MessageSubjects[K]
  }
}[Kind]

/** An edit of a message that may be there or not: nothing is posted where it is not. */
export type MessageEdit<Kind extends MessageKind = MessageKind> = {
  [K in Kind]: Omit<MessageDraft<K>, 'audience'> & { onlyEdits: true }
}[Kind]

export const editOf = ({ audience: _, ...draft }: MessageDraft): MessageEdit =>
  ({ ...draft, onlyEdits: true }) as MessageEdit

/** Why a message was not delivered. `gave-up`: every attempt failed, for reasons that are not about this message. */
export type UndeliveredReason = DeliveryProblem | 'gave-up'

export interface MessageRef {
  workspaceId: WorkspaceId
  messageKey: string
}

/**
 * `waiting`: to be sent or edited. `sending`: Slack may have been called. `dropped`: there was nothing left to show when it
 * was to be sent. `failed`: it cannot be delivered; `failure` has the reason.
 */
export type MessageState = 'waiting' | 'sending' | 'delivered' | 'dropped' | 'failed'

/** The `failure` of a message that was dropped because the app was uninstalled. */
export const UNINSTALLED = 'uninstalled'
