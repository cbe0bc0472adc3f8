// Follows one rule's warning about one member from morning to morning, where nobody acts: what opens, rises, falls and ends.
import { LEVELS, type Level, type Reading } from '../../src/warnings/domain/level.ts'

export interface Followed {
  /** Mornings in a row, before it opens. */
  mornings: number
  /** Undefined: it is not open. */
  level: Level | undefined
  /** The highest level that was told. */
  peak: Level | undefined
}

export const NOT_OPEN: Followed = { mornings: 0, level: undefined, peak: undefined }

const rank = (level: Level | undefined) => (level ? LEVELS.indexOf(level) : -1)

/** `told`: the level that somebody hears of this morning. Undefined: nobody hears anything. */
export function follow(
  before: Followed,
  { reached, held }: Pick<Reading<unknown>, 'reached' | 'held'>,
  mornings: number,
): { after: Followed; told: Level | undefined } {
  if (before.level === undefined) {
    const seen = reached ? before.mornings + 1 : 0
    if (!reached || seen < mornings) return { after: { ...NOT_OPEN, mornings: seen }, told: undefined }
    return { after: { mornings: seen, level: reached, peak: reached }, told: reached }
  }
  if (held === undefined) return { after: NOT_OPEN, told: undefined }
  const higher = rank(reached) > rank(before.level) ? reached : undefined
  const level = higher ?? (rank(held) < rank(before.level) ? held : before.level)
  const isNews = rank(level) > rank(before.peak)
  return {
    after: { ...before, level, peak: isNews ? level : before.peak },
    told: isNews ? level : undefined,
  }
}
