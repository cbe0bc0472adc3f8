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

/** Of so many attempts that cost the most that one can. */
export const timesMost = (most: Tokens, attempts: number): Tokens => ({
  input: most.input * attempts,
  output: most.output * attempts,
})

/** What the service said, and for each attempt of which it said nothing the most that it can have cost. */
export function countedTokens({ tokens, untold }: { tokens: Tokens; untold: number }, most: Tokens): Tokens {
  const { input, output } = timesMost(most, untold)
  return { input: tokens.input + input, output: tokens.output + output }
}

/** In UTC: all teams of a workspace share one month. */
export const monthOf = (now: Temporal.Instant): string => monthBefore(now, 0)

export const monthBefore = (now: Temporal.Instant, months: number): string =>
  now.toZonedDateTimeISO('UTC').toPlainDate().toPlainYearMonth().subtract({ months }).toString()

const MILLION = 1_000_000

/** US dollars. */
export const costOf = ({ input, output }: Tokens, prices: Prices): number =>
  (input * prices.input + output * prices.output) / MILLION
