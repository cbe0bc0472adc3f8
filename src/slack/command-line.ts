// Parses the text after /kpi in every supported language, and suggests the nearest command for a typing error.
import damerauLevenshtein from 'damerau-levenshtein'
import { foldText } from '../core/text.ts'

export interface CommandWord {
  word: string
  /** All names that a person may type for it; `word` itself may be left out. */
  names: readonly string[]
  /** Names that also say something about what is meant, and so stay in the rest: 'sick', '出差'. */
  telling?: readonly string[]
}
export type ParsedCommand = { ok: true; word: string; rest: string } | { ok: false; nearest: string | null }

/** Longer input cannot match or resemble a command, so it is not compared. In code points. */
const LONGEST_NAME = 40
/** 'what can you do' */
const MOST_WORDS = 4
const WRITTEN_WITHOUT_SPACES = /[\p{Script=Han}]/u
/** Typed by habit before what is meant. */
const PREFIX = /^\s*[/／]?kpi(?=\s|$)/iu
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u
const BETWEEN_WORDS = /[\s_-]+/gu
const CLOSING_SIGNS = /[?!.,:;。、…~]+$/u
/** A suggestion shares more than one character with what was typed. */
const LEAST_SHARED = 2

interface Name {
  word: string
  isTelling: boolean
}

/** The same for 'Leave-team', 'leave team', 'ＬＥＡＶＥＴＥＡＭ' and 'leaveteam!'. A '?' alone stays. */
export function foldName(name: string): string {
  const folded = foldText(name).replace(BETWEEN_WORDS, '')
  return folded.replace(CLOSING_SIGNS, '') || folded.slice(0, 1)
}

/** The first of two that claim the same name has it. */
function namesOf(words: readonly CommandWord[]): ReadonlyMap<string, Name> {
  const names = new Map<string, Name>()
  const add = (name: string, entry: Name) => names.has(name) || names.set(name, entry)
  for (const { word, names: more, telling = [] } of words) {
    for (const name of [word, ...more]) add(foldName(name), { word, isTelling: false })
    for (const name of telling) add(foldName(name), { word, isTelling: true })
  }
  return names
}

const partsOf = (name: Name, rest: string, typed: string): { word: string; rest: string } => ({
  word: name.word,
  rest: (name.isTelling ? `${typed} ${rest.trimStart()}` : rest).trim(),
})

/** The longest name of whole words that the text begins with. */
function leadingWords(text: string, names: ReadonlyMap<string, Name>) {
  const found = [...text.slice(0, LONGEST_NAME * MOST_WORDS).matchAll(/\S+/gu)].slice(0, MOST_WORDS)
  for (const [index, match] of [...found.entries()].reverse()) {
    // Signs that stand alone belong to what follows.
    if (index > 0 && !LETTER_OR_DIGIT.test(match[0])) continue
    const end = match.index + match[0].length
    const typed = text.slice(0, end)
    const name = [...typed].length <= LONGEST_NAME ? names.get(foldName(typed)) : undefined
    if (name) return partsOf(name, text.slice(end), typed)
  }
  return null
}

/** The longest name that the text begins with. Chinese has no spaces: '排行榜本月' is the name '排行榜' and the rest '本月'. */
function leadingCharacters(text: string, names: ReadonlyMap<string, Name>) {
  const points = [...(/^\S+/u.exec(text)?.[0] ?? '')].slice(0, LONGEST_NAME)
  for (let length = points.length; length > 0; length -= 1) {
    const typed = points.slice(0, length).join('')
    const name = WRITTEN_WITHOUT_SPACES.test(typed) ? names.get(foldName(typed)) : undefined
    if (name) return partsOf(name, text.slice(typed.length), typed)
  }
  return null
}

/**
 * How many typing errors (Damerau-Levenshtein distance) a word of this length may have: none for one letter, one below
 * five letters, two for longer words.
 */
const maxTypingErrors = (length: number): number => (length < 2 ? 0 : length < 5 ? 1 : 2)

function sharedCharacters(one: string, other: string): number {
  const left = [...other]
  const shared = [...one].filter((point) => {
    const index = left.indexOf(point)
    if (index >= 0) left.splice(index, 1)
    return index >= 0
  })
  return shared.length
}

function nearestName(token: string, names: Iterable<string>): string | null {
  let nearest: string | null = null
  let fewest = maxTypingErrors([...token].length) + 1
  for (const name of names) {
    const { steps: errors } = damerauLevenshtein(token, name)
    if (errors < fewest && sharedCharacters(token, name) >= LEAST_SHARED) {
      nearest = name
      fewest = errors
    }
  }
  return nearest
}

/** `rest`: the trimmed text after the command. `nearest`: the most similar name (it may be an alias), null where none is similar. */
export function parseCommand(text: string, words: readonly CommandWord[]): ParsedCommand {
  const trimmed = text.replace(PREFIX, '').trim()
  const names = namesOf(words)
  const found = leadingWords(trimmed, names) ?? leadingCharacters(trimmed, names)
  if (found) return { ok: true, ...found }
  const token = /^\S+/u.exec(trimmed)?.[0] ?? ''
  const short = [...token].length <= LONGEST_NAME
  return { ok: false, nearest: short ? nearestName(foldName(token), names.keys()) : null }
}
