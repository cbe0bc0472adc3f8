// Decides whether a model's sentences may be shown: only what the facts say, about whom they say it, in the reader's language.
import type { Claims } from './claims.ts'
import type { FactSheet, RenderedClaim, Vocabulary } from './fact.ts'

export type TextRefusal =
  | 'unknown-placeholder'
  | 'figure'
  | 'unit'
  | 'name'
  | 'mark'
  | 'other-subject'
  | 'other-label'
  | 'other-period'
  | 'trend'
  | 'date'
  | 'too-long'
  | 'language'
  | 'says-nothing'

export type CheckedText =
  | { ok: true; claims: readonly RenderedClaim[]; notCovered: readonly string[] }
  /** `what`: the words that are refused. */
  | { ok: false; reason: TextRefusal; what: string }

/** The first thing that must not be shown refuses the whole text. */
export function checkClaims(_written: Claims, _sheet: FactSheet, _vocabulary: Vocabulary): CheckedText {
  return { ok: false, reason: 'says-nothing', what: '' }
}
