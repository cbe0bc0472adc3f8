// Rounds the parts of a sum such that they still add up to it, by the method of largest remainders.

/** @returns each value as a multiple of `tick`; together they are the sum of the values, rounded to it. None is further than one tick from its value. */
export function roundTogether(values: readonly number[], tick = 1): number[] {
  const sum = values.reduce((all, value) => all + value, 0)
  const below = values.map((value) => Math.floor(value / tick))
  const left = Math.round(sum / tick) - below.reduce((all, ticks) => all + ticks, 0)
  const byRemainder = values
    .map((value, index) => ({ index, remainder: value / tick - below[index]! }))
    .toSorted((one, other) => other.remainder - one.remainder)
  const lucky = new Set(byRemainder.slice(0, Math.max(left, 0)).map(({ index }) => index))
  return below.map((ticks, index) => (ticks + (lucky.has(index) ? 1 : 0)) * tick || 0)
}
