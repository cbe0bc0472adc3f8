// Loads what the recap of a week that is over says beside its ranking.
import type { Queryable } from '../../core/db/client.ts'
import { bestWeeks } from '../../numbers/db/best-weeks.ts'
import type { Period } from '../../numbers/domain/period.ts'
import type { Team, TeamSettings } from '../../org/domain/team.ts'
import { teamProgress } from '../../targets/flows/team-progress.ts'
import { winsBetween } from '../../wins/db/wins.ts'
import { personalRecords, type Recap, recapDeals, recapTotals } from '../domain/recap.ts'

export async function loadRecap(
  q: Queryable,
  of: { team: Team; settings: TeamSettings; period: Period },
  now: Temporal.Instant,
): Promise<Recap> {
  const progress = await teamProgress(q, of, now)
  const sums = progress.people.flatMap(({ metrics }) =>
    metrics.flatMap(({ metric }) => (metric.kind === 'additive' && metric.higherIsBetter ? metric.key : [])),
  )
  const earlier = await bestWeeks(q, of.team, [...new Set(sums)], of.period.from)
  const deals = of.settings.wins === 'none' ? undefined : recapDeals(await winsBetween(q, of.team, of.period))
  return {
    ...{ totals: recapTotals(progress), records: personalRecords(progress, earlier) },
    ...(deals && { deals }),
  }
}
