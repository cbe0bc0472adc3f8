// The score of a key result: 0.0 to 1.0, from attainment.

const MOST = 1
/** Of 0.96: only what is reached is scored as reached. */
const MOST_UNREACHED = 0.9
const TENTHS = 10

/** To one decimal. Null: nothing can be said of the attainment. */
export function okrScore(attainment: number | null): number | null {
  if (attainment === null) return null
  if (attainment >= MOST) return MOST
  return Math.min(MOST_UNREACHED, Math.round(Math.max(0, attainment) * TENTHS) / TENTHS)
}
