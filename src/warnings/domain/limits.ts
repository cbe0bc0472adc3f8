// The limits of a rule's levels, strict or inclusive, and the level that a value reaches by them.
import { LEVELS, type Level, type Reading } from './level.ts'

export const SIGNS = ['<', '<=', '>', '>='] as const
export type Sign = (typeof SIGNS)[number]

/** A level without a limit is never reached. */
export type LevelLimits = Readonly<Partial<Record<Level, number>>>

export interface Limits {
  sign: Sign
  levels: LevelLimits
  /** So far past its limit an open episode keeps a level. */
  clearBy: number
}

/** What two ways of dividing the same numbers may differ by. */
const HAIR = 1e-12

export const isUpward = (sign: Sign): boolean => sign === '>' || sign === '>='

/** A higher level is not nearer than a lower one. */
export function rises(levels: LevelLimits, sign: Sign): boolean {
  const limits = LEVELS.flatMap((level) => levels[level] ?? [])
  return limits.every((limit, index) => {
    const before = limits[index - 1]
    return before === undefined || (isUpward(sign) ? limit >= before : limit <= before)
  })
}

/** Whole numbers are compared exactly; others are equal where only floating point tells them apart. */
export function passes(value: number, sign: Sign, limit: number): boolean {
  const exact = Number.isInteger(value) && Number.isInteger(limit)
  const hair = exact ? 0 : HAIR * Math.max(1, Math.abs(limit))
  if (Math.abs(value - limit) <= hair) return sign === '<=' || sign === '>='
  return isUpward(sign) ? value > limit : value < limit
}

/** The highest level whose limit is passed. `easedBy`: how much further away the limits are. */
export function levelOf(value: number, { sign, levels }: Limits, easedBy = 0): Level | undefined {
  const shift = isUpward(sign) ? -easedBy : easedBy
  return LEVELS.findLast((level) => {
    const limit = levels[level]
    return limit !== undefined && passes(value, sign, limit + shift)
  })
}

/** `isEarly`: too few days for an episode to open; one that is open goes on. */
export function readingOf<Evidence>(
  value: number,
  limits: Limits,
  evidence: Evidence,
  isEarly = false,
): Reading<Evidence> {
  return {
    reached: isEarly ? undefined : levelOf(value, limits),
    held: levelOf(value, limits, limits.clearBy),
    evidence,
  }
}

export const noReading = <Evidence>(evidence: Evidence): Reading<Evidence> => ({
  ...{ reached: undefined, held: undefined },
  evidence,
})
