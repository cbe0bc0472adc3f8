// What a model has to answer with: sentences with placeholders for all figures, names, dates and quotes.
import { z } from 'zod'

export const MOST_CLAIMS = 12
export const CLAIM_LENGTH = 400
const MOST_NOT_COVERED = 5

/** `part`: where the sentence belongs; null where the text has no parts. */
export const Claims = z.strictObject({
  claims: z
    .array(z.strictObject({ text: z.string().max(2000), part: z.string().max(40).nullable().default(null) }))
    .min(1)
    .max(50),
  notCovered: z.array(z.string().max(2000)).max(50),
})
export type Claims = z.infer<typeof Claims>

export const isTooMany = ({ claims, notCovered }: Claims): boolean =>
  claims.length > MOST_CLAIMS || notCovered.length > MOST_NOT_COVERED

const PLACEHOLDER = /\{\{\s*([A-Za-z0-9][A-Za-z0-9._-]{0,80})\s*\}\}/gu

export interface Piece {
  /** Null: it is a placeholder. */
  words: string | null
  key: string | null
}

/** The text cut at its placeholders. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const found of text.matchAll(PLACEHOLDER)) {
    if (found.index > from) pieces.push({ words: text.slice(from, found.index), key: null })
    pieces.push({ words: null, key: found[1]! })
    from = found.index + found[0].length
  }
  if (from < text.length) pieces.push({ words: text.slice(from), key: null })
  return pieces
}
