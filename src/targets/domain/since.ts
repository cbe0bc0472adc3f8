// From when on a target measures pace: months that were over when it was first set count neither as expected nor as reached.
import { inForceOn, ownWhole, type TargetPart, type TargetVersion } from './target.ts'
import { isPartOf, samePeriod, type TargetPeriod } from './target-period.ts'

/** The first of the month in which the target, or one of a month within it, came into force. */
export interface Since {
  since: Temporal.PlainDate
}

type Dated = Pick<TargetVersion, 'metricKey' | 'period' | 'effectiveFrom'>

/** `parts`: in every version, of all periods that are known. */
export function withSince<Part extends TargetPart>(parts: readonly Part[]): (Part & Since)[] {
  const byNumber = Map.groupBy(parts, ({ memberId, metricKey }) => `${memberId} ${metricKey}`)
  return [...byNumber.values()].flatMap((own) =>
    own.map((part) => ({ ...part, since: sinceOf(part.period, own) })),
  )
}

function sinceOf(period: TargetPeriod, own: readonly Dated[]): Temporal.PlainDate {
  if (period.kind === 'month') return period.from
  const starts = own.flatMap((one) => {
    const measures = isPartOf(one.period, period) && !isTooLate(one)
    return measures ? [later(one.effectiveFrom, one.period.from).with({ day: 1 })] : []
  })
  return starts.toSorted(Temporal.PlainDate.compare)[0] ?? period.from
}

/** It came into force when its period was over. */
const isTooLate = ({ effectiveFrom, period }: Dated): boolean =>
  Temporal.PlainDate.compare(effectiveFrom, period.to) > 0

/** What a team's own people are to reach in a period. */
export interface TeamWhole extends Since {
  value: number
  /** What of it belongs to months that were over when it was first set: nobody was ever to reach it. */
  over: number
}

/** `versions`: the team's of one metric. Null: nothing was set for just this period. */
export function teamWhole(
  versions: readonly TargetVersion[],
  period: Pick<TargetPeriod, 'from'> & { kind: string },
  on: Temporal.PlainDate,
): TeamWhole | null {
  const exact = versions.filter(
    (one) => one.period.kind === period.kind && one.period.from.equals(period.from),
  )
  const set = inForceOn(exact, on)
  const value = set && ownWhole(set)
  if (!set || value === null) return null
  const ofTeam = versions.filter((one) => ownWhole(one) !== null)
  return { value, since: sinceOf(set.period, ofTeam), over: wholesOver(set.period, versions) }
}

function wholesOver(period: TargetPeriod, versions: readonly TargetVersion[]): number {
  if (period.kind === 'month') return 0
  const months = versions.filter((one) => one.period.kind === 'month' && isPartOf(one.period, period))
  const late = months.filter(
    (one) => !months.some((other) => samePeriod(other.period, one.period) && !isTooLate(other)),
  )
  const latest = late.filter(
    (one) => !late.some((other) => samePeriod(other.period, one.period) && other.version > one.version),
  )
  return latest.reduce((sum, one) => sum + (ownWhole(one) ?? 0), 0)
}

const later = (one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(one, other) < 0 ? other : one
