// The tables of handlers that a feature contributes for commands, actions, submits, shortcuts and events.
import type { MessageKey } from '../core/i18n/translate.ts'
import type {
  ActionHandler,
  CommandHandler,
  EventHandler,
  LineHandler,
  QuestionHandler,
  ShortcutHandler,
  SubmitHandler,
} from './requests.ts'

export interface HelpReader {
  isMember: boolean
  isManager: boolean
  isAdmin: boolean
  /** May submit standups, but not change settings. */
  isGuest: boolean
}

/** How `/kpi help` explains a command. */
export interface CommandHelp {
  /** Commands are explained in this order. */
  place: number
  text: MessageKey
  audience: 'reps' | 'managers' | 'everyone'
  /** The button that runs it, for readers who get one. */
  button?(reader: HelpReader): MessageKey | null
}

export interface CommandEntry {
  /** The English word after `/kpi`. */
  word: string
  /** The same in Chinese, simplified and traditional, and short forms. */
  aliases: readonly string[]
  /** More of them, which also say something about what is meant, and so stay in what follows: 'sick', '出差'. */
  telling?: readonly string[]
  help?: CommandHelp
  run: CommandHandler
}

export interface Handlers {
  commands: readonly CommandEntry[]
  /** What is typed without a command is offered to each. */
  lines: readonly LineHandler[]
  /** What a person writes to the bot and nothing else reads is offered to each. */
  questions: readonly QuestionHandler[]
  /** By the part of the action id before `#`. What follows `#` makes ids unique within one message. */
  actions: Readonly<Record<string, ActionHandler>>
  /** By the view's callback id. */
  submits: Readonly<Record<string, SubmitHandler>>
  /** By callback id; global shortcuts. */
  shortcuts: Readonly<Record<string, ShortcutHandler>>
  /** By the event's type. */
  events: Readonly<Record<string, EventHandler>>
  /** The actions and submits, by their names above, before which a person's rights are looked up in Slack again. */
  sensitive: readonly string[]
}
