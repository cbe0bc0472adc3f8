// Makes user text harmless and names people in Slack's markup: nobody is mentioned by proxy.

/** Slack's three control characters, escaped: `<!channel>` in an answer stays text. NUL and direction overrides go. */
export function escapeText(text: string): string {
  return text
    .replaceAll('\u0000', '')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

export const mention = (userId: string) => `<@${userId}>`
export const channelLink = (channelId: string) => `<#${channelId}>`

/** Cut to at most `length` code points, the last one an ellipsis where something was cut. */
export function clip(text: string, length: number): string {
  const points = [...text]
  return points.length <= length ? text : `${points.slice(0, length - 1).join('')}…`
}
