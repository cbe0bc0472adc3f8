// What a part of the bot listens to: tables that the roster registers, so that every listener can be found in one place.
import type {
  ActionHandler,
  CommandHandler,
  EventHandler,
  ShortcutHandler,
  SubmitHandler,
} from './requests.ts'

export interface CommandEntry {
  /** The English word after `/kpi`. */
  word: string
  /** The same in Chinese, simplified and traditional, and short forms. */
  aliases: readonly string[]
  run: CommandHandler
}

export interface Area {
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
