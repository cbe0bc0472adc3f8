// Loads the team above and the teams beside a team, and says whether a planned change fits into the target above.
import type { Queryable } from '../../core/db/client.ts'
import type { MetricKey } from '../../core/ids.ts'
import type { Team } from '../../org/domain/team.ts'
import { versionsWithin } from '../db/targets.ts'
import { partsOfTeamsBelow } from '../db/team-parts.ts'
import type { CascadeVersion, TeamWholes } from '../domain/cascade.ts'
import { spanOf } from '../domain/target-period.ts'
import { type AboveParent, aboveParent } from '../domain/within-parent.ts'
import { wholesOfTeam } from './load-plan.ts'

/** Null: it fits. Of sums only: a rate of a team may differ from that above. */
export async function fitsAbove(
  q: Queryable,
  { workspaceId, teamId, parentTeamId }: Team,
  metricKey: MetricKey,
  versions: readonly CascadeVersion[],
  had: TeamWholes,
): Promise<AboveParent | null> {
  if (parentTeamId === null || versions.length === 0) return null
  const span = spanOf(versions.map(({ period }) => period))
  const wholes = wholesOfTeam(await versionsWithin(q, workspaceId, { teamId: parentTeamId, metricKey }, span))
  if (wholes.size === 0) return null
  const parts = await partsOfTeamsBelow(q, { workspaceId, teamId: parentTeamId }, metricKey, span)
  return aboveParent(versions, had, { wholes, siblings: parts.filter((one) => one.teamId !== teamId) })
}
