// Searches the bot's messages for markup injected by user text: mentions, links, hidden characters.

/** Text direction marks, NUL and other control characters, except line breaks and tabs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it searches for
const HIDDEN = /[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069\uFEFF\u200B]/
/** Text in angle brackets in Slack's markup, closed or not. */
const BRACKETED = /<[^>]*>?/g
/** The only markup that the bot writes: a user or channel id. */
const OURS = /^<[@#][A-Z0-9-]+>$/

/** Describes everything that was injected. `known`: ids of users and channels that the bot may mention. */
export function smuggled(payload: unknown, known: ReadonlySet<string>): string[] {
  const found: string[] = []
  walk(payload, '', (value, at, parent) => {
    const { type } = parent as { type?: string }
    if (type === 'mrkdwn' && at.endsWith('/text') && (parent as { verbatim?: boolean }).verbatim !== true)
      found.push(`${at} lets Slack look for mentions in plain text`)
    if (HIDDEN.test(value)) found.push(`${at} hides something: ${JSON.stringify(value)}`)
    if (!value.isWellFormed()) found.push(`${at} holds half a character`)
    // A message's text is mrkdwn; plain_text, raw_text and options are not.
    const isMarkup = at.endsWith('/text') && (type === 'mrkdwn' || type === undefined)
    if (!isMarkup) return
    for (const [bracketed] of value.matchAll(BRACKETED))
      if (!OURS.test(bracketed) || !known.has(bracketed.slice(2, -1)))
        found.push(`${at} brings along ${bracketed}`)
    const rest = value.replaceAll(BRACKETED, '').replaceAll(/^> /gm, '')
    if (rest.includes('>')) found.push(`${at} has a bracket that is not escaped`)
  })
  return found
}

function walk(
  value: unknown,
  at: string,
  look: (text: string, at: string, parent: object) => void,
  parent: object = {},
): void {
  if (typeof value === 'string') look(value, at, parent)
  else if (typeof value === 'object' && value !== null)
    for (const [key, entry] of Object.entries(value)) walk(entry, `${at}/${key}`, look, value)
}
