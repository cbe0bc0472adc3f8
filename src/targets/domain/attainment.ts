// How much of a target is reached, and how that stands against what should be there by now.

/**
 * Higher is better: actual ÷ target; of a target of zero nothing can be said (null). Lower is better: 2 − actual ÷ target, at
 * least 0; of a target of zero it is 1 at 0, and else 0.
 */
export function attainment(actual: number, target: number, higherIsBetter: boolean): number | null {
  if (higherIsBetter) return target === 0 ? null : actual / target
  if (target === 0) return actual === 0 ? 1 : 0
  return Math.max(0, 2 - actual / target)
}
