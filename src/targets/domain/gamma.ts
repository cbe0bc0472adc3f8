// The gamma distribution, from jstat.

// @ts-expect-error: the package brings no types.
import jStat from 'jstat'

interface Gamma {
  /** The share of all values up to x. */
  cdf(x: number, shape: number, scale: number): number
  /** The value below which the share of all values lies. */
  inv(share: number, shape: number, scale: number): number
}

export const gamma: Gamma = jStat.gamma
