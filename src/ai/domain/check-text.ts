// Decides whether a model's sentences may be shown: each is made of facts alone, or is advice of ours where advice is wanted.
import { CLAIM_LENGTH, type Claims, isFullStop, isTooMany, type Sentence, sentencesOf } from './claims.ts'
import type { Fact, FactSheet, RenderedClaim } from './fact.ts'
import { otherWords } from './linking-words.ts'
import { isAdvice, leftOutIn } from './own-sentences.ts'
import { renderClaims } from './render-claims.ts'

export type TextRefusal =
  | 'unknown-placeholder'
  | 'own-words'
  | 'no-source'
  | 'advice-beside-facts'
  | 'too-long'
  | 'says-nothing'
  /** Said by whoever knows which parts a text has. */
  | 'wrong-part'

interface Refused {
  ok: false
  reason: TextRefusal
}

export type CheckedText =
  | { ok: true; claims: readonly RenderedClaim[]; notCovered: readonly string[] }
  | Refused

/**
 * A claim is a sentence. It has a source or it is not shown: either it is made of facts, which are true wherever they
 * stand, and of linking words, which say nothing; or it is one of our own pieces of advice, on a sheet that takes advice.
 * The first sentence that is neither refuses the whole text. Advice is a claim of its own and stands after all facts, so that
 * 'Start with what went well.' is no heading of any. What the model says that it does not cover is shown where it
 * is one of our own phrases, and else left out, as what the sheet says stands there anyway.
 */
export function checkClaims(written: Claims, sheet: FactSheet, byStandIn = false): CheckedText {
  if (isTooMany(written)) return refused('too-long')
  const facts = new Map(sheet.facts.map((fact) => [fact.key, fact]))
  for (const { text } of written.claims) {
    const wrong = wrongIn(text, facts, sheet)
    if (wrong) return wrong
  }
  const claims = renderClaims(written.claims, facts, sheet)
  const [told, advice] = [
    claims.filter(({ sources }) => sources.length > 0),
    claims.filter(({ sources }) => sources.length === 0),
  ]
  if (told.length === 0) return refused('says-nothing')
  const leftOut = leftOutIn(written.notCovered, { locale: sheet.locale, byStandIn })
  const notCovered = new Set([...sheet.notCovered, ...leftOut])
  return { ok: true, claims: [...told, ...advice], notCovered: [...notCovered] }
}

const refused = (reason: TextRefusal): Refused => ({ ok: false, reason })

type FactsByKey = ReadonlyMap<string, Fact>

function wrongIn(text: string, facts: FactsByKey, sheet: FactSheet): Refused | null {
  if ([...text].length > CLAIM_LENGTH) return refused('too-long')
  if (text.trim() === '') return refused('says-nothing')
  const sentences = sentencesOf(text)
  for (const sentence of sentences) {
    const wrong =
      sentence.keys.length > 0 ? wrongBeside(sentence, facts, sheet) : wrongWithout(sentence, sheet)
    if (wrong) return wrong
  }
  const told = sentences.filter(({ keys }) => keys.length > 0)
  return told.length === 0 || told.length === sentences.length ? null : refused('advice-beside-facts')
}

/**
 * Facts are joined by a sign or a linking word each, where it goes on with somebody else by a semicolon, so that nobody is
 * added to a list; and the sentence ends with a fact, as what follows it could turn it round.
 */
function wrongBeside({ keys, between }: Sentence, facts: FactsByKey, { locale }: FactSheet): Refused | null {
  const unknown = keys.find((key) => !facts.has(key))
  if (unknown !== undefined) return refused('unknown-placeholder')
  if (!isFullStop(between.at(-1)!)) return refused('own-words')
  for (const [index, words] of between.slice(0, -1).entries()) {
    const other = otherWords(words, locale)
    if (other !== null) return refused('own-words')
    const [before, behind] = [keys[index - 1], keys[index]!].map((key) => key && facts.get(key)!.about.id)
    const joins = before === behind ? words.trim() !== '' : /^\s*[;；]/u.test(words)
    if (index > 0 && !joins) return refused('own-words')
  }
  return null
}

function wrongWithout({ between }: Sentence, { locale, mayAdvise }: FactSheet): Refused | null {
  const words = between.join('').trim()
  return mayAdvise && isAdvice(words, locale) ? null : refused('no-source')
}
