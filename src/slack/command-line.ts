// Understands the word after /kpi, in any of our languages, and suggests the nearest one when it is none.
import damerauLevenshtein from 'damerau-levenshtein'
import { foldText } from '../core/text.ts'

export interface CommandWord {
  word: string
  /** Everything a person may type for it, the word itself included or not. */
  names: readonly string[]
}
export type ParsedCommand = { ok: true; word: string; rest: string } | { ok: false; nearest: string | null }

/** Beyond this many letters nothing is one of our words, or resembles one; and comparing costs time. */
const LONGEST_NAME = 40
const SPELT_TOGETHER = /[\p{Script=Han}]/u

/** Chinese is written without a space: '排行榜本月' begins with the longest name that fits. */
function leadingName(
  token: string,
  names: ReadonlyMap<string, string>,
): { word: string; rest: string } | null {
  const points = [...token]
  for (let length = Math.min(points.length, LONGEST_NAME); length > 0; length -= 1) {
    const head = foldText(points.slice(0, length).join(''))
    const word = names.get(head)
    const whole = length === points.length
    if (word !== undefined && (whole || SPELT_TOGETHER.test(head)))
      return { word, rest: points.slice(length).join('') }
  }
  return null
}

/**
 * A slip is a letter too many, too few or wrong, or two that are swapped. A short word may have one, a long one two; a
 * word of one letter resembles nothing.
 */
const slipsAllowed = (length: number): number => (length < 2 ? 0 : length < 5 ? 1 : 2)

function nearestName(token: string, names: Iterable<string>): string | null {
  let nearest: string | null = null
  let fewest = slipsAllowed([...token].length) + 1
  for (const name of names) {
    const { steps: slips } = damerauLevenshtein(token, name)
    if (slips < fewest && slips < [...name].length) {
      nearest = name
      fewest = slips
    }
  }
  return nearest
}

/** `rest` is what follows, trimmed, as typed. `nearest` is the name (not the word) that was probably meant, null for an empty text too. */
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
