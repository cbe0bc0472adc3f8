// Tells who is named in what people typed and a request holds, so that each of them finds the request in the log.
import type { UserId } from '../../core/ids.ts'
import { simplified } from '../../core/simplified.ts'
import { foldText } from '../../core/text.ts'
import { ALSO_WORDS, COMMON_WORDS } from './common-words.ts'

export interface KnownPerson {
  userId: UserId
  name: string
  /** Of a team of whoever asks: a part of the name means them, too. */
  isTeammate: boolean
}

/**
 * Too many rather than too few: by the whole name; by one word of it, or in Chinese the given name, where nobody else has
 * it or it is a teammate's.
 */
export function peopleNamed(texts: readonly string[], people: readonly KnownPerson[]): UserId[] {
  if (texts.length === 0) return []
  const typed = texts.join('\n')
  const written: Written = {
    words: ` ${plainWords(typed)} `,
    mayBeNames: new Set(
      [...typed.matchAll(WORD)].flatMap(({ 0: word, index }) =>
        mayBeName(word, OPENS.test(typed.slice(0, index))) ? [foldText(withoutEnding(word))] : [],
      ),
    ),
  }
  const partly = people.map((person) => ({ person, parts: partsIn(person, written) }))
  const holders = Map.groupBy(
    partly.flatMap(({ parts }) => parts),
    (part) => part,
  )
  return partly.flatMap(({ person, parts }) => {
    const isMeant = parts.some((part) => person.isTeammate || holders.get(part)!.length === 1)
    return isMeant || isWhole(person, written) ? [person.userId] : []
  })
}

interface Written {
  /** Folded, with nothing but letters and digits. */
  words: string
  /** Words in Latin letters, folded. */
  mayBeNames: ReadonlySet<string>
}

const plainWords = (text: string): string =>
  simplified(foldText(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
const WORD = /[\p{Script=Latin}\p{M}]+(?:['’][\p{Script=Latin}\p{M}]+)*/gu
const OPENS = /(?:^|[.!?:…])[\s()]*$/u
/** Common words are names only with a capital, and not where they begin a sentence, as all words have one there. */
function mayBeName(word: string, opens: boolean): boolean {
  const small = withoutEnding(word).toLowerCase()
  if (!/^\p{Lu}/u.test(word)) return !COMMON_WORDS.has(small) && !ALSO_WORDS.has(small)
  return !(opens && COMMON_WORDS.has(small))
}
/** 'Ann' of 'Ann’s'. */
const withoutEnding = (word: string): string => word.replace(/['’].*$/u, '')

const HAN_NAME = /\p{Script=Han}{2,}/gu
const GIVEN_LENGTH = 2
const hanIn = (name: string): string[] => plainWords(name).match(HAN_NAME) ?? []

function isWhole({ name }: KnownPerson, { words, mayBeNames }: Written): boolean {
  const whole = plainWords(name)
  if (whole === '') return false
  if (hanIn(name).some((one) => words.includes(one))) return true
  return whole.includes(' ') ? words.includes(` ${whole} `) : mayBeNames.has(foldText(name.trim()))
}

function partsIn({ name }: KnownPerson, { words, mayBeNames }: Written): string[] {
  const latin = (name.match(WORD) ?? []).map(withoutEnding)
  const given = hanIn(name).flatMap((one) => (one.length > GIVEN_LENGTH ? [one.slice(-GIVEN_LENGTH)] : []))
  return [
    ...new Set(latin.filter((part) => part.length > 1 && mayBeNames.has(foldText(part)))),
    ...given.filter((part) => words.includes(part)),
  ]
}
