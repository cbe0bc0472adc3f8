// Marks in a text the words that were looked for, and cuts a long text to what stands around the first of them.
import { simplified } from '../../../core/simplified.ts'
import { foldText } from '../../../core/text.ts'
import { HAN_RUN, OTHER_WORD } from './search-words.ts'

/** A part of a text, and whether it is one of the words that were looked for. */
export interface MarkedPart {
  text: string
  isFound: boolean
}

/** Chinese words in simplified characters, and those other words of the text that were found, folded. */
export interface FoundWords {
  chinese: readonly string[]
  other: ReadonlySet<string>
}

function joined(parts: Iterable<MarkedPart>): MarkedPart[] {
  const whole: MarkedPart[] = []
  for (const { text, isFound } of parts) {
    const last = whole.at(-1)
    if (last && last.isFound === isFound) last.text += text
    else whole.push({ text, isFound })
  }
  return whole
}

export function markedParts(text: string, found: FoundWords): MarkedPart[] {
  const isFound = new Array<boolean>(text.length).fill(false)
  const alike = simplified(text)
  // Where a conversion changes the length the places are not known.
  if (alike.length === text.length)
    for (const word of found.chinese)
      for (let at = alike.indexOf(word); at >= 0; at = alike.indexOf(word, at + word.length))
        isFound.fill(true, at, at + word.length)
  const spaced = text.replace(HAN_RUN, (run) => ' '.repeat(run.length))
  for (const { 0: word, index } of spaced.matchAll(OTHER_WORD))
    if (found.other.has(foldText(word))) isFound.fill(true, index, index + word.length)
  return joined(isFound.map((one, at) => ({ text: text[at]!, isFound: one })))
}

const MORE: MarkedPart = { text: '…', isFound: false }

/** At most `length` characters around the first that was found. What is cut off is an ellipsis. */
export function excerptOf(parts: readonly MarkedPart[], length: number): MarkedPart[] {
  const points = parts.flatMap(({ text, isFound }) => [...text].map((point) => ({ text: point, isFound })))
  const first = points.findIndex(({ isFound }) => isFound)
  const start = Math.max(0, Math.min(first - Math.floor(length / 3), points.length - length))
  const kept = joined(points.slice(start, start + length))
  return [...(start > 0 ? [MORE] : []), ...kept, ...(start + length < points.length ? [MORE] : [])]
}
