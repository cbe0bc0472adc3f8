// Refuses a claim that is not in the reader's language.
import { isSimplifiedOnly, isTraditionalOnly } from '../../../core/simplified.ts'
import { type Check, found, KNOWN_WORDS, latinWords } from '../claim-text.ts'
import { COMMON_WORDS } from './common-words.ts'

const HAN = /\p{Script=Han}+/u
/** A letter that no reader's language has: Greek, Cyrillic, letters that only look like Latin ones, marks on letters. */
const FOREIGN = /(?![A-Za-zÀ-ÖØ-öø-ÿ\p{Script=Han}])[\p{L}\p{M}]/u
/** One word of so many has to be a common one. */
const WORDS_PER_COMMON = 6

export const otherLanguage: Check = (claim) => {
  const foreign = found(claim.words, FOREIGN)
  if (foreign !== null) return foreign
  return claim.locale === 'en' ? notEnglish(claim) : notChinese(claim)
}

const notEnglish: Check = ({ words }) => {
  const chinese = found(words, HAN)
  if (chinese !== null) return chinese
  const latin = latinWords(words)
  const common = latin.filter(({ plain }) => COMMON_WORDS.has(plain))
  return latin.length >= WORDS_PER_COMMON && common.length * WORDS_PER_COMMON < latin.length ? words : null
}

/** Traditional and simplified characters are not mixed. */
const notChinese: Check = ({ words, locale }) => {
  const latin = latinWords(words).find(({ plain }) => !KNOWN_WORDS.has(plain))
  if (latin) return latin.text
  const isForeign = locale === 'zh-CN' ? isTraditionalOnly : isSimplifiedOnly
  return [...words].find(isForeign) ?? null
}
