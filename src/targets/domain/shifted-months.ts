// Whose other months change because one of a year or quarter was set: they are told, although nobody set those months.
import type { MemberId } from '../../core/ids.ts'
import type { PlannedVersion, TargetPlan } from './plan.ts'
import { isPartOf, samePeriod, type TargetPeriod } from './target-period.ts'

type Saved = Pick<Extract<TargetPlan, { ok: true }>, 'versions'>

/** Of each member the months outside the period whose part changes, the first one first. */
export function shiftedMonths(
  { versions }: Saved,
  period: TargetPeriod,
): Map<MemberId, readonly PlannedVersion[]> {
  const beside = versions
    .filter((one) => one.follows && one.period.kind === 'month' && !isPartOf(one.period, period))
    .toSorted((one, other) => Temporal.PlainDate.compare(one.period.from, other.period.from))
  const shifted = new Map<MemberId, readonly PlannedVersion[]>()
  for (const month of beside)
    for (const { memberId, before, value } of month.parts)
      if (before !== value) shifted.set(memberId, [...(shifted.get(memberId) ?? []), month])
  return shifted
}

/** Null: the period itself gets no new version. */
export const ownVersion = ({ versions }: Saved, period: TargetPeriod): PlannedVersion | null =>
  versions.find((one) => samePeriod(one.period, period)) ?? null
