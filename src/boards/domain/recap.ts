// What a team's recap of a week says beside the ranking: totals against target and the week before, deals, and personal records.
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

/** Money of one metric, scaled. */
export interface DealAmount {
  metric: MetricKey
  value: number
}

/** The deals that the channel was told of. */
export interface RecapDeals {
  count: number
  amounts: readonly DealAmount[]
  /** The one that most colleagues reacted to. Null: nobody did. */
  favourite: (DealAmount & { userId: UserId; reactedBy: number }) | null
}

/** As it is stored with the board. */
export interface Recap {
  totals: readonly RecapTotal[]
  records: readonly PersonalRecord[]
  /** Missing: there was none. */
  deals?: RecapDeals
}

interface Deal {
  metricKey: MetricKey
  userId: UserId
  amount: number
  reactedBy: number
}

/** Of equally many reactions the larger deal is the favourite. */
export function recapDeals(deals: readonly Deal[]): RecapDeals | undefined {
  if (deals.length === 0) return undefined
  const sums = Map.groupBy(deals, ({ metricKey }) => metricKey)
  const [first] = deals.toSorted((one, other) => other.reactedBy - one.reactedBy || other.amount - one.amount)
  const { userId, metricKey: metric, amount: value, reactedBy } = first!
  return {
    count: deals.length,
    amounts: [...sums].map(([key, of]) => ({
      metric: key,
      value: of.reduce((sum, { amount }) => sum + amount, 0),
    })),
    favourite: reactedBy > 0 ? { userId, metric, value, reactedBy } : null,
  }
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
