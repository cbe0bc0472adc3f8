// Makes what a person typed safe to keep: no invisible tricks, no surplus space, no more than fits.

/**
 * What is not seen but misleads: control characters, marks that turn the direction of text, spaces without width.
 * Joiners stay, emoji need them; so do breaks and tabs, which can be seen.
 */
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu
const LINE_BREAK = /\r\n|[\n\r\u0085\u2028\u2029]/u

/** A letter, a digit, a sign: without one there is nothing to see, and Slack refuses a text of nothing. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u
/** Letters and signs by name that are blank all the same. */
const BLANK = /[\u115F\u1160\u2800\u3164\uFFA0]/gu

const saysSomething = (text: string): boolean => VISIBLE.test(text.replace(BLANK, ''))

function clip(text: string, maxLength: number): string {
  const points = [...text]
  return points.length <= maxLength ? text : points.slice(0, maxLength).join('').trimEnd()
}

export const withoutInvisible = (text: string): string => text.replace(INVISIBLE, '')

/** Lone halves of surrogate pairs are replaced, so that every database and every JSON reader takes the text. */
function strip(text: string): string {
  return withoutInvisible(text.toWellFormed().replaceAll('\t', ' ')).trim()
}

/** One paragraph of at most `maxLength` code points: line breaks and runs of spaces become one space. Empty where nothing can be seen. */
export function cleanText(raw: string, maxLength: number): string {
  const text = clip(raw.split(LINE_BREAK).map(strip).join(' ').replace(/ {2,}/g, ' ').trim(), maxLength)
  return saysSomething(text) ? text : ''
}

/** A longer text of at most `maxLength` code points: line breaks stay, at most one empty line in a row. */
export function cleanNote(raw: string, maxLength: number): string {
  const lines = raw.split(LINE_BREAK).map(strip).join('\n')
  const text = clip(lines.replace(/\n{3,}/g, '\n\n').trim(), maxLength)
  return saysSomething(text) ? text : ''
}

/** The lines that say something, at most `maxLines`, each at most `maxLength` code points. */
export function cleanLines(raw: string, maxLines: number, maxLength: number): string[] {
  return raw
    .split(LINE_BREAK)
    .map((line) => clip(strip(line), maxLength))
    .filter(saysSomething)
    .slice(0, maxLines)
}

/** How typed words are compared: width, case, surplus space and what cannot be seen do not matter. */
export function foldText(text: string): string {
  return withoutInvisible(text).normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
}
