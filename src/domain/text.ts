// Makes what a person typed safe to keep: no invisible tricks, no surplus space, no more than fits.

/**
 * What is not seen but misleads: control characters, marks that turn the direction of text, spaces without width.
 * Joiners stay, emoji need them.
 */
const INVISIBLE = /[\p{Cc}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu
const LINE_BREAK = /\r\n|[\n\r\u0085\u2028\u2029]/u

function clip(text: string, maxLength: number): string {
  const points = [...text]
  return points.length <= maxLength ? text : points.slice(0, maxLength).join('').trimEnd()
}

/** Lone halves of surrogate pairs are replaced, so that every database and every JSON reader takes the text. */
function strip(text: string): string {
  return text.toWellFormed().replaceAll('\t', ' ').replace(INVISIBLE, '').trim()
}

/** One paragraph of at most `maxLength` code points: line breaks and runs of spaces become one space. */
export function cleanText(raw: string, maxLength: number): string {
  return clip(raw.split(LINE_BREAK).map(strip).join(' ').replace(/ {2,}/g, ' ').trim(), maxLength)
}

/** A longer text of at most `maxLength` code points: line breaks stay, at most one empty line in a row. */
export function cleanNote(raw: string, maxLength: number): string {
  const lines = raw.split(LINE_BREAK).map(strip).join('\n')
  return clip(lines.replace(/\n{3,}/g, '\n\n').trim(), maxLength)
}

/** The lines that say something, at most `maxLines`, each at most `maxLength` code points. */
export function cleanLines(raw: string, maxLines: number, maxLength: number): string[] {
  return raw
    .split(LINE_BREAK)
    .map((line) => clip(strip(line), maxLength))
    .filter((line) => line !== '')
    .slice(0, maxLines)
}

/** How typed words are compared: width, case and surplus space do not matter. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
}
