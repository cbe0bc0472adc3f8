// What a message in the outbox is: to whom it goes, what it is about, and what became of it.
import type { WorkspaceId } from '../../core/ids.ts'

/** To whom a message goes: a person's direct message, or a team's channel. */
export type Audience = { to: 'person'; userId: string } | { to: 'channel'; channelId: string }

/** Ids that say what a message is about; its facts are loaded by them when it is about to be sent. */
export type MessageSubject = Readonly<Record<string, string>>

/** A message that is to be sent. The same key again means: what it shows has changed, and it is edited in place. */
export interface MessageDraft<Kind extends string = string> {
  workspaceId: WorkspaceId
  /** Unique in the workspace, e.g. `standup:<member>:<date>`. It travels with the message as metadata. */
  key: string
  kind: Kind
  audience: Audience
  teamId: string | null
  subject: MessageSubject
}

export interface MessageRef {
  workspaceId: WorkspaceId
  messageKey: string
}

/**
 * `waiting`: to be sent, or to be edited. `sending`: Slack may have been called. `dropped`: there was nothing to show any more.
 * `failed`: it cannot be delivered; `failure` says why.
 */
export type MessageState = 'waiting' | 'sending' | 'delivered' | 'dropped' | 'failed'

/** Why nobody can be reached at an address until a person changes something. */
export type DeliveryProblem = 'channel-archived' | 'not-in-channel' | 'cannot-message-member'
