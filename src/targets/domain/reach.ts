// Advises on a target: whether it is within reach of what was reached before. It refuses nothing.

/** More than this beside the best of the last periods is called far. */
const FAR = 1.25

export interface Reach {
  best: number
  /** How far beyond the best, as a share: 0.4 is 40 % more, or where lower is better 40 % less. */
  beyond: number
}

/** `past`: what was reached in the last three periods; null: not known. Null: within reach, or nothing to compare with. */
export function farReach(
  value: number,
  past: readonly (number | null)[],
  higherIsBetter: boolean,
): Reach | null {
  const known = past.filter((one) => one !== null && one > 0) as number[]
  if (known.length === 0) return null
  const best = higherIsBetter ? Math.max(...known) : Math.min(...known)
  const far = higherIsBetter ? value > best * FAR : value < best / FAR
  return far ? { best, beyond: Math.abs(value - best) / best } : null
}
