// Parses a written message into the rich text elements that Slack's composer sends.
import type { Json } from '../json.ts'

const SPECIAL =
  /<@(?<user>[UW]\w+)(?:\|[^>]*)?>|<#(?<channel>[CG]\w+)(?:\|[^>]*)?>|<!(?<range>here|channel|everyone)>|<(?<url>https?:[^|>]+)(?:\|[^>]*)?>|:(?<emoji>[a-z0-9_+-]+):/g

/** @param text as Slack stores it: `<@U…>` for mentions */
export function richTextOf(text: string): Json[] {
  const elements: Json[] = []
  let from = 0
  const plain = (until: number) => {
    if (until > from) elements.push({ type: 'text', text: unescaped(text.slice(from, until)) })
  }
  for (const match of text.matchAll(SPECIAL)) {
    plain(match.index)
    elements.push(elementOf(match.groups!))
    from = match.index + match[0].length
  }
  plain(text.length)
  return elements
}

function elementOf({ user, channel, range, url, emoji }: Record<string, string | undefined>): Json {
  if (user !== undefined) return { type: 'user', user_id: user }
  if (channel !== undefined) return { type: 'channel', channel_id: channel }
  if (range !== undefined) return { type: 'broadcast', range }
  return url === undefined ? { type: 'emoji', name: emoji } : { type: 'link', url: unescaped(url) }
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
