// What a message in the outbox is: to whom it goes, what it is about, and what became of it.
import type { WorkspaceId } from '../../core/ids.ts'

/** To whom a message goes: a person's direct message, or a team's channel. */
export type Audience = { to: 'person'; userId: string } | { to: 'channel'; channelId: string }

/** The ids that each kind of message is about; its facts are loaded by them when it is about to be sent. Each feature declares its own here. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the features
export interface MessageSubjects {}
export type MessageKind = keyof MessageSubjects & string

/** A message that is to be sent. The same key again means: what it shows has changed, and it is edited in place. */
export type MessageDraft<Kind extends MessageKind = MessageKind> = {
  [K in Kind]: {
    workspaceId: WorkspaceId
    /** Unique in the workspace, e.g. `standup:<member>:<date>`. It travels with the message as metadata. */
    key: string
    kind: K
    audience: Audience
    teamId: string | null
    subject: MessageSubjects[K]
  }
}[Kind]

export interface MessageRef {
  workspaceId: WorkspaceId
  messageKey: string
}

/**
 * `waiting`: to be sent, or to be edited. `sending`: Slack may have been called. `dropped`: there was nothing to show any more.
 * `failed`: it cannot be delivered; `failure` says why.
 */
export type MessageState = 'waiting' | 'sending' | 'delivered' | 'dropped' | 'failed'
