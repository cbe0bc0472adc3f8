// Checks that what a team sets for itself fits into the target of the team above, beside the other teams' parts.
import { type CascadeVersion, type TeamWholes, wholeIn } from './cascade.ts'
import type { TargetRefusal } from './plan.ts'
import { samePeriod, type TargetPeriod } from './target-period.ts'

/** What a team directly below the same one has. */
export interface SiblingWhole {
  period: TargetPeriod
  whole: number | null
}

export type AboveParent = Extract<TargetRefusal, { reason: 'above-parent' }>

/**
 * `rounding`: by how much parts may be above for having been rounded to other currencies.
 *
 * Null: it fits, or the team above has not shared out such a target. Less than before always fits.
 */
export function aboveParent(
  versions: readonly CascadeVersion[],
  had: TeamWholes,
  above: { wholes: TeamWholes; siblings: readonly SiblingWhole[]; rounding: number },
): AboveParent | null {
  for (const { period, whole: value } of versions) {
    const { whole, own } = wholeIn(above.wholes, period)
    if (value === null || value <= (wholeIn(had, period).whole ?? 0) || whole === null || own === null)
      continue
    const beside = above.siblings.filter((one) => samePeriod(one.period, period))
    const others = beside.reduce((sum, one) => sum + (one.whole ?? 0), own)
    if (others + value > whole + above.rounding)
      return { ok: false, reason: 'above-parent', period, whole, others, value }
  }
  return null
}
