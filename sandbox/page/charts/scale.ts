// Round numbers for an axis that holds all values, zero among them.

export interface Scale {
  least: number
  most: number
  /** Where lines are drawn, from least to most. */
  ticks: number[]
}

const WANTED_TICKS = 4

export function scaleFor(values: readonly number[]): Scale {
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  const span = high - low || WANTED_TICKS
  const step = roundStep(span / WANTED_TICKS)
  const least = Math.floor(low / step) * step
  const most = Math.max(Math.ceil(high / step) * step, least + step)
  const count = Math.round((most - least) / step)
  // From whole numbers, so that 0.1 + 0.2 is not shown as 0.30000000000000004.
  const ticks = Array.from({ length: count + 1 }, (_, index) =>
    Number((least + index * step).toPrecision(12)),
  )
  return { least, most, ticks }
}

/** 1, 2, 5 or 10 times a power of ten, the next above. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step))
  return ([1, 2, 5, 10].find((factor) => factor * power >= step * 0.999) ?? 10) * power
}
