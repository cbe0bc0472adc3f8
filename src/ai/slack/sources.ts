// Numbers the sources of a text, each once in the order of its statements, and names in them whom they mention by their ids.
import type { UserId } from '../../core/ids.ts'
import type { RenderedClaim } from '../domain/fact.ts'

/** `numbers`: '[1]' and '[2]', for the sources of one statement. */
export function numbered(claims: readonly RenderedClaim[]) {
  const commands = [...new Set(claims.flatMap(({ sources }) => sources))]
  const numbers = (sources: readonly string[]) =>
    sources.map((command) => `[${commands.indexOf(command) + 1}]`)
  return { commands, numbers }
}

/** The name in place of the id, which says nothing to a reader. */
export const withNames = (command: string, names: Readonly<Record<UserId, string>>): string =>
  command.replaceAll(/(?<=\brep )<@(\w+)>/gu, (_, userId: string) =>
    names[userId] ? `@${names[userId]}` : '',
  )
