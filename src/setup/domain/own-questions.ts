// Decides which of a report's own questions are the ones that the team had, so that answers and marks stay with them.
import type { ReportQuestion } from '../../org/domain/team.ts'

/** From here on a changed line is the same question in other words: below, one word can say the opposite. */
const SAME_FROM = 0.9
const PAIR = 2
/** FNV-1a, 32 bits. */
const HASH = { basis: 0x811c9dc5, prime: 0x01000193, base: 36 }

export interface KnownQuestion {
  key: string
  text: string
  /** As it was. Null: it is new. */
  before: ReportQuestion | null
}

/** The same text first, then what was reworded, the most alike first. What is new gets a key that no stored question has. */
export function knownQuestions(texts: readonly string[], stored: readonly ReportQuestion[]): KnownQuestion[] {
  const found = new Map<string, ReportQuestion>()
  const left = new Set(stored)
  const pairs = texts
    .flatMap((text) => stored.map((one) => ({ text, one, share: alikeness(one.text, text) })))
    .filter(({ share }) => share >= SAME_FROM)
    .toSorted((one, other) => other.share - one.share)
  for (const { text, one } of pairs) if (!found.has(text) && left.delete(one)) found.set(text, one)
  const taken = new Set(stored.map(({ key }) => key))
  return texts.map((text) => {
    const before = found.get(text) ?? null
    return { key: before?.key ?? newKey(text, taken), text, before }
  })
}

/** True: but for spaces, punctuation and case. */
export const isSameText = (one: string, other: string): boolean => lettersOf(one) === lettersOf(other)

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '')

const IDENTICAL = 2

/** The share of the pairs of letters that both have, 0 to 1; more where the text is the same. */
function alikeness(one: string, other: string): number {
  if (one === other) return IDENTICAL
  if (isSameText(one, other)) return 1
  const [own, others] = [pairsOf(one), pairsOf(other)]
  return (2 * own.intersection(others).size) / Math.max(1, own.size + others.size)
}

function pairsOf(text: string): Set<string> {
  const letters = [...text.toLowerCase()]
  return new Set(letters.slice(1).map((_, index) => letters.slice(index, index + PAIR).join('')))
}

const hashOf = (text: string): string =>
  [...text]
    .reduce((hash, letter) => Math.imul(hash ^ letter.codePointAt(0)!, HASH.prime) >>> 0, HASH.basis)
    .toString(HASH.base)

function newKey(text: string, taken: Set<string>): string {
  const key = `own-${hashOf(text)}`
  let free = key
  for (let more = 2; taken.has(free); more += 1) free = `${key}-${more}`
  taken.add(free)
  return free
}
