// Forecast miss: as things go, even the good end of the forecast's 80 % interval misses the target.
import { attainment } from '../../../targets/domain/attainment.ts'
import type { Forecast } from '../../../targets/domain/forecast.ts'
import type { Level, Reading } from '../level.ts'
import { type Limits, noReading, passes } from '../limits.ts'

export interface ForecastFacts {
  /** Null: too little is known. */
  forecast: Pick<Forecast, 'low' | 'total' | 'high'> | null
  target: number
  higherIsBetter: boolean
  /** Working days counted so far. */
  elapsed: number
}

export interface ForecastEvidence {
  target: number
  forecast: ForecastFacts['forecast']
  /** What the middle, and the interval's good end, come to of the target. Null: nothing can be said. */
  middle: number | null
  best: number | null
}

/** Blue and yellow look at the middle of the forecast, red at the interval's good end; all only where that end misses the target. */
export function forecastMiss(
  { forecast, target, higherIsBetter, elapsed }: ForecastFacts,
  { sign, levels, clearBy, leastDays }: Limits & { leastDays: number },
): Reading<ForecastEvidence> {
  const of = (value: number) => attainment(value, target, higherIsBetter)
  const middle = forecast && of(forecast.total)
  const best = forecast && of(higherIsBetter ? forecast.high : forecast.low)
  const evidence = { target, forecast, middle, best }
  if (middle === null || best === null) return noReading(evidence)
  const levelBy = (easedBy: number): Level | undefined => {
    const misses = (share: number, limit: number | undefined) =>
      limit !== undefined && passes(share, sign, limit + easedBy)
    if (!misses(best, 1)) return undefined
    if (misses(best, levels.red)) return 'red'
    if (misses(middle, levels.yellow)) return 'yellow'
    return misses(middle, levels.blue) ? 'blue' : undefined
  }
  return { reached: elapsed < leastDays ? undefined : levelBy(0), held: levelBy(clearBy), evidence }
}
