// A channel or direct message on a user's screen: its messages, including ephemeral ones, and the interactions with them.
import { agentThread } from '../state/agent-threads.ts'
import type { AgentThread, Channel, Message } from '../state/entities.ts'
import { unreadKey } from '../state/messages.ts'
import { initialValues, type Values } from '../state/values.ts'
import type { ActionResult } from './block-actions.ts'
import type { CommandResult } from './command.ts'
import { typeCommand } from './command.ts'
import { choose, findPlaced, labelsIn, press, putValue, type Target } from './elements.ts'
import type { Entry } from './fields.ts'
import { readMrkdwn } from './mrkdwn.ts'
import type { WaitingUser } from './user-context.ts'
import { wordsOf } from './words.ts'
import { writeMessage } from './write-message.ts'

/** A message as one user sees it. */
export interface Seen {
  ts: string
  /** Handle of the writer. */
  from: string
  /** All visible text, one line for each item. Blocks replace `text`, as on the screen. */
  words: string
  /** The text of the notification. */
  text: string
  ephemeral: boolean
  edited: boolean
  threadTs: string | undefined
  /** Labels of the interactive elements. */
  labels: string[]
  message: Message
}

/** Selects the message where several contain the element. */
export interface Which {
  /** Narrows to messages that contain these words. */
  in?: string
  /** Narrows to the message with this ts. */
  ts?: string
  timeoutMs?: number
}

/** What each user has entered in a message without sending it, by message. */
const drafts = new WeakMap<Message, Map<string, Values>>()

export class Conversation {
  readonly session: WaitingUser
  readonly channel: Channel

  constructor(session: WaitingUser, channel: Channel) {
    this.session = session
    this.channel = channel
  }

  /** Oldest first, with thread replies in order of time. Empty for a private channel of which the user is no member. */
  sees(): Seen[] {
    const { user } = this.session
    if (this.channel.kind !== 'public' && !this.channel.members.has(user.id)) return []
    const mine = this.channel.ephemerals.filter((message) => message.onlyFor === user.id)
    return [...this.channel.messages, ...mine]
      .sort((a, b) => (a.ts < b.ts ? -1 : 1))
      .map((message) => this.read(message))
  }

  /** The newest message, or the newest whose words contain `about`. */
  last(about = ''): Seen | undefined {
    return this.sees().findLast((seen) => seen.words.includes(about))
  }

  words(): string {
    return this.sees()
      .map((seen) => `${seen.from}: ${seen.words}`)
      .join('\n')
  }

  /** Opens the conversation, which marks it as read. */
  open(): this {
    this.session.workspace.unread.delete(unreadKey(this.session.user.id, this.channel.id))
    return this
  }

  unread(): number {
    return this.session.workspace.unread.get(unreadKey(this.session.user.id, this.channel.id)) ?? 0
  }

  /** Waits for a message whose words contain `about` (or pass the test). */
  waitFor(about: string | ((seen: Seen) => boolean), timeoutMs?: number): Promise<Seen> {
    const fits = typeof about === 'string' ? (seen: Seen) => seen.words.includes(about) : about
    return this.session.waitFor(() => this.sees().findLast(fits), timeoutMs)
  }

  /** Waits for a button with this label and clicks the newest one. */
  async click(target: Target, which: Which = {}): Promise<ActionResult> {
    const { message, placed } = await this.find(target, which)
    return press(this.session, this.place(message), placed, typeof target === 'string' ? target : undefined)
  }

  /** Chooses in a select, check boxes, a date picker … of the newest message that has it. */
  async choose(target: Target, entry: Entry, which: Which = {}): Promise<ActionResult> {
    const { message, placed } = await this.find(target, which)
    return choose(this.session, this.place(message), placed, entry)
  }

  /** Enters a value into a field of a message; the app receives it with the next click. */
  async enter(target: Target, entry: Entry, which: Which = {}): Promise<void> {
    const { message, placed } = await this.find(target, which)
    putValue(this.session, this.place(message).values, placed, entry)
  }

  /** The values of a message's fields for this user. */
  values(message: Message): Values {
    return this.place(message).values
  }

  say(text: string, options: { thread?: string } = {}): Message {
    return writeMessage(this.session, this.channel, text, options.thread)
  }

  command(command: string, text = ''): Promise<CommandResult> {
    return typeCommand(this.session, this.channel, command, text)
  }

  /** Status, title and suggested prompts that the app set for a thread. */
  agentThread(ts: string): AgentThread {
    return agentThread(this.session.platform, this.channel, ts)
  }

  private find(target: Target, { in: within = '', ts, timeoutMs }: Which) {
    const look = () => {
      for (const seen of this.sees().reverse()) {
        const meant = seen.words.includes(within) && (ts === undefined || seen.ts === ts)
        const placed = meant ? findPlaced(seen.message.blocks ?? [], target) : undefined
        if (placed) return { message: seen.message, placed }
      }
      return undefined
    }
    return this.session.waitFor(look, timeoutMs).catch((fault: Error) => {
      const labels = this.sees().flatMap((seen) => seen.labels)
      throw new Error(
        `Nothing to press is called ${JSON.stringify(target)}; there is ${labels.join(', ') || 'nothing'}. ${fault.message}`,
      )
    })
  }

  private place(message: Message) {
    const forMessage = drafts.get(message) ?? new Map<string, Values>()
    drafts.set(message, forMessage)
    const values = { ...initialValues(message.blocks ?? []), ...forMessage.get(this.session.user.id) }
    forMessage.set(this.session.user.id, values)
    return { message, channel: this.channel, values }
  }

  private read(message: Message): Seen {
    const blocks = message.blocks ?? []
    const said = blocks.length > 0 ? wordsOf(this.session, blocks) : [readMrkdwn(this.session, message.text)]
    const files = (message.files ?? []).map((file) => `[${file.title}]`)
    const words = [...said.filter((line) => line !== ''), ...files].join('\n')
    return {
      ts: message.ts,
      from: this.session.workspace.users.get(message.userId)?.name ?? 'slackbot',
      words,
      text: message.text,
      ephemeral: message.onlyFor !== undefined,
      edited: message.edited !== undefined,
      threadTs: message.threadTs,
      labels: labelsIn(blocks),
      message,
    }
  }
}
