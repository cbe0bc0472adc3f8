// Decides by which words an insight is found: Chinese as Intl divides it, in simplified characters; other scripts are left to Postgres.
import { simplified } from '../../../core/simplified.ts'
import { foldText } from '../../../core/text.ts'

export const HAN_RUN = /\p{Script=Han}+/gu
export const OTHER_WORD = /[\p{L}\p{N}]+/gu
/** Longer ones are no words; Postgres refuses them. */
const NO_WORD = /\S{200,}/gu

let made: Intl.Segmenter | null = null

function segmenter(): Intl.Segmenter {
  made ??= new Intl.Segmenter('zh', { granularity: 'word' })
  return made
}

/** A run of Chinese characters as its words, each with the place of its first character. */
function wordsOfRun(run: string): { word: string; place: number }[] {
  let place = 0
  return [...segmenter().segment(run)].map(({ segment }) => {
    const found = { word: segment, place }
    place += [...segment].length
    return found
  })
}

const pairAt = (points: readonly string[], place: number): string => points.slice(place, place + 2).join('')

export interface IndexedText {
  /** Without Chinese and signs, so that Postgres takes no address, fraction or path for one word; it brings each to its stem. */
  other: string
  /** Chinese as a tsvector: words, and each two characters that stand together, so that a word is found however it was divided. */
  chinese: string
}

export function indexedText(text: string): IndexedText {
  const folded = simplified(foldText(text))
  const places = new Map<string, string[]>()
  const add = (word: string, place: number, weight: 'A' | 'D') => {
    const at = places.get(word) ?? []
    at.push(`${place}${weight}`)
    places.set(word, at)
  }
  let start = 1
  for (const [run] of folded.matchAll(HAN_RUN)) {
    const points = [...run]
    for (const { word, place } of wordsOfRun(run)) add(word, start + place, 'A')
    points.forEach((_, place) => {
      add(pairAt(points, place), start + place, 'D')
    })
    start += points.length + 1
  }
  return {
    other: wordsIn(folded.replace(NO_WORD, ' ')).join(' '),
    chinese: [...places].map(([word, at]) => `'${word}':${at.join(',')}`).join(' '),
  }
}

export interface SearchedWords {
  /** Each is looked for by its stem. */
  other: readonly string[]
  /** Each as a tsquery. */
  chinese: readonly string[]
  /** The Chinese words themselves, for marking them. */
  chineseWords: readonly string[]
}

/** The words of what somebody looks for. A single character counts where nothing longer is there. */
export function searchedWords(typed: string): SearchedWords {
  const folded = simplified(foldText(typed))
  const found = (folded.match(HAN_RUN) ?? []).flatMap((run) => wordsOfRun(run).map(({ word }) => word))
  const longer = found.filter((word) => [...word].length > 1)
  const chineseWords = [...new Set(longer.length > 0 ? longer : found)]
  return { other: otherWords(folded), chineseWords, chinese: chineseWords.map(chineseQuery) }
}

/** One character: whatever begins with it. More: the word, or its pairs one behind the other. */
function chineseQuery(word: string): string {
  const points = [...word]
  if (points.length === 1) return `'${word}':*`
  const pairs = points.slice(0, -1).map((_, place) => `'${pairAt(points, place)}'`)
  return pairs.length === 1 ? pairs[0]! : `'${word}' | (${pairs.join(' <-> ')})`
}

/** The words of a text that Postgres compares with what is looked for. */
export const otherWords = (text: string): string[] => [...new Set(wordsIn(foldText(text)))]

/** As often as they are there. */
const wordsIn = (folded: string): string[] => folded.replace(HAN_RUN, ' ').match(OTHER_WORD) ?? []
