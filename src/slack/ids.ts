// Checks the format of Slack's ids.

/** The format of a user, channel, workspace or view id. Anything else is forged and must not reach Slack or the database. */
export const isSlackId = (text: string): boolean => /^[A-Z][\w-]{0,63}$/.test(text)
