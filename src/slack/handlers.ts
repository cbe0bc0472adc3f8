// What a feature handles of what Slack sends: tables that the router joins, so that every handler is found in one place.
import type { MessageKey } from '../core/i18n/translate.ts'
import { RUN_NEAREST, runNearest } from './receivers/dispatch.ts'
import { onHomeOpened } from './receivers/on-home-opened.ts'
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

/** One table of all. Two handlers for the same thing are a mistake that stops the start. */
export function joinHandlers(all: readonly Partial<Handlers>[]): Handlers {
  const commands = all.flatMap((one) => one.commands ?? [])
  const words = commands.flatMap(({ word, aliases }) => [word, ...aliases])
  const twice = words.find((word, index) => words.indexOf(word) !== index)
  if (twice) throw new Error(`Two commands are called ${twice}.`)
  return {
    commands,
    actions: joinTables('actions', [
      ...all.map((one) => one.actions),
      { [RUN_NEAREST]: runNearest(commands) },
    ]),
    submits: joinTables(
      'submits',
      all.map((one) => one.submits),
    ),
    shortcuts: joinTables(
      'shortcuts',
      all.map((one) => one.shortcuts),
    ),
    events: joinTables('events', [...all.map((one) => one.events), { app_home_opened: onHomeOpened }]),
  }
}

function joinTables<Handler>(
  what: string,
  tables: readonly (Readonly<Record<string, Handler>> | undefined)[],
): Record<string, Handler> {
  // Without a prototype: an action that calls itself `constructor` finds no handler.
  const joined: Record<string, Handler> = Object.create(null)
  for (const [name, handler] of tables.flatMap((table) => Object.entries(table ?? {}))) {
    if (name in joined) throw new Error(`Two ${what} are called ${name}.`)
    joined[name] = handler
  }
  return joined
}
