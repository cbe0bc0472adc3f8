// Joins the handlers of all features and of the platform into one table.
import { foldName } from './command-line.ts'
import type { Handlers } from './handlers.ts'
import { RUN_NEAREST, runNearest } from './receivers/dispatch.ts'
import { onHomeOpened } from './receivers/on-home-opened.ts'

/** Throws, which stops the start, where two features register a handler under the same name. */
export function joinHandlers(all: readonly Partial<Handlers>[]): Handlers {
  const commands = all.flatMap((one) => one.commands ?? [])
  const words = commands.flatMap(({ word, aliases, telling = [] }) => {
    // 'leave-team' and 'leaveteam' are one name, also of one command.
    return [...new Set([word, ...aliases, ...telling].map(foldName))]
  })
  const twice = words.find((word, index) => words.indexOf(word) !== index)
  if (twice) throw new Error(`Two commands are called ${twice}.`)
  const lines = all.flatMap((one) => one.lines ?? [])
  return {
    commands,
    lines,
    questions: all.flatMap((one) => one.questions ?? []),
    sensitive: all.flatMap((one) => one.sensitive ?? []),
    actions: joinTables('actions', [
      ...all.map((one) => one.actions),
      { [RUN_NEAREST]: runNearest({ commands, lines }) },
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
  // Without a prototype: a forged action named `constructor` must not find a handler.
  const joined: Record<string, Handler> = Object.create(null)
  for (const [name, handler] of tables.flatMap((table) => Object.entries(table ?? {}))) {
    if (name in joined) throw new Error(`Two ${what} are called ${name}.`)
    joined[name] = handler
  }
  return joined
}
