// Finds the people that a typed name can mean: the name, a mention, a handle or the first part of an e-mail address.
import { simplified } from '../../core/simplified.ts'
import { foldText } from '../../core/text.ts'

interface Named {
  userId: string
  name: string
}

const MENTION = /^<@([A-Z][\w-]{0,63})(?:\|[^>]*)?>$/u
/** Around a name: '@ann', '"Ann"', 'Ann (North)'. */
const AROUND = /^[@"'“”]+|["'“”]+$/gu
const IN_BRACKETS = /\s*[([【].*[)\]】]\s*/gu
const AT_DOMAIN = /@[\w.-]+\.\w{2,}$/u

/** The words of a name without accents: 'Weber, Jonas', 'jonas.weber' and 'Jonas  Weber' have the same two. */
const wordsOf = (folded: string): string[] =>
  folded
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[\s.,_·•-]+/u)
    .filter((word) => word !== '')

const foldName = (name: string): string => simplified(foldText(name))

const foldedNames = new WeakMap<Named, string>()

/** Each person's name is folded once, however many lines name people. */
function foldedName(person: Named): string {
  const known = foldedNames.get(person) ?? foldName(person.name)
  foldedNames.set(person, known)
  return known
}

const sameWords = (name: string, typed: string): boolean =>
  wordsOf(name).toSorted().join(' ') === wordsOf(typed).toSorted().join(' ')

/** 'jweber' and 'j.weber' for Jonas Weber. */
function isHandleOf(name: string, typed: string): boolean {
  const [first = '', ...others] = wordsOf(name)
  const last = others.at(-1)
  const handle = wordsOf(typed).join('')
  return (
    last !== undefined && [`${first}${last}`, `${first[0]}${last}`, `${first}${last[0]}`].includes(handle)
  )
}

/** From strict to loose; a name in Chinese is often typed without what stands beside it. */
const RULES: readonly ((name: string, typed: string) => boolean)[] = [
  (name, typed) => name === typed,
  sameWords,
  (name, typed) => name.replace(IN_BRACKETS, '') === typed.replace(IN_BRACKETS, ''),
  isHandleOf,
  (name, typed) => wordsOf(typed).every((word) => wordsOf(name).includes(word)),
  (name, typed) => /\p{Script=Han}/u.test(typed) && [...typed].length > 1 && name.includes(typed),
]

/** Those of the strictest rule that fits any: several where it would be a guess. */
export function matchPeople<Person extends Named>(typed: string, people: readonly Person[]): Person[] {
  const text = typed.trim()
  const userId = MENTION.exec(text)?.[1] ?? text
  const byId = people.filter((one) => one.userId === userId)
  if (byId.length > 0 || MENTION.test(text)) return byId
  const name = foldName(text).replace(AROUND, '').replace(AT_DOMAIN, '').trim()
  if (wordsOf(name).length === 0) return []
  for (const fits of RULES) {
    const found = people.filter((one) => fits(foldedName(one), name))
    if (found.length > 0) return found
  }
  return []
}

/** So many words a name may have. */
const NAME_WORDS = 5

/** Who is named first in a typed text, or behind its '@', and what else it says: the longest name that is somebody's. */
export function namedIn<Person extends Named>(
  text: string,
  people: readonly Person[],
): { found: Person[]; rest: string } {
  const at = text.search(/(?<=^|\s)@/u)
  const before = at > 0 ? text.slice(0, at).trim() : ''
  const words = text.slice(Math.max(at, 0)).split(/\s+/u).filter(Boolean)
  for (let length = Math.min(words.length, NAME_WORDS); length > 0; length -= 1) {
    const found = matchPeople(words.slice(0, length).join(' '), people)
    const rest = [before, ...words.slice(length)].filter(Boolean).join(' ')
    if (found.length > 0) return { found, rest }
  }
  return { found: [], rest: text }
}
