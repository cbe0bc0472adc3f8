// Decides whether a model's sentences may be shown: each is made of facts alone, or is advice where advice is wanted.
import { isAdvice } from './advice.ts'
import { bareDate } from './check/dates.ts'
import { bareFigure } from './check/figures.ts'
import { otherLanguage } from './check/language.ts'
import { unknownName } from './check/names.ts'
import { otherSign } from './check/signs.ts'
import { inventedTrend } from './check/trends.ts'
import type { Check } from './claim-text.ts'
import { CLAIM_LENGTH, type Claims, isTooMany, type Sentence, sentencesOf } from './claims.ts'
import type { Fact, FactSheet, RenderedClaim, Vocabulary } from './fact.ts'
import { otherWords } from './linking-words.ts'
import { renderClaims } from './render-claims.ts'

export type TextRefusal =
  | 'unknown-placeholder'
  | 'own-words'
  | 'no-source'
  | 'figure'
  | 'name'
  | 'sign'
  | 'trend'
  | 'date'
  | 'too-long'
  | 'language'
  | 'says-nothing'

interface Refused {
  ok: false
  reason: TextRefusal
  /** The words that are refused. */
  what: string
}

export type CheckedText =
  | { ok: true; claims: readonly RenderedClaim[]; notCovered: readonly string[] }
  | Refused

/** Of a sentence without a fact, in this order: the first that finds something refuses. */
const CHECKS: readonly (readonly [TextRefusal, Check])[] = [
  ['sign', otherSign],
  ['language', otherLanguage],
  ['date', bareDate],
  ['figure', bareFigure],
  ['name', unknownName],
  ['trend', inventedTrend],
]

/**
 * A claim is a sentence. It has a source or it is not shown: either it is made of facts, which are true wherever they
 * stand, and of linking words, which say nothing; or it is advice, on a sheet that takes it, without a figure, name,
 * date or trend. The first sentence that is neither refuses the whole text. What the model says that it does not cover
 * is left out where it does not pass, as what the sheet says stands there anyway.
 */
export function checkClaims(written: Claims, sheet: FactSheet, vocabulary: Vocabulary): CheckedText {
  if (isTooMany(written)) return refused('too-long', `${written.claims.length} claims`)
  const facts = new Map(sheet.facts.map((fact) => [fact.key, fact]))
  for (const { text } of written.claims) {
    const wrong = wrongIn(text, { facts, sheet, vocabulary })
    if (wrong) return wrong
  }
  const claims = renderClaims(written.claims, facts, sheet)
  if (claims.every(({ sources }) => sources.length === 0))
    return refused('says-nothing', written.claims[0]?.text ?? '')
  const uncovered = written.notCovered
    .map((text) => text.trim())
    .filter((text) => text !== '' && wrongWords(text, { sheet, vocabulary }) === null)
  return { ok: true, claims, notCovered: [...new Set([...sheet.notCovered, ...uncovered])] }
}

const refused = (reason: TextRefusal, what: string): Refused => ({ ok: false, reason, what })

interface Within {
  facts: ReadonlyMap<string, Fact>
  sheet: FactSheet
  vocabulary: Vocabulary
}

function wrongIn(text: string, within: Within): Refused | null {
  if ([...text].length > CLAIM_LENGTH) return refused('too-long', text)
  if (text.trim() === '') return refused('says-nothing', text)
  for (const sentence of sentencesOf(text)) {
    const wrong = sentence.keys.length > 0 ? wrongBeside(sentence, within) : wrongWithout(sentence, within)
    if (wrong) return wrong
  }
  return null
}

/** Facts are joined by a sign or a linking word each, and the sentence ends with one: what follows it could turn it round. */
function wrongBeside({ keys, between }: Sentence, { facts, sheet }: Within): Refused | null {
  const unknown = keys.find((key) => !facts.has(key))
  if (unknown !== undefined) return refused('unknown-placeholder', `{{${unknown}}}`)
  const last = between.at(-1)!.trim()
  if (!/^[.。]?$/u.test(last)) return refused('own-words', last)
  for (const words of between.slice(0, -1)) {
    const other = otherWords(words, sheet.locale)
    if (other !== null) return refused('own-words', other)
  }
  return between.slice(1, -1).some((words) => words.trim() === '') ? refused('own-words', ' ') : null
}

function wrongWithout({ between }: Sentence, { sheet, vocabulary }: Within): Refused | null {
  const words = between.join('').trim()
  const wrong = wrongWords(words, { sheet, vocabulary })
  if (wrong) return wrong
  return sheet.mayAdvise && isAdvice(words, sheet.locale) ? null : refused('no-source', words)
}

function wrongWords(words: string, { sheet, vocabulary }: Omit<Within, 'facts'>): Refused | null {
  if ([...words].length > CLAIM_LENGTH) return refused('too-long', words)
  for (const [reason, check] of CHECKS) {
    const what = check({ words, locale: sheet.locale, vocabulary })
    if (what !== null) return refused(reason, what)
  }
  return null
}
