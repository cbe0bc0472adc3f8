// Finds a team's name at the begin or the end of a typed text: 'Munich last week', '上周 华东'.
import { simplified } from '../../core/simplified.ts'
import { foldText } from '../../core/text.ts'

export interface TeamInWords<T> {
  /** Several, if the words fit several. */
  teams: readonly T[]
  words: string
  /** False: the words are only a part of the name. */
  isWhole: boolean
  /** The folded text without the words. */
  rest: string
}

const HAN = /\p{Script=Han}/u
/** Shorter words name no team, unless it is called just so. */
const SHORTEST = { letters: 3, han: 2 }

const isName = (name: string, words: string): boolean => name === words

/** No team is called by more; longer words are compared as they are. */
const LONGEST_NAME = 100

/** From strict to loose: the whole name, its beginning or that of one of its words. */
const RULES: readonly ((name: string, words: string) => boolean)[] = [
  isName,
  (name, words) =>
    words.length >= (HAN.test(words) ? SHORTEST.han : SHORTEST.letters) &&
    (name.startsWith(words) || name.includes(` ${words}`) || (HAN.test(words) && name.includes(words))),
]

/** All that can be meant, the best first: whole names before beginnings, and more words before fewer. */
export function teamsInWords<T extends { name: string }>(
  text: string,
  teams: readonly T[],
): TeamInWords<T>[] {
  const folded = foldText(text)
  const named = teams.map((team) => ({ team, name: simplified(foldText(team.name)) }))
  const cuts = cutsOf(folded)
  return RULES.flatMap((fits) =>
    cuts.flatMap(({ words, rest }) => {
      const typed = words.length > LONGEST_NAME ? words : simplified(words)
      const fitting = named.filter(({ name }) => fits(name, typed)).map(({ team }) => team)
      return fitting.length > 0 ? [{ teams: fitting, words, isWhole: fits === isName, rest }] : []
    }),
  )
}

function cutsOf(text: string): { words: string; rest: string }[] {
  const ends = Array.from({ length: text.length }, (_, index) => index + 1).filter((at) =>
    isBetweenWords(text, at),
  )
  const atBegin = ends.map((at) => ({ words: text.slice(0, at), rest: text.slice(at) }))
  const atEnd = ends.map((at) => ({ words: text.slice(at), rest: text.slice(0, at) }))
  return [...atBegin, ...atEnd]
    .map(({ words, rest }) => ({ words: words.trim(), rest: rest.trim() }))
    .filter(({ words }) => words !== '')
    .toSorted((one, other) => other.words.length - one.words.length)
}

/** Chinese has no spaces. */
function isBetweenWords(text: string, at: number): boolean {
  const [before, after] = [text[at - 1] ?? ' ', text[at] ?? ' ']
  return [before, after].some((one) => one === ' ' || HAN.test(one))
}
