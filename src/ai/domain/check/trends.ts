// Refuses trends and judgements that no direction fact of the same claim says of the same figure.
import { simplified } from '../../../core/simplified.ts'
import { type Check, type ClaimText, HOLE } from '../claim-text.ts'
import type { Fact } from '../fact.ts'
import { type Said, TREND_WORDS } from './trend-words.ts'

/** What is intended is no claim: "to improve the conversion" says nothing of how it was. But "continues to improve" does. */
const INTENT_EN =
  /(?:^|\s)(?:(?<!(?:continu|start|begin|began|tend|seem|appear|manag|expect|set|due|bound|likely|going|proceed|prov|happen|fail|need|have|has|had|use)\w*\s)to|how to|please|let us)\s+(?:further\s+)?$/iu
const BASE_EN =
  /^(?:rise|grow|increase|climb|gain|accelerate|raise|lift|boost|expand|pick up|reduce|recover|improve|strengthen|exceed|surpass|beat|(?:reach|hit|meet|achieve|attain|make|complete|fulfil|deliver)\s.*)$/iu
const INTENT_ZH =
  /(?:为了|为|以便|以|来|去|可以|可|要|应该|应当|应|想|建议|争取|帮助|有助于|有助|需要|需|如何|怎样|怎么|着力|重点|努力|设法|优先|尽快|请)(?:进一步|逐步|继续)?$/u
const BASE_ZH =
  /^(?:提高|提升|改善|增加|加快|加速|扩大|减少|降低|缩小|突破|增强|保持|维持|(?:完成|达成|实现|达到)[^了]*)$/u

/** In the same claim it turns the word round. */
const NEGATION_EN =
  /\b(?:not|no|never|nor|neither|hardly|barely|without|nowhere|anything but|far from|cannot|stop(?:s|ped)?|less|un\w+ly)\b|n['’]t\b/iu
const NEGATION_ZH = /不|没|未|无|非|并非|否|难以|停止|别/u

interface Found {
  said: Said
  word: string
}

export const inventedTrend: Check = (claim) => {
  const english = wordsIn(
    claim.words,
    TREND_WORDS.en,
    (word, before) => INTENT_EN.test(before) && BASE_EN.test(word),
  )
  const chinese = wordsIn(
    simplified(claim.words),
    TREND_WORDS.zh,
    (word, before) => INTENT_ZH.test(before) && BASE_ZH.test(word),
  )
  const words = [...english, ...chinese]
  const wrong = words.find(({ said }) => !isSaid(said, claim.facts))
  if (wrong) return wrong.word
  return words[0] && isTurned(claim, words) ? words[0].word : aboutNoFigure(claim)
}

function wordsIn(
  text: string,
  list: (typeof TREND_WORDS)['en'],
  isIntent: (word: string, before: string) => boolean,
): Found[] {
  return list.flatMap(({ said, pattern }) =>
    [...text.matchAll(pattern)]
      .map(({ 0: word, index }) => ({ said, word, before: text.slice(0, index) }))
      .filter(({ word, before }) => !isIntent(word.trim(), before)),
  )
}

const isSaid = (said: Said, facts: readonly Fact[]): boolean =>
  facts.some((fact) => {
    if (fact.kind !== 'direction') return false
    // How somebody stands against what was due says nothing of a change.
    const isChange = fact.way === 'up' || fact.way === 'down' || fact.way === 'same'
    if (said === 'any') return isChange
    if (said === 'better') return isChange && fact.good === true
    if (said === 'worse') return isChange && fact.good === false
    return fact.way === said
  })

function isTurned({ words }: ClaimText, trends: readonly Found[]): boolean {
  const rest = trends.reduce((text, { word }) => text.replace(word, ' '), simplified(words))
  return NEGATION_EN.test(rest) || NEGATION_ZH.test(rest)
}

/** A direction stands beside the figure that it is of. */
const aboutNoFigure = ({ facts }: ClaimText): string | null =>
  facts.find(
    ({ kind, about }) =>
      kind === 'direction' &&
      about !== undefined &&
      !facts.some(
        ({ key, kind: other }) => other === 'number' && (key === about || key.startsWith(`${about}.`)),
      ),
  )?.key ?? null

/** The words that say that a figure is not so. */
export const deniedFigure: Check = ({ words, facts }) => {
  if (!facts.some(({ kind }) => kind === 'number' || kind === 'direction')) return null
  const before = words.split(HOLE)[0] ?? ''
  return (
    /(?:\bnot\b|\bnever\b|n['’]t\b)/iu.exec(words)?.[0] ??
    /并非|不是|没有达|不到/u.exec(simplified(before))?.[0] ??
    null
  )
}
