// Measures how much a reader has to take in of a message, so that what is read every morning stays short.
import type { Block } from './blocks.ts'

/** What somebody takes in at a glance: twelve lines, and 80 words or 160 Chinese characters. */
const GLANCE = { lines: 12, characters: 160 }
const CHARACTERS_OF_A_WORD = 2

const CHINESE = /\p{Script=Han}/gu
const WORD = /[\p{L}\p{N}]\S*/gu
const EMOJI = /:[a-z][a-z0-9_+-]*:/g
const LINK = /<[^>]*>/g

/** In Chinese characters: a word or number in other letters counts as two. */
export function readingLength(text: string): number {
  const plain = text.replaceAll(EMOJI, ' ').replaceAll(LINK, 'x')
  const words = plain.replaceAll(CHINESE, ' ').match(WORD) ?? []
  return (plain.match(CHINESE) ?? []).length + CHARACTERS_OF_A_WORD * words.length
}

/** Keeps the beginning that is no longer to read, and says where it was cut. Not escaped. */
export function clipReading(text: string, characters: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  if (readingLength(line) <= characters && line.length <= MOST_UNITS * characters) return line
  let kept = ''
  for (const { segment } of WORDS.segment(line)) {
    const next = kept + segment
    if (readingLength(next) > characters || next.length > MOST_UNITS * characters) break
    kept = next
  }
  return `${kept.trimEnd()}…`
}

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' })
/** So that one endless word is cut, too. */
const MOST_UNITS = 4

/** Lines as they are written, buttons with their row, and what there is to read in all of them. */
export function sizeOf(blocks: readonly Block[]): { lines: number; characters: number } {
  const read = blocks.flatMap(wordsIn)
  return {
    lines: blocks.reduce((sum, block) => sum + linesIn(block), 0),
    characters: read.reduce((sum, text) => sum + readingLength(text), 0),
  }
}

export function isAtAGlance(blocks: readonly Block[]): boolean {
  const { lines, characters } = sizeOf(blocks)
  return lines <= GLANCE.lines && characters <= GLANCE.characters
}

const linesIn = (block: Block): number =>
  block.type === 'section' ? (block.text?.text.split('\n').length ?? 1) : 1

/** Every text in it, whatever block it is. */
function wordsIn(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return []
  if (Array.isArray(value)) return value.flatMap(wordsIn)
  return Object.entries(value).flatMap(([key, of]) =>
    key === 'text' && typeof of === 'string' ? [of] : wordsIn(of),
  )
}
