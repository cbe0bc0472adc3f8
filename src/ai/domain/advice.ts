// What a sentence without a fact may be where advice is wanted: one clause that begins as advice does, and gives no reasons.
import type { Locale } from '../../core/i18n/locale.ts'

export const ADVICE_OPENINGS: Readonly<Record<Locale, readonly string[]>> = {
  en: [
    ...[
      'Ask how',
      'Ask what',
      'Ask which',
      'Ask who',
      'Ask for',
      'Ask whether',
      'Look at',
      'Look for',
      'Look into',
    ],
    ...[
      'Start with',
      'Start by',
      'Go through',
      'Talk about',
      'Talk through',
      'Agree on',
      'Agree how',
      'Agree what',
    ],
    ...['Consider', 'Check whether', 'Check with', 'Find out', 'Plan the', 'Plan a', 'Discuss', 'Listen to'],
    ...['Offer help', 'Explore', 'Prepare', 'Try to', 'Suggest'],
  ],
  'zh-CN': [
    ...['建议', '不妨', '请', '可以先', '可以问', '可以一起', '先了解', '先看', '先谈', '先问', '一起复盘'],
    ...['一起梳理', '一起制定', '优先', '考虑'],
  ],
  'zh-TW': [
    ...['建議', '不妨', '請', '可以先', '可以問', '可以一起', '先了解', '先看', '先談', '先問', '一起檢討'],
    ...['一起梳理', '一起制定', '優先', '考慮'],
  ],
}

/** What could bring in a claim of its own. */
const MORE_CLAUSES =
  /[,;:–—()…，；：、（）?？]|\b(?:because|since|although|though|that|as|so)\b|因|由于|由於|既然|虽|雖|所以/iu

export const isAdvice = (sentence: string, locale: Locale): boolean =>
  !MORE_CLAUSES.test(sentence) &&
  ADVICE_OPENINGS[locale].some(
    (opening) => sentence.startsWith(opening) && !/^\p{Script=Latin}/u.test(sentence.slice(opening.length)),
  )
