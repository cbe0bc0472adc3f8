// Decides when a failed delivery is retried, and when it is given up.

const FIRST_DELAY_SECONDS = 2
const MAX_DELAY_SECONDS = 300

/** With these delays a message is given up only after Slack was down for over an hour. */
export const MAX_ATTEMPTS = 20

/** `attempts`: the number of failed attempts. Null: give up. */
export function retryDelaySeconds(attempts: number): number | null {
  if (attempts >= MAX_ATTEMPTS) return null
  return Math.min(FIRST_DELAY_SECONDS * 2 ** (attempts - 1), MAX_DELAY_SECONDS)
}
