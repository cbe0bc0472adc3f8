// What a team's recap of a week says beside the ranking: the team's totals against target and the week before, and personal records.
import type { MemberId, MetricKey, UserId } from '../../core/ids.ts'
import type { TeamProgress } from '../../targets/domain/team-progress.ts'

/** Values are scaled by the metric's decimals. */
export interface RecapTotal {
  metric: MetricKey
  value: number
  /** Of the week before. Null: nothing was reported then. */
  before: number | null
  /** Null: the team has no target for the week. */
  target: number | null
  attainment: number | null
}

export interface PersonalRecord {
  userId: UserId
  metric: MetricKey
  value: number
}

/** As it is stored with the board. */
export interface Recap {
  totals: readonly RecapTotal[]
  records: readonly PersonalRecord[]
}

/** A member's weeks before, of one metric. */
export interface EarlierWeeks {
  memberId: MemberId
  metric: MetricKey
  /** With numbers. */
  weeks: number
  best: number
}

/** Fewer make no record: everything is new in the first weeks. */
const LEAST_WEEKS = 4

/** With numbers alone; those with a target come first. */
export function recapTotals({ team }: Pick<TeamProgress, 'team'>): RecapTotal[] {
  const totals = team.flatMap(({ metric: { key }, actual, change, target }): RecapTotal[] => {
    if (actual === null) return []
    const reached = { target: target?.target ?? null, attainment: target?.attainment ?? null }
    return [{ metric: key, value: actual, before: change.before, ...reached }]
  })
  return [
    ...totals.filter(({ target }) => target !== null),
    ...totals.filter(({ target }) => target === null),
  ]
}

/** Of each member the first number, in the order of the role, that was never as high in a week. */
export function personalRecords(
  { people }: Pick<TeamProgress, 'people'>,
  earlier: readonly EarlierWeeks[],
): PersonalRecord[] {
  const weeksOf = new Map(earlier.map((one) => [`${one.memberId} ${one.metric}`, one]))
  return people.flatMap(({ member: { memberId, userId }, metrics }) => {
    const record = metrics.find(({ metric: { key, kind, higherIsBetter }, actual }) => {
      const before = weeksOf.get(`${memberId} ${key}`)
      if (kind !== 'additive' || !higherIsBetter || actual === null || !before) return false
      return before.weeks >= LEAST_WEEKS && actual > before.best
    })
    return record ? [{ userId, metric: record.metric.key, value: record.actual! }] : []
  })
}
