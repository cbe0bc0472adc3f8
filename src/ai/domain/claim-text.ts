// A sentence of the model's own as the checks read it.
import type { Locale } from '../../core/i18n/locale.ts'
import type { Vocabulary } from './fact.ts'

export interface ClaimText {
  /** As the model wrote it. */
  words: string
  locale: Locale
  vocabulary: Vocabulary
}

/** Words that any text may write with a capital letter, and in Chinese. */
export const KNOWN_WORDS: ReadonlySet<string> = new Set(['kpi', 'crm', 'pacesetter'])

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
