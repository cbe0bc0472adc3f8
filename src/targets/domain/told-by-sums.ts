// Whose own number or target a team's sum is, because nobody else of the team has any: whoever is shown the sum has read theirs.
import type { UserId } from '../../core/ids.ts'
import type { MemberStanding, MetricStanding } from './team-progress.ts'

/** Of every metric by itself; somebody who is in two of the teams counts once. */
export function toldBySums(people: readonly MemberStanding[]): UserId[] {
  const all = people.flatMap(({ member, metrics }) =>
    metrics.map((one) => ({ ...one, userId: member.userId })),
  )
  const alone = (has: (one: MetricStanding) => boolean): UserId[] =>
    [...Map.groupBy(all.filter(has), ({ metric }) => metric.key).values()].flatMap((own) => {
      const [first, ...others] = new Set(own.map(({ userId }) => userId))
      return first !== undefined && others.length === 0 ? [first] : []
    })
  const reported = alone(({ actual }) => actual !== null)
  return [...new Set([...reported, ...alone(({ progress }) => progress !== null)])]
}
