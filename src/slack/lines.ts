// Fits lines of text into Slack's sections and into the words of a message: whole lines, none cut in the middle.
import type { Block } from './blocks.ts'
import { limits, moreLimits } from './limits.ts'
import { escapeText, mrkdwn } from './mrkdwn.ts'

const SECTION_LENGTH = limits.section.text.maxLength

/** Escaped, and not longer than `maxLength` with the escapes counted; an ellipsis where something was cut. */
export function escapeWithin(text: string, maxLength: number): string {
  const escaped = escapeText(text)
  if ([...escaped].length <= maxLength) return escaped
  let kept = ''
  let length = 0
  for (const point of text) {
    const next = escapeText(point)
    if (length + next.length >= maxLength) break
    kept += next
    length += next.length
  }
  return `${kept.trimEnd()}…`
}

/** Someone's own words, set off as a quotation. */
export const quoted = (text: string, maxLength: number): string =>
  `> ${escapeWithin(text, maxLength).replaceAll('\n', '\n> ')}`

/** Sections that hold the lines in order, as few as can be. Each line must fit a section by itself. */
export function sectionsOf(lines: readonly string[]): Block[] {
  const texts: string[] = []
  for (const line of lines) {
    const last = texts.at(-1)
    const joined = last === undefined ? line : `${last}\n${line}`
    if (last !== undefined && [...joined].length <= SECTION_LENGTH) texts[texts.length - 1] = joined
    else texts.push(line)
  }
  return texts.map((text) => ({ type: 'section', text: mrkdwn(text) }))
}

/** As many of the lines as Slack advises for the words of a message. */
export function wordsOf(lines: readonly string[]): string {
  let words = ''
  for (const line of lines) {
    const longer = words === '' ? line : `${words}\n${line}`
    if ([...longer].length > moreLimits.message.text.advisedLength) break
    words = longer
  }
  return words
}
