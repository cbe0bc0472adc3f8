// What a model has to answer with: sentences with placeholders for facts.
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

export interface Sentence {
  /** Of its placeholders, in their order. */
  keys: readonly string[]
  /** The words before the first placeholder, between each two, and behind the last. */
  between: readonly string[]
}

const HOLE = '\uFFFC'

/** A list mark is followed by a space: a minus is none. */
const LIST_MARK = /^[^\S\r\n]*[-–•*·][^\S\r\n]+/gmu
/** A line that ends with a placeholder is a sentence. */
const LINE_ENDS = /(?<=\uFFFC)[^\S\r\n]*[\r\n]+\s*/gu

/**
 * Cut behind full stops, the sign for them in either script, and at placeholders. A text that holds the sign of a placeholder is
 * none of placeholders. Line breaks are spaces, and list marks are nothing.
 */
export function sentencesOf(text: string): Sentence[] {
  const keys = [...text.matchAll(PLACEHOLDER)].map(([, key]) => key!)
  const words = text
    .replaceAll(HOLE, '{{')
    .replace(PLACEHOLDER, HOLE)
    .trim()
    .replace(LIST_MARK, '')
    .replace(LINE_ENDS, '. ')
    .replace(/\s*[\r\n]+\s*/gu, ' ')
  let from = 0
  return words
    .split(/(?<=[.!?])(?=\s)|(?<=\uFFFC\.)(?=\uFFFC)|(?<=[。！？])/u)
    .filter((sentence) => sentence.trim() !== '')
    .map((sentence) => {
      const between = sentence.split(HOLE)
      const own = keys.slice(from, from + between.length - 1)
      from += own.length
      return { keys: own, between }
    })
}

/** What stands behind the last placeholder and ends a sentence: in either script, or left out. */
export const isFullStop = (words: string): boolean => ['', '.', '。'].includes(words.trim())
