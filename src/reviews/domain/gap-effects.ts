// Splits the gap between plan and actual at the end of a funnel into the share of each of its factors, exactly and whatever their order.

/** The volumes of the stages from the first to the last, in whole units: leads, visits, customers. At least one. */
export type Volumes = readonly number[]

export interface Effect {
  /** Which stage: 0 is the volume of the first, `n` the conversion from stage n − 1 to n. */
  stage: number
  /** In units of the last stage. */
  effect: number
}

export type GapEffects =
  | { ok: true; gap: number; effects: readonly Effect[] }
  /** Of a factor that is zero, or of a stage without volume, no share can be told. */
  | { ok: false; gap: number; zero: { stage: number; of: 'plan' | 'actual' } }

/**
 * The last volume is the first one times the conversions between them, in the plan and in fact. Each factor's share of the gap is
 * the logarithmic mean of both ends times the logarithm of the factor's ratio (the additive LMDI-I decomposition), so that the
 * shares add up to the gap: plan 100 × 20 %, actual 80 × 15 %, gap −8 = −3.49 for volume and −4.51 for conversion.
 */
export function gapEffects(plan: Volumes, actual: Volumes): GapEffects {
  const gap = actual.at(-1)! - plan.at(-1)!
  const zero = zeroIn(plan, 'plan') ?? zeroIn(actual, 'actual')
  if (zero) return { ok: false, gap, zero }
  const mean = logarithmicMean(actual.at(-1)!, plan.at(-1)!)
  const planned = factorsOf(plan)
  const effects = factorsOf(actual).map((factor, stage) => ({
    stage,
    effect: mean * Math.log(factor / planned[stage]!),
  }))
  return { ok: true, gap, effects }
}

function zeroIn(volumes: Volumes, of: 'plan' | 'actual') {
  const stage = volumes.findIndex((volume) => volume <= 0)
  return stage < 0 ? null : { stage, of }
}

/** The first volume, then the share of each stage that goes on to the next. */
const factorsOf = (volumes: Volumes): number[] =>
  volumes.map((volume, index) => (index === 0 ? volume : volume / volumes[index - 1]!))

/** Between the geometric and the arithmetic mean; of equal values the value itself. */
export function logarithmicMean(one: number, other: number): number {
  const ratio = (one - other) / other
  // Near equality the difference of logarithms loses its digits.
  return Math.abs(ratio) < 1e-9 ? (one + other) / 2 : (one - other) / Math.log1p(ratio)
}
