// Escapes user text and builds mentions in Slack's mrkdwn, so that a typed text cannot mention anyone.
import { withoutInvisible } from '../core/text.ts'

/** Escapes Slack's three control characters, so that `<!channel>` stays text, and removes invisible characters. */
export function escapeText(text: string): string {
  return withoutInvisible(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

const ESCAPED = /&(amp|lt|gt);/g
const PLAIN = { amp: '&', lt: '<', gt: '>' } as const

/** Undoes Slack's escaping, once: a typed '&lt;' comes as '&amp;lt;' and stays '&lt;'. */
export const unescapeText = (text: string): string =>
  text.replace(ESCAPED, (_, name: keyof typeof PLAIN) => PLAIN[name])

/**
 * A mrkdwn text object. `verbatim`: Slack does not turn typed `@channel`, `#general` or URLs into mentions and links;
 * only our own markup in angle brackets works.
 */
export const mrkdwn = (text: string) => ({ type: 'mrkdwn', text, verbatim: true }) as const

export const mention = (userId: string) => `<@${userId}>`
const MENTIONED = /<@([A-Z]\w{0,63})(?:\|[^<>]{0,200})?>/

/** A person who is mentioned anywhere in a typed text, and what else it says. */
export function mentionedIn(text: string): { userId: string; rest: string } | null {
  const found = MENTIONED.exec(text)
  if (!found) return null
  const after = text.slice(found.index + found[0].length)
  return { userId: found[1]!, rest: `${text.slice(0, found.index)} ${after}`.trim() }
}

export const channelLink = (channelId: string) => `<#${channelId}>`

/** Shortens to at most `length` code points; ends with an ellipsis where it was cut. */
export function clip(text: string, length: number): string {
  const points = [...text]
  return points.length <= length ? text : `${points.slice(0, length - 1).join('')}…`
}
