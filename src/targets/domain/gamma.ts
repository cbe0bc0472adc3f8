// The gamma distribution, from jstat; where its shape is large, by the normal distribution.

// @ts-expect-error: the package brings no types.
import jStat from 'jstat'

interface Gamma {
  /** The share of all values up to x. */
  cdf(x: number, shape: number, scale: number): number
  /** The value below which the share of all values lies. */
  inv(share: number, shape: number, scale: number): number
}

const { gamma: exact, normal }: { gamma: Gamma; normal: Gamma } = jStat

/**
 * Days that hardly vary make a large shape, for which jstat adds up thousands of terms. From here on the cube root of a value is
 * normal, within 0.00001 of the share (Wilson and Hilferty).
 */
const LARGE = 1000

export const gamma: Gamma = {
  cdf(x, shape, scale) {
    if (shape < LARGE) return exact.cdf(x, shape, scale)
    const { mean, deviation } = cubeRoot(shape)
    return normal.cdf(Math.cbrt(x / (shape * scale)), mean, deviation)
  },
  inv(share, shape, scale) {
    if (shape < LARGE) return exact.inv(share, shape, scale)
    const { mean, deviation } = cubeRoot(shape)
    return shape * scale * normal.inv(share, mean, deviation) ** 3
  },
}

/** Of a value divided by its mean. */
function cubeRoot(shape: number): { mean: number; deviation: number } {
  const variance = 1 / (9 * shape)
  return { mean: 1 - variance, deviation: Math.sqrt(variance) }
}
