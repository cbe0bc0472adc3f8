// Splits a whole into parts that sum to it exactly, by the method of largest remainders.

/** What one part is for, and how much of the whole it gets beside the others. */
export interface Weighted {
  id: string
  /** A whole number, at least 0. */
  weight: number
  /** What earlier splits of the same kind have left it short of, in ticks: it comes first when ticks are left over. */
  owed?: number
}

/**
 * The part of each id. Each gets its exact share rounded down; the ticks that are left go to the largest remainders, ties to
 * the lower id. With `owed`, over several splits nobody gets more than a tick beyond the share. Null: no weight is above 0, so the whole belongs to nobody.
 */
export function splitWhole(whole: number, among: readonly Weighted[]): Map<string, number> | null {
  const sum = among.reduce((total, { weight }) => total + BigInt(weight), 0n)
  if (sum === 0n) return null
  const exact = among.map(({ id, weight, owed = 0 }) => {
    const share = BigInt(whole) * BigInt(weight)
    return { id, part: share / sum, remainder: share % sum, owed }
  })
  const isOwed = among.some(({ owed }) => owed)
  const left = BigInt(whole) - exact.reduce((total, { part }) => total + part, 0n)
  const byRemainder = exact.toSorted((one, other) => {
    const more = isOwed ? dueOf(one, sum) - dueOf(other, sum) : Number(one.remainder - other.remainder)
    if (more !== 0) return more > 0 ? -1 : 1
    return one.id < other.id ? -1 : 1
  })
  const lucky = new Set(byRemainder.slice(0, Number(left)).map(({ id }) => id))
  return new Map(exact.map(({ id, part }) => [id, Number(part) + (lucky.has(id) ? 1 : 0)]))
}

/** Rounded, so that sums of fractions that are equal are told as equal. */
const dueOf = ({ remainder, owed }: { remainder: bigint; owed: number }, sum: bigint): number =>
  Math.round((Number(remainder) / Number(sum) + owed) * 1e6)
