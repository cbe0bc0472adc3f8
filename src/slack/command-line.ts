// Parses the text after /kpi in every supported language, and suggests the nearest command for a typing error.
import damerauLevenshtein from 'damerau-levenshtein'
import { foldText } from '../core/text.ts'

export interface CommandWord {
  word: string
  /** All names that a person may type for it; `word` itself may be left out. */
  names: readonly string[]
}
export type ParsedCommand = { ok: true; word: string; rest: string } | { ok: false; nearest: string | null }

/** Longer input cannot match or resemble a command, so it is not compared. In code points. */
const LONGEST_NAME = 40
const WRITTEN_WITHOUT_SPACES = /[\p{Script=Han}]/u

/** The longest name that the token starts with. Chinese has no spaces: '排行榜本月' is the name '排行榜' and the rest '本月'. */
function leadingName(
  token: string,
  names: ReadonlyMap<string, string>,
): { word: string; rest: string } | null {
  const points = [...token]
  for (let length = Math.min(points.length, LONGEST_NAME); length > 0; length -= 1) {
    const head = foldText(points.slice(0, length).join(''))
    const word = names.get(head)
    const whole = length === points.length
    if (word !== undefined && (whole || WRITTEN_WITHOUT_SPACES.test(head)))
      return { word, rest: points.slice(length).join('') }
  }
  return null
}

/**
 * How many typing errors (Damerau-Levenshtein distance) a word of this length may have: none for one letter, one below
 * five letters, two for longer words.
 */
const maxTypingErrors = (length: number): number => (length < 2 ? 0 : length < 5 ? 1 : 2)

function nearestName(token: string, names: Iterable<string>): string | null {
  let nearest: string | null = null
  let fewest = maxTypingErrors([...token].length) + 1
  for (const name of names) {
    const { steps: errors } = damerauLevenshtein(token, name)
    if (errors < fewest && errors < [...name].length) {
      nearest = name
      fewest = errors
    }
  }
  return nearest
}

/** `rest`: the trimmed text after the command. `nearest`: the most similar name (it may be an alias), null where none is similar. */
export function parseCommand(text: string, words: readonly CommandWord[]): ParsedCommand {
  const trimmed = text.trim()
  const token = /^\S+/u.exec(trimmed)?.[0] ?? ''
  const names = new Map<string, string>()
  for (const { word, names: more } of words)
    for (const name of [word, ...more]) if (!names.has(foldText(name))) names.set(foldText(name), word)
  const found = leadingName(token, names)
  if (found) return { ok: true, word: found.word, rest: `${found.rest}${trimmed.slice(token.length)}`.trim() }
  const short = [...token].length <= LONGEST_NAME
  return { ok: false, nearest: short ? nearestName(foldText(token), names.keys()) : null }
}
