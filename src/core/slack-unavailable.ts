// The fault of a flow that needs something from Slack and gets no answer in time.

/** Whoever waits is told that Slack does not answer, and not that the database does not. */
export class SlackUnavailable extends Error {}
