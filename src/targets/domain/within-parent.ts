// Checks that what teams set for themselves, or for their people, fits into the target of the team above, beside the other teams' parts.
import { periodKey, type TeamWhole } from './cascade.ts'
import type { PlannedVersion, TargetRefusal } from './plan.ts'
import { isPartOf, samePeriod, type TargetPeriod } from './target-period.ts'

export interface SetWhole {
  period: TargetPeriod
  whole: number | null
}

/** What a team has of the targets of a metric. */
export interface TeamClaims {
  wholes: readonly SetWhole[]
  /** What its people have in months, each set for them alone. */
  given: readonly { period: TargetPeriod; value: number }[]
}

export interface ChangedClaims {
  before: TeamClaims
  after: TeamClaims
}

export interface ClaimAbove {
  wholes: readonly (SetWhole & Pick<TeamWhole, 'own'>)[]
  /** What the other teams below it will have. `into`: in the currency of the team that is checked. */
  beside: readonly { claims: TeamClaims; into: (value: number) => number }[]
  /** The same for what the team above has. */
  into: (value: number) => number
  /** By how much parts may be above for having been rounded to other currencies. */
  rounding: number
}

export type AboveParent = Extract<TargetRefusal, { reason: 'above-parent' }>

/** Null: it fits, or the team above has not shared out such a target. Less than before always fits. */
export function aboveParent({ before, after }: ChangedClaims, above: ClaimAbove): AboveParent | null {
  const { beside, into, rounding } = above
  for (const { period, whole: shared, own } of above.wholes) {
    const value = claimOf(after, period)
    if (shared === null || own === null || value <= claimOf(before, period)) continue
    const others = beside.reduce((sum, one) => sum + one.into(claimOf(one.claims, period)), into(own))
    const whole = into(shared)
    if (others + value > whole + rounding)
      return { ok: false, reason: 'above-parent', period, whole, others, value }
  }
  return null
}

/** Of a year the whole, or else what its quarters and months have, and in months without a whole the people. */
export function claimOf({ wholes, given }: TeamClaims, period: TargetPeriod): number {
  const within = wholes.filter((one) => one.whole !== null && isPartOf(one.period, period))
  const isCounted = (one: TargetPeriod) =>
    within.some((other) => isPartOf(one, other.period) && !samePeriod(one, other.period))
  const counted = within.filter((one) => !isCounted(one.period))
  const alone = given.filter(
    (one) => isPartOf(one.period, period) && !counted.some((other) => isPartOf(one.period, other.period)),
  )
  const ofPeople = alone.reduce((sum, { value }) => sum + value, 0)
  return counted.reduce((sum, { whole }) => sum + whole!, ofPeople)
}

/** As the planned versions leave them. */
export function claimsWith({ wholes, given }: TeamClaims, versions: readonly PlannedVersion[]): TeamClaims {
  const all = [...wholes, ...versions].map(({ period, whole }) => ({ period, whole }))
  const latest = new Map(all.map((one) => [periodKey(one.period), one]))
  const ofMonths = versions.filter(({ period }) => period.kind === 'month')
  const more = ofMonths.map(({ period, parts }) => ({
    period,
    value: parts.reduce((sum, { value, before }) => sum + value - (before ?? 0), 0),
  }))
  return { wholes: [...latest.values()], given: [...given, ...more] }
}
