// Cleans typed text before it is stored: removes invisible characters and extra spaces, and limits its length.

/**
 * Invisible characters that can mislead: control characters, text direction marks, zero-width spaces. Zero-width
 * joiners stay, because emoji need them, and so do line breaks and tabs.
 */
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu
const LINE_BREAK = /\r\n|[\n\r\u0085\u2028\u2029]/u

/** A letter, number, punctuation mark or symbol. Slack refuses a text without any. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u
/** Characters that Unicode classes as letters or symbols but that look blank. */
const BLANK = /[\u115F\u1160\u2800\u3164\uFFA0]/gu

const hasVisibleCharacter = (text: string): boolean => VISIBLE.test(text.replace(BLANK, ''))

function clip(text: string, maxLength: number): string {
  const points = [...text]
  return points.length <= maxLength ? text : points.slice(0, maxLength).join('').trimEnd()
}

export const withoutInvisible = (text: string): string => text.replace(INVISIBLE, '')

/** Also replaces unpaired surrogates, which Postgres and JSON parsers refuse. */
function strip(text: string): string {
  return withoutInvisible(text.toWellFormed().replaceAll('\t', ' ')).trim()
}

/** One paragraph of at most `maxLength` code points: line breaks and runs of spaces become one space. Empty where no character is visible. */
export function cleanText(raw: string, maxLength: number): string {
  const text = clip(raw.split(LINE_BREAK).map(strip).join(' ').replace(/ {2,}/g, ' ').trim(), maxLength)
  return hasVisibleCharacter(text) ? text : ''
}

/** A longer text of at most `maxLength` code points: line breaks stay, at most one empty line in a row. */
export function cleanNote(raw: string, maxLength: number): string {
  const lines = raw.split(LINE_BREAK).map(strip).join('\n')
  const text = clip(lines.replace(/\n{3,}/g, '\n\n').trim(), maxLength)
  return hasVisibleCharacter(text) ? text : ''
}

/** The lines with visible characters, at most `maxLines`, each at most `maxLength` code points. */
export function cleanLines(raw: string, maxLines: number, maxLength: number): string[] {
  return raw
    .split(LINE_BREAK)
    .map((line) => clip(strip(line), maxLength))
    .filter(hasVisibleCharacter)
    .slice(0, maxLines)
}

/** Normalising sorts the marks on a letter, which takes the square of their number: no script has more than 30 (Unicode's "stream-safe" text). */
const SURPLUS_MARKS = /(\p{M}{30})\p{M}+/gu

/** Normalises text for comparison: ignores character width, case, extra spaces and invisible characters. */
export function foldText(text: string): string {
  return withoutInvisible(text)
    .replace(SURPLUS_MARKS, '$1')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim()
}

/** The text with capitals and wide signs where `foldText` keeps each character's place, else folded. */
export function unfoldedText(text: string): string {
  const folded = foldText(text)
  const kept = withoutInvisible(text).replace(SURPLUS_MARKS, '$1').replace(/\s+/gu, ' ').trim()
  return kept.length === folded.length ? kept : folded
}
