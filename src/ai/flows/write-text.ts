// Lets a model write a text from facts, checks it, and shows the plain version where it may not be shown.
import type { RenderedClaim } from '../domain/fact.ts'

export interface WrittenText {
  /** `model`: it has to be marked as such. */
  by: 'model' | 'plain'
  claims: readonly RenderedClaim[]
  notCovered: readonly string[]
}
