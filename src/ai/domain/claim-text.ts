// A claim as the checks read it: its words, with a sign where each placeholder stands.
import type { Fact, FactSheet, Vocabulary } from './fact.ts'

/** Stands for a placeholder; no text that passes the check of signs holds it. */
export const HOLE = '\uFFFC'

export interface ClaimText {
  /** As the model wrote it, with `HOLE` for each placeholder. */
  words: string
  /** In the order of the holes. */
  facts: readonly Fact[]
  sheet: FactSheet
  vocabulary: Vocabulary
}

/** Null: nothing is wrong. Else the words that are. */
export type Check = (claim: ClaimText) => string | null

export interface Word {
  text: string
  /** Without what follows the apostrophe, in lower case. */
  plain: string
  index: number
  /** It opens the claim or a sentence of it. */
  opens: boolean
}

const WORD = /[\p{Script=Latin}\p{M}]+(?:['’][\p{Script=Latin}\p{M}]+)*/gu
const OPENS = /(?:^|[.!?:…])[\s()]*$/u

/** The words in Latin letters. */
export const latinWords = (text: string): Word[] =>
  [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    text: word,
    plain: word.replace(/['’].*$/u, '').toLowerCase(),
    index,
    opens: OPENS.test(text.slice(0, index)),
  }))

/** The first match, as it stands in the text. */
export const found = (text: string, pattern: RegExp): string | null => pattern.exec(text)?.[0].trim() ?? null
