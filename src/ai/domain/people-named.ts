// Tells who is named in what people typed and a request holds, so that each of them finds the request in the log.
import type { UserId } from '../../core/ids.ts'
import { simplified } from '../../core/simplified.ts'
import { foldText } from '../../core/text.ts'
import { COMMON_WORDS } from './common-words.ts'

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
    capitals: new Set(
      [...typed.matchAll(WORD)].flatMap(({ 0: word, index }) =>
        mayBeName(word, OPENS.test(typed.slice(0, index))) ? [withoutEnding(word)] : [],
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
  capitals: ReadonlySet<string>
}

const plainWords = (text: string): string =>
  simplified(foldText(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
const WORD = /[\p{Script=Latin}\p{M}]+(?:['’][\p{Script=Latin}\p{M}]+)*/gu
const OPENS = /(?:^|[.!?:…])[\s()]*$/u
/** `opens`: it begins a sentence, where common words have a capital, too. */
const mayBeName = (word: string, opens: boolean): boolean =>
  /^\p{Lu}/u.test(word) && !(opens && COMMON_WORDS.has(withoutEnding(word).toLowerCase()))
/** 'Ann' of 'Ann’s'. */
const withoutEnding = (word: string): string => word.replace(/['’].*$/u, '')

const HAN_NAME = /\p{Script=Han}{2,}/gu
const GIVEN_LENGTH = 2
const hanIn = (name: string): string[] => plainWords(name).match(HAN_NAME) ?? []

function isWhole({ name }: KnownPerson, { words, capitals }: Written): boolean {
  const whole = plainWords(name)
  if (whole === '') return false
  if (hanIn(name).some((one) => words.includes(one))) return true
  return whole.includes(' ') ? words.includes(` ${whole} `) : capitals.has(name.trim())
}

function partsIn({ name }: KnownPerson, { words, capitals }: Written): string[] {
  const latin = (name.match(WORD) ?? []).map(withoutEnding)
  const given = hanIn(name).flatMap((one) => (one.length > GIVEN_LENGTH ? [one.slice(-GIVEN_LENGTH)] : []))
  return [
    ...new Set(latin.filter((part) => part.length > 1 && capitals.has(part))),
    ...given.filter((part) => words.includes(part)),
  ]
}
