// Scores members by what they reached of their targets.
import type { Queryable } from '../../core/db/client.ts'
import { isMarked } from '../../numbers/domain/activity.ts'
import { enteredKeysOf } from '../../numbers/domain/measure.ts'
import type { Period } from '../../numbers/domain/period.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import { type ByTargets, metricsIn } from '../../org/domain/measure.ts'
import {
  attainmentsOf,
  type MeasuredTeam,
  type MemberAttainments,
} from '../../targets/flows/attainments-of.ts'
import { attainmentScore } from '../domain/attainment-score.ts'
import type { ScoreOfMember } from '../domain/leaderboard.ts'

const NOTHING: MemberAttainments = { standings: [], totals: {} }

/** Null: nobody has a target that the measure asks for, in the period. */
export async function targetScores(
  q: Queryable,
  measure: ByTargets,
  team: MeasuredTeam,
  { period, date, at, ...ref }: TeamRef & { period: Period; date: Temporal.PlainDate; at: Temporal.Instant },
): Promise<ScoreOfMember | null> {
  const all = await attainmentsOf(q, ref, team, { period, on: date, at })
  const keys = metricsIn(measure)
  const isAsked = ({ standings }: MemberAttainments) =>
    standings.some(({ metric, progress }) => progress && (keys.length === 0 || keys.includes(metric.key)))
  if (!all || ![...all.values()].some(isAsked)) return null
  return (memberId) => {
    const { standings, totals } = all.get(memberId) ?? NOTHING
    const counted = standings.filter(({ metric }) => keys.length === 0 || keys.includes(metric.key))
    const reached = counted.map(({ metric, actual, progress }) => ({
      ...{ metric: metric.key, higherIsBetter: metric.higherIsBetter },
      ...{ attainment: progress?.attainment ?? null, reported: actual !== null },
    }))
    const { value, reported } = attainmentScore(reached, measure)
    const marked = enteredKeysOf(counted.map(({ metric }) => metric)).some(
      (key) => totals[key] && isMarked(totals[key]),
    )
    return { value: value ?? 0, reported, marked, noTarget: value === null }
  }
}
