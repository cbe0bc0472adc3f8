// Decides which of a report's own questions are the ones that the team had, so that answers and marks stay with them.
import type { ReportQuestion } from '../../org/domain/team.ts'

/** From here on a changed line is the same question in other words. */
const SAME_FROM = 0.5
const PAIR = 2
/** FNV-1a, 32 bits. */
const HASH = { basis: 0x811c9dc5, prime: 0x01000193, base: 36 }

export interface KnownQuestion {
  key: string
  text: string
  /** As it was. Null: it is new. */
  before: ReportQuestion | null
}

/** The same text first, then what was reworded, in order. What is new gets a key that none of another text has had. */
export function knownQuestions(texts: readonly string[], stored: readonly ReportQuestion[]): KnownQuestion[] {
  const left = [...stored]
  const take = (isIt: (one: ReportQuestion) => boolean): ReportQuestion | null => {
    const index = left.findIndex(isIt)
    return index < 0 ? null : left.splice(index, 1)[0]!
  }
  const same = texts.map((text) => take((one) => one.text === text))
  const found = texts.map((text, index) => same[index] ?? take((one) => isAlike(one.text, text)))
  const taken = new Set(stored.map(({ key }) => key))
  return texts.map((text, index) => {
    const before = found[index] ?? null
    return { key: before?.key ?? newKey(text, taken), text, before }
  })
}

/** By the pairs of letters that both have. */
function isAlike(one: string, other: string): boolean {
  const [own, others] = [pairsOf(one), pairsOf(other)]
  const share = (2 * own.intersection(others).size) / Math.max(1, own.size + others.size)
  return share >= SAME_FROM
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
