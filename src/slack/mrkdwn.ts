// Makes user text harmless and names people in Slack's markup: nobody is mentioned by proxy.
import { withoutInvisible } from '../core/text.ts'

/** Slack's three control characters, escaped: `<!channel>` in an answer stays text. What cannot be seen goes. */
export function escapeText(text: string): string {
  return withoutInvisible(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/**
 * A text in Slack's markup. Verbatim: of what people typed nothing is turned into a mention or a link on the way
 * (`@channel`, `#general`, a web address), only what stands in angle brackets, which is ours.
 */
export const mrkdwn = (text: string) => ({ type: 'mrkdwn', text, verbatim: true }) as const

export const mention = (userId: string) => `<@${userId}>`
export const channelLink = (channelId: string) => `<#${channelId}>`

/** Cut to at most `length` code points, the last one an ellipsis where something was cut. */
export function clip(text: string, length: number): string {
  const points = [...text]
  return points.length <= length ? text : `${points.slice(0, length - 1).join('')}…`
}
