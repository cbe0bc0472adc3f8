// Decides whether a model's sentences may be shown: only what the facts say, about whom they say it, in the reader's language.
import { bareDate } from './check/dates.ts'
import { bareFigure } from './check/figures.ts'
import { otherLanguage } from './check/language.ts'
import { nameOfSomebody, unknownName } from './check/names.ts'
import { otherSign } from './check/signs.ts'
import { deniedFigure, inventedTrend } from './check/trends.ts'
import { unitBeside } from './check/units.ts'
import { LABEL, type Labelled, otherLabel, readLabels } from './claim-labels.ts'
import { otherPeriod, otherSubject } from './claim-subjects.ts'
import { type Check, type ClaimText, HOLE } from './claim-text.ts'
import { CLAIM_LENGTH, type Claims, isTooMany, piecesOf } from './claims.ts'
import type { Fact, FactSheet, RenderedClaim, Vocabulary } from './fact.ts'

export type TextRefusal =
  | 'unknown-placeholder'
  | 'figure'
  | 'unit'
  | 'name'
  | 'sign'
  | 'other-subject'
  | 'other-label'
  | 'other-period'
  | 'trend'
  | 'denied'
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

/** In this order: the first that finds something refuses. */
const CHECKS: readonly (readonly [TextRefusal, Check])[] = [
  ['sign', otherSign],
  ['language', otherLanguage],
  ['unit', unitBeside],
  ['date', bareDate],
  ['figure', bareFigure],
  ['name', unknownName],
  ['other-subject', otherSubject],
  ['other-period', otherPeriod],
  ['trend', inventedTrend],
  ['denied', deniedFigure],
]

/**
 * The first thing that must not be shown refuses the whole text. What the model says that it does not cover is left out
 * where it does not pass, as what the sheet says stands there anyway.
 */
export function checkClaims(written: Claims, sheet: FactSheet, vocabulary: Vocabulary): CheckedText {
  if (isTooMany(written)) return refused('too-long', `${written.claims.length} claims`)
  const read = written.claims.map(({ text, part }) => ({ part, checked: readClaim(text, sheet, vocabulary) }))
  const wrong = read.find(({ checked }) => !checked.ok)?.checked
  if (wrong && !wrong.ok) return wrong
  const claims = read.flatMap(({ part, checked }) =>
    checked.ok ? [render(checked.pieces, checked.facts, part, sheet)] : [],
  )
  if (claims.every(({ sources }) => sources.length === 0))
    return refused('says-nothing', written.claims[0]?.text ?? '')
  const uncovered = written.notCovered.filter((text) => {
    const checked = readClaim(text, sheet, vocabulary)
    return checked.ok && checked.facts.length === 0
  })
  return {
    ok: true,
    claims,
    notCovered: [...new Set([...sheet.notCovered, ...uncovered.map((text) => text.trim())])],
  }
}

const refused = (reason: TextRefusal, what: string): Refused => ({ ok: false, reason, what })

type ReadClaim = { ok: true; pieces: readonly (string | Fact)[]; facts: readonly Fact[] } | Refused

function readClaim(text: string, sheet: FactSheet, vocabulary: Vocabulary): ReadClaim {
  if ([...text].length > CLAIM_LENGTH) return refused('too-long', text)
  if (text.includes(HOLE) || text.includes(LABEL)) return refused('sign', HOLE)
  if (text.trim() === '') return refused('says-nothing', text)
  const known = new Map(sheet.facts.map((fact) => [fact.key, fact]))
  const pieces: (string | Fact)[] = []
  for (const { words, key } of piecesOf(text)) {
    const piece = key === null ? words! : known.get(key)
    if (piece === undefined) return refused('unknown-placeholder', `{{${key}}}`)
    pieces.push(piece)
  }
  const facts = pieces.filter((piece) => typeof piece !== 'string')
  const whole = pieces.map((piece) => (typeof piece === 'string' ? piece : HOLE)).join('')
  const labelled = readLabels(whole, facts, sheet)
  for (const [reason, check] of CHECKS) {
    const what = check({ words: labelled.words, facts, sheet, vocabulary })
    if (what !== null) return refused(reason, what)
  }
  const label = otherLabel(labelled, facts) ?? sayingLabel(labelled, facts, { sheet, vocabulary })
  return label === null ? { ok: true, pieces, facts } : refused('other-label', label)
}

/** A team may call a metric what it likes: beside its figure the name is a name, alone it could be a sentence about somebody. */
const SAYING: readonly Check[] = [bareFigure, bareDate, inventedTrend, nameOfSomebody]

/** Null: no metric is named without a figure whose name says something itself. Else that name. */
function sayingLabel(
  { labels }: Labelled,
  facts: readonly Fact[],
  of: Pick<ClaimText, 'sheet' | 'vocabulary'>,
): string | null {
  if (facts.some(({ label }) => label !== undefined)) return null
  const saysSomething = (words: string) => SAYING.some((check) => check({ ...of, words, facts: [] }) !== null)
  return [...labels].find(saysSomething) ?? null
}

const QUOTED = { en: ['“', '”'], 'zh-CN': ['“', '”'], 'zh-TW': ['「', '」'] } as const

function render(
  pieces: readonly (string | Fact)[],
  facts: readonly Fact[],
  part: string | null,
  { locale }: FactSheet,
): RenderedClaim {
  const [open, close] = QUOTED[locale]
  const written = pieces.map((piece) => {
    if (typeof piece === 'string') return piece
    return piece.kind === 'quote' ? open + piece.text + close : piece.text
  })
  const [first = ''] = pieces
  const text = written.join('').trim()
  const opensWithDate = typeof first !== 'string' && first.kind === 'date'
  return {
    text: opensWithDate ? text.charAt(0).toLocaleUpperCase(locale) + text.slice(1) : text,
    sources: [...new Set(facts.map(({ source }) => source.command))],
    part,
  }
}
