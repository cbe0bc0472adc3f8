// Looks through what the bot says for what a user's text could have brought along: mentions, links, hidden characters.

/** Marks that turn the direction of text, NUL and other controls; line breaks and tabs are no secret. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is controls that are looked for
const HIDDEN = /[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069\uFEFF\u200B]/
/** What stands in angle brackets in Slack's markup, closed or not. */
const BRACKETED = /<[^>]*>?/g
/** Ours alone: a person or channel by a bare id. */
const OURS = /^<[@#][A-Z0-9-]+>$/

/** All that should not be there, in words. `known`: ids of people and channels that the bot may name. */
export function smuggled(payload: unknown, known: ReadonlySet<string>): string[] {
  const found: string[] = []
  walk(payload, '', (value, at, parent) => {
    const { type } = parent as { type?: string }
    if (type === 'mrkdwn' && at.endsWith('/text') && (parent as { verbatim?: boolean }).verbatim !== true)
      found.push(`${at} lets Slack look for mentions in plain text`)
    if (HIDDEN.test(value)) found.push(`${at} hides something: ${JSON.stringify(value)}`)
    if (!value.isWellFormed()) found.push(`${at} holds half a character`)
    // A message's own text is markup; a plain_text, a raw_text or an option is not.
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
