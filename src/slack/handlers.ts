// What a feature handles of what Slack sends: tables that the router joins, so that every handler is found in one place.
import type { MessageKey } from '../core/i18n/translate.ts'
import type {
  ActionHandler,
  CommandHandler,
  EventHandler,
  ShortcutHandler,
  SubmitHandler,
} from './requests.ts'

export interface HelpReader {
  isMember: boolean
  isManager: boolean
  /** May answer, but not set anything up. */
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
  help?: CommandHelp
  run: CommandHandler
}

export interface Handlers {
  commands: readonly CommandEntry[]
  /** By action id up to a `#`: ids that must differ in one message carry what tells them apart behind it. */
  actions: Readonly<Record<string, ActionHandler>>
  /** By the view's callback id. */
  submits: Readonly<Record<string, SubmitHandler>>
  /** By callback id; global shortcuts. */
  shortcuts: Readonly<Record<string, ShortcutHandler>>
  /** By the event's type. */
  events: Readonly<Record<string, EventHandler>>
}
