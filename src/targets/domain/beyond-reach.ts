// Says where what is left takes far more a day than somebody has done on any day lately: then a number to work by is no help.

export interface BeyondReach {
  /** What half of their days with numbers reached, scaled. */
  usual: number
}

/** So many times their best day cannot be asked of anybody. */
const TIMES_BEST = 3
/** Fewer days with numbers tell nothing. */
const LEAST_DAYS = 5

/** `lately`: of each day with numbers, scaled as `perDay`. Null: it is within reach, or too little is known. */
export function beyondReach(perDay: number, lately: readonly number[]): BeyondReach | null {
  const worked = lately.filter((value) => value > 0).toSorted((one, other) => one - other)
  const best = worked.at(-1)
  if (worked.length < LEAST_DAYS || best === undefined || perDay <= TIMES_BEST * best) return null
  return { usual: worked[(worked.length - 1) >> 1]! }
}
