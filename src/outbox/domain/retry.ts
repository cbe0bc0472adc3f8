// When a delivery that failed is tried again, and when it is given up.

const FIRST_DELAY_SECONDS = 2
const LONGEST_DELAY_SECONDS = 300

/** With the delays below: over an hour of Slack being away before a message is given up. */
export const MAX_ATTEMPTS = 20

/** `attempts`: how many have failed. Null: it is given up. */
export function retryDelaySeconds(attempts: number): number | null {
  if (attempts >= MAX_ATTEMPTS) return null
  return Math.min(FIRST_DELAY_SECONDS * 2 ** (attempts - 1), LONGEST_DELAY_SECONDS)
}
