// What a handler gets instead of Slack's raw payload: who did what, and functions to reply.

import type { Context } from '../core/context.ts'
import type { Translate } from '../core/i18n/translate.ts'
import type { ChannelId, UserId, WorkspaceId } from '../core/ids.ts'
import type { Person } from '../core/person.ts'
import type { ModalView, RenderedMessage } from './blocks.ts'
import type { OutgoingFile } from './files.ts'

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

/** A message that was posted and can be changed in place. */
export interface LivingMessage {
  /** Slack's id of the message in its channel. */
  ts: string
  /** False: it is gone, or Slack does not take it. */
  edit(message: RenderedMessage): Promise<boolean>
}

interface BaseRequest {
  /** The acting person: from the signed payload and our database, never from a button's value. */
  who: Person
  now: Temporal.Instant
  /** Translates into the language of the acting person. */
  t: Translate
  /** Slack's id of this one act: the same when it is delivered again. Empty where Slack names none. */
  triggerId: string
  /**
   * `later`: takes the view's place once it is there; the trigger of a click or command lasts only 3 s. `closed`: the person
   * has closed the view before, or Slack does not show it.
   */
  open(view: ModalView, later?: Promise<ModalView>, closed?: () => Promise<void>): Promise<void>
}

export interface CommandRequest extends BaseRequest {
  channelId: string
  /** The trimmed text after the command word. */
  rest: string
  /** Replies with an ephemeral message, in the acknowledgement itself where possible. Call it at most once. */
  reply(message: RenderedMessage): void
}

export interface ActionRequest extends BaseRequest {
  /** The value of the button or selected option. Untrusted. */
  value: string
  /** What follows the `#` in the id of what was clicked: tells elements of one kind apart. Untrusted. */
  suffix: string
  channelId: string | null
  /** Null unless the click was in a modal. */
  view: { viewId: string; hash: string; metadata: string; state: FormState } | null
  /** Posts an ephemeral message beside the message that was clicked. */
  replyEphemeral(message: RenderedMessage): Promise<void>
  /** Replaces the ephemeral message that was clicked. */
  replace(message: RenderedMessage): Promise<void>
  /** Opens the view on top of the modal that was clicked. `later`, `closed`: as in `open`. */
  push(view: ModalView, later?: Promise<ModalView>, closed?: () => Promise<void>): Promise<void>
  /** Goes on after Slack was acknowledged. A fault is logged. */
  later(work: () => Promise<void>): void
  /** Posts it in the person's direct messages with the bot. False: they cannot be reached there. */
  tellPrivately(message: RenderedMessage): Promise<boolean>
  /** Posts where the click was, in a direct message, what is edited afterwards. Null: Slack does not take it. */
  postLiving(message: RenderedMessage): Promise<LivingMessage | null>
  /** Sends it to the person's direct messages with the bot. False: the workspace does not let the bot send files. */
  sendFile(file: OutgoingFile): Promise<boolean>
  /** Publishes the person's Home tab again. */
  redrawHome(): Promise<void>
  /** Updates the modal that was clicked. `later`: as in `open`. */
  update(view: ModalView, later?: Promise<ModalView>): Promise<void>
}

export interface SubmitRequest extends BaseRequest {
  metadata: string
  state: FormState
  /** The view's id. A double submit has the same one. */
  viewId: string
}

export type SubmitResult =
  /** `redrawHome`: publish the person's Home tab again after the modal is closed. */
  | { kind: 'close'; redrawHome?: boolean }
  /** Closes the form below as well. */
  | { kind: 'clear'; redrawHome?: boolean }
  | { kind: 'errors'; errors: Record<string, string> }
  /** `afterwards`: runs after Slack was acknowledged; what it does has to be in the database already. */
  | { kind: 'update'; view: ModalView; afterwards?: () => Promise<void> }
  /** Opens the view on top of the submitted one, which stays as typed. */
  | { kind: 'push'; view: ModalView }

export interface ShortcutRequest extends BaseRequest {}

/** An event in the workspace. Slack may send it twice, late and out of order. */
export interface EventRequest {
  workspaceId: WorkspaceId
  now: Temporal.Instant
  /** The bot's own user. */
  botUserId: UserId
  /** Slack's payload; the handler parses it with zod. */
  event: unknown
  /** The person who wrote or did something. Null: a bot, deactivated, or not of this workspace. */
  acting(userId: UserId): Promise<Pick<BaseRequest, 'who' | 't'> | null>
  /** Posts a message, for example as an answer in a direct message. */
  post(channelId: ChannelId, message: RenderedMessage): Promise<void>
  /** The same with a message that is edited afterwards. Null: Slack does not take it. */
  postLiving(channelId: ChannelId, message: RenderedMessage): Promise<LivingMessage | null>
  /** Goes on after Slack was acknowledged, for what takes longer than it waits. A fault is logged. */
  later(work: () => Promise<void>): void
  /** Publishes the person's Home tab; does nothing for people of other workspaces. */
  redrawHome(userId: UserId): Promise<void>
}

/** Something that a person wrote to the bot which is neither a command nor a line of numbers. */
export interface QuestionRequest extends BaseRequest {
  text: string
  channelId: ChannelId
  /** Says in the conversation what is being done, until `show` takes its place; if the process ends before, the person is told. */
  status(message: RenderedMessage): Promise<void>
  /** Replies in the conversation. */
  show(message: RenderedMessage): Promise<void>
  /** What the command after `/kpi` replies to the person. */
  run(command: string): Promise<readonly RenderedMessage[]>
  later(work: () => Promise<void>): void
}
/** False: it has nothing to say to it. */
export type QuestionHandler = (call: QuestionRequest, context: Context) => Promise<boolean>

/**
 * Answers a line without a command, if it is one of its kind. `whole`: all of it has to be understood; `part`: at least a
 * part. False: it is not.
 */
export type LineHandler = (call: CommandRequest, context: Context, what: 'whole' | 'part') => Promise<boolean>
export type CommandHandler = (call: CommandRequest, context: Context) => Promise<void>
export type ActionHandler = (call: ActionRequest, context: Context) => Promise<void>
export type SubmitHandler = (call: SubmitRequest, context: Context) => Promise<SubmitResult>
export type ShortcutHandler = (call: ShortcutRequest, context: Context) => Promise<void>
export type EventHandler = (call: EventRequest, context: Context) => Promise<void>
