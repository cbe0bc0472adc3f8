// Decides what a request may cost: what it reserves of a workspace's month, and what is counted once it has ended.

/** What a request is for: costs are told by it. */
export const MODEL_PURPOSES = ['draft', 'week-summary', 'coaching', 'answer'] as const
export type ModelPurpose = (typeof MODEL_PURPOSES)[number]

/** How a request ended. `bad-output`: JSON, but not what was asked for. */
export type RequestOutcome =
  | 'answer'
  | 'tool-calls'
  | 'timeout'
  | 'fault'
  | 'rate-limited'
  | 'refused'
  | 'broken'
  | 'bad-output'

/** How long a request is kept in the log, where each person finds those that held their data. */
export const REQUESTS_KEPT_DAYS = 92

export interface Tokens {
  input: number
  output: number
}

export interface Prices {
  /** US dollars for a million tokens. */
  input: number
  output: number
}

/** What is counted where the service did not say: all that was reserved if it may have worked, nothing if it did not. */
export function countedTokens(outcome: RequestOutcome, told: Tokens | null, reserved: Tokens): Tokens {
  if (told) return told
  return outcome === 'fault' || outcome === 'rate-limited' ? { input: 0, output: 0 } : reserved
}

/** In UTC: all teams of a workspace share one month. */
export const monthOf = (now: Temporal.Instant): string =>
  now.toZonedDateTimeISO('UTC').toPlainDate().toPlainYearMonth().toString()

const MILLION = 1_000_000

/** US dollars. */
export const costOf = ({ input, output }: Tokens, prices: Prices): number =>
  (input * prices.input + output * prices.output) / MILLION
