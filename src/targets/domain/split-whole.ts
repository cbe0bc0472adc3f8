// Splits a whole into parts that sum to it exactly, by the method of largest remainders.

/** What one part is for, and how much of the whole it gets beside the others. */
export interface Weighted {
  id: string
  /** A whole number, at least 0. */
  weight: number
}

/**
 * The part of each id. Each gets its exact share rounded down; the ticks that are left go to the largest remainders, ties to
 * the lower id. Null: no weight is above 0, so the whole belongs to nobody.
 */
export function splitWhole(whole: number, among: readonly Weighted[]): Map<string, number> | null {
  const sum = among.reduce((total, { weight }) => total + BigInt(weight), 0n)
  if (sum === 0n) return null
  const exact = among.map(({ id, weight }) => {
    const share = BigInt(whole) * BigInt(weight)
    return { id, part: share / sum, remainder: share % sum }
  })
  const left = BigInt(whole) - exact.reduce((total, { part }) => total + part, 0n)
  const byRemainder = exact.toSorted((one, other) => {
    if (one.remainder !== other.remainder) return one.remainder > other.remainder ? -1 : 1
    return one.id < other.id ? -1 : 1
  })
  const lucky = new Set(byRemainder.slice(0, Number(left)).map(({ id }) => id))
  return new Map(exact.map(({ id, part }) => [id, Number(part) + (lucky.has(id) ? 1 : 0)]))
}
