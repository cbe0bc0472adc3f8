// The levels of a warning, and what a signal says about one subject at one instant.

/** Lowest first. */
export const LEVELS = ['blue', 'yellow', 'red'] as const
export type Level = (typeof LEVELS)[number]

/** A signal's reading of one subject at one instant. */
export type Reading<Evidence> = {
  /** The level by the firing thresholds; undefined: none, or too early to say. */
  reached: Level | undefined
  /** The level by the clear thresholds, never below `reached`: what an open episode keeps. */
  held: Level | undefined
  /** The numbers behind it, as data for the message. */
  evidence: Evidence
}

/** The higher of two levels, where none is the lowest. */
export function higherLevel(a: Level | undefined, b: Level | undefined): Level | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return LEVELS.indexOf(a) >= LEVELS.indexOf(b) ? a : b
}
