// The fault of a flow that needs something from Slack and gets no answer in time.

/** Whoever waits is told that Slack does not answer, and not that the database does not. */
export class SlackUnavailable extends Error {
  /** When Slack wants to be asked again; null: it did not say. */
  readonly retryAfterSeconds: number | null

  constructor(message: string, retryAfterSeconds: number | null = null) {
    super(message)
    this.retryAfterSeconds = retryAfterSeconds
  }
}
