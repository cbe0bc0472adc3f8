// Seeded random numbers, so that the demo's past is the same on every machine.

export type Random = () => number

/** Uniform numbers in [0, 1) from a seed (a 32-bit Weyl sequence with a mixing step). */
export function seededRandom(seed: string): Random {
  let state = 0
  for (const letter of seed) state = (Math.imul(state, 31) + letter.codePointAt(0)!) | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
  }
}

/** A random count with a Poisson distribution. */
export function poissonCount(mean: number, random: Random): number {
  const limit = Math.exp(-mean)
  let product = random()
  let count = 0
  while (product > limit) {
    product *= random()
    count += 1
  }
  return count
}
