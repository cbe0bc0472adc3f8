// Whether a deal is a big one or a record: by rule, not by hand, and by what was won before it.

/** What was won before, of the same metric and in the same team. Amounts are scaled; null: nothing. */
export interface WonBefore {
  /** In the same quarter of the fiscal year. */
  quarter: { deals: number; largest: number | null }
  /** By people of the same role, in the year before. */
  role: { deals: number; median: number | null }
  /** By the same person. */
  own: { deals: number; largest: number | null }
}

export type Honour = 'largest-of-quarter' | 'far-above-usual' | 'personal-best'

/** With fewer deals to compare with, nearly each would be a record. */
const LEAST_DEALS = 3
const LEAST_FOR_MEDIAN = 5
/** A big deal is at least so many times what is usual for the role. */
const BIG_TIMES = 3

/** The highest first. An equal amount is no record. */
export function honoursOf(amount: number, { quarter, role, own }: WonBefore): Honour[] {
  const beats = ({ deals, largest }: WonBefore['own']) => deals >= LEAST_DEALS && amount > (largest ?? 0)
  const isBig = role.deals >= LEAST_FOR_MEDIAN && amount >= BIG_TIMES * (role.median ?? amount)
  return [
    ...(beats(quarter) ? (['largest-of-quarter'] as const) : []),
    ...(isBig ? (['far-above-usual'] as const) : []),
    ...(beats(own) ? (['personal-best'] as const) : []),
  ]
}
