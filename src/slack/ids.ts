// What Slack's own ids look like.

/** Of a person, channel, workspace or view. Anything else is forged, and neither Slack nor the database is asked about it. */
export const isSlackId = (text: string): boolean => /^[A-Z][\w-]{0,63}$/.test(text)
