// Fits lines of text into section blocks and into a message's text without cutting a line.
import type { Block } from './blocks.ts'
import { limits, moreLimits } from './limits.ts'
import { escapeText, mrkdwn } from './mrkdwn.ts'

const SECTION_LENGTH = limits.section.text.maxLength

/** Escapes and shortens the text to `maxLength` code points, escapes included; ends with an ellipsis where it was cut. */
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

/** A person's text as a block quote. */
export const quoted = (text: string, maxLength: number): string =>
  `> ${escapeWithin(text, maxLength).replaceAll('\n', '\n> ')}`

/** The fewest section blocks that hold the lines in order. Each line must fit into one section. */
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

/** As many lines as fit into the text length that Slack recommends for a message. */
export function wordsOf(lines: readonly string[]): string {
  let words = ''
  for (const line of lines) {
    const longer = words === '' ? line : `${words}\n${line}`
    if ([...longer].length > moreLimits.message.text.advisedLength) break
    words = longer
  }
  return words
}
