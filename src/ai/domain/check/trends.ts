// Refuses trends, judgements and ranks: facts alone say how something goes.
import { simplified } from '../../../core/simplified.ts'
import type { Check } from '../claim-text.ts'
import { TREND_WORDS } from './trend-words.ts'

/** What is intended is no claim: "to improve the conversion" says nothing of how it was. But "continues to improve" does. */
const INTENT_EN =
  /(?:^|\s)(?:(?<!(?:continu|start|begin|began|tend|seem|appear|manag|expect|set|due|bound|likely|going|proceed|prov|happen|fail|need|have|has|had|use)\w*\s)to|how to|please|let us)\s+(?:further\s+)?$/iu
const BASE_EN =
  /^(?:rise|grow|increase|climb|gain|accelerate|raise|lift|boost|expand|pick up|reduce|recover|improve|strengthen|exceed|surpass|beat|(?:reach|hit|meet|achieve|attain|make|complete|fulfil|deliver)\s.*)$/iu
const INTENT_ZH =
  /(?:为了|为|以便|以|来|去|可以|可|要|应该|应当|应|想|建议|争取|帮助|有助于|有助|需要|需|如何|怎样|怎么|着力|重点|努力|设法|优先|尽快|请)(?:进一步|逐步|继续)?$/u
const BASE_ZH =
  /^(?:提高|提升|改善|增加|加快|加速|扩大|减少|降低|缩小|突破|增强|保持|维持|(?:完成|达成|实现|达到)[^了]*)$/u

export const inventedTrend: Check = ({ words }) =>
  trendIn(words, TREND_WORDS.en, (word, before) => INTENT_EN.test(before) && BASE_EN.test(word)) ??
  trendIn(simplified(words), TREND_WORDS.zh, (word, before) => INTENT_ZH.test(before) && BASE_ZH.test(word))

function trendIn(
  text: string,
  list: readonly RegExp[],
  isIntent: (word: string, before: string) => boolean,
): string | null {
  for (const pattern of list)
    for (const { 0: word, index } of text.matchAll(pattern))
      if (!isIntent(word.trim(), text.slice(0, index))) return word
  return null
}
