// What a listener is handed instead of Slack's raw payload: who did what, and how to answer them.

import type { Context } from '../core/context.ts'
import type { Translate } from '../core/i18n/translate.ts'
import type { UserId, WorkspaceId } from '../core/ids.ts'
import type { Person } from '../core/person.ts'
import type { ModalView, RenderedMessage } from './blocks.ts'

/** Values of the inputs in a view or message, by block id and action id, as Slack sends them. */
export type FormState = Readonly<Record<string, Readonly<Record<string, FormValue>>>>
export interface FormValue {
  type: string
  value?: string | null | undefined
  selected_option?: { value: string } | null | undefined
  selected_options?: readonly { value: string }[] | undefined
  selected_user?: string | null | undefined
  selected_users?: readonly string[] | undefined
  selected_date?: string | null | undefined
  selected_time?: string | null | undefined
  selected_conversation?: string | null | undefined
}

interface Call {
  /** Who acts. Always from our own record and the signed payload, never from a value in a button. */
  who: Person
  now: Temporal.Instant
  /** In the reader's language. */
  t: Translate
  open(view: ModalView): Promise<void>
}

export interface CommandRequest extends Call {
  channelId: string
  /** What follows the command word, trimmed. */
  rest: string
  /** The private answer; goes back in the acknowledgement itself. At most once. */
  reply(message: RenderedMessage): void
}

export interface ActionRequest extends Call {
  /** The button's value or the chosen option's; untrusted. */
  value: string
  channelId: string | null
  /** Set when the click was in a modal. */
  view: { viewId: string; hash: string; metadata: string; state: FormState } | null
  /** Answers privately beside the message that was clicked. */
  replyEphemeral(message: RenderedMessage): Promise<void>
  /** Replaces the private message that was clicked. */
  replace(message: RenderedMessage): Promise<void>
  /** Opens on top of the modal that was clicked. */
  push(view: ModalView): Promise<void>
  /** Redraws the modal that was clicked. */
  update(view: ModalView): Promise<void>
}

export interface SubmitRequest extends Call {
  metadata: string
  state: FormState
  /** The view's id: the same for a double submit. */
  viewId: string
}

export type SubmitResult =
  /** `redrawHome`: once the modal is closed, the person's Home tab is drawn anew. */
  | { kind: 'close'; redrawHome?: boolean }
  | { kind: 'clear' }
  | { kind: 'errors'; errors: Record<string, string> }
  | { kind: 'update'; view: ModalView }

export interface ShortcutRequest extends Call {}

/** Something happened in the workspace. Slack may tell it twice, late and out of order. */
export interface EventRequest {
  workspaceId: WorkspaceId
  now: Temporal.Instant
  /** The bot's own user. */
  botUserId: UserId
  /** Slack's payload; the handler reads it with zod. */
  event: unknown
  /** Draws the person's Home tab; whoever is not one of the workspace's people has none. */
  redrawHome(userId: UserId): Promise<void>
}

export type CommandHandler = (call: CommandRequest, context: Context) => Promise<void>
export type ActionHandler = (call: ActionRequest, context: Context) => Promise<void>
export type SubmitHandler = (call: SubmitRequest, context: Context) => Promise<SubmitResult>
export type ShortcutHandler = (call: ShortcutRequest, context: Context) => Promise<void>
export type EventHandler = (call: EventRequest, context: Context) => Promise<void>
