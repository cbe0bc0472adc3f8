// What the composer offers while a slash command or a name is typed.
import type { Person, Screen } from '../client/types.ts'

export interface Suggestion {
  label: string
  detail: string
  /** The whole text once it is taken. */
  text: string
}

export interface Suggestions {
  items: Suggestion[]
  /** Whether Enter takes the first; otherwise it sends what stands there. */
  eager: boolean
}

const NONE: Suggestions = { items: [], eager: false }
const MOST_PEOPLE = 6

export function suggestionsFor(
  text: string,
  commands: Screen['commands'],
  people: Iterable<Person>,
): Suggestions {
  if (text.includes('\n')) return NONE
  const name = /(^|\s)@([\p{L}\p{N}._-]*)$/u.exec(text)
  if (name) return forNames(text.slice(0, text.length - name[2]!.length), name[2]!, people)
  if (!text.startsWith('/')) return NONE
  const space = text.indexOf(' ')
  if (space < 0) return forCommands(text, commands)
  const command = commands.find((one) => one.command === text.slice(0, space))
  return command ? forArguments(command, text.slice(space + 1)) : NONE
}

function forCommands(text: string, commands: Screen['commands']): Suggestions {
  const found = commands.filter(({ command }) => command.startsWith(text))
  return {
    eager: true,
    items: found.map(({ command, description, usageHint }) => ({
      label: `${command} ${usageHint ?? ''}`,
      detail: description,
      text: `${command} `,
    })),
  }
}

function forArguments({ command, usageHint = '' }: Screen['commands'][number], typed: string): Suggestions {
  const wanted = typed.trimStart().toLowerCase()
  const found = readHint(usageHint).filter(
    (one) => one.toLowerCase().startsWith(wanted) && one.toLowerCase() !== wanted,
  )
  return {
    eager: false,
    items: found.map((one) => ({ label: `${command} ${one}`, detail: '', text: `${command} ${one}` })),
  }
}

/** `me | board [day|week]` → me, board, board day, board week. */
export function readHint(hint: string): string[] {
  return hint
    .split(/\|(?![^[]*\])/)
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap((part) => {
      const choice = /^(.*?)\s*\[([^\]]*)\]\s*$/.exec(part)
      if (choice === null) return [part]
      const [, before = '', inside = ''] = choice
      return [before, ...inside.split('|').map((one) => `${before} ${one.trim()}`.trim())]
    })
    .filter(Boolean)
}

function forNames(before: string, typed: string, people: Iterable<Person>): Suggestions {
  const wanted = typed.toLowerCase()
  const found = [...people].filter(
    ({ name, realName, deleted }) =>
      !deleted && [name, realName].some((one) => one.toLowerCase().startsWith(wanted)),
  )
  return {
    // A whole name is sent as it stands.
    eager: typed !== '' && !found.some((person) => isCalled(person, wanted)),
    items: found
      .slice(0, MOST_PEOPLE)
      .map(({ name, realName }) => ({ label: `@${name}`, detail: realName, text: `${before}${name} ` })),
  }
}

const isCalled = ({ name, realName }: Person, wanted: string) =>
  [name, realName].some((one) => one.toLowerCase() === wanted)
