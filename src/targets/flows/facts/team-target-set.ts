// Loads the facts of the message to whoever acts for a team about its new target.
import type { Queryable } from '../../../core/db/client.ts'
import { loadWorkspaceSettings } from '../../../org/db/workspace-settings.ts'
import { loadTeamIdentity } from '../../../org/flows/facts/team-identity.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import { versionsOfTarget } from '../../db/targets.ts'
import type { TeamTargetSetFacts } from '../../domain/message-facts.ts'
import { metricsInTree } from '../metrics-in-tree.ts'

/** Null: the team, the target or its metric does not exist any more. */
export async function loadTeamTargetSet(
  db: Queryable,
  { workspaceId, teamId, subject }: Message<'team-target-set'>,
  now: Temporal.Instant,
): Promise<TeamTargetSetFacts | null> {
  const team = teamId ? await loadTeamIdentity(db, workspaceId, teamId, now) : null
  if (!team || !teamId) return null
  const { metricKey, period: kind, from, to, version } = subject
  const period = { kind, from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) }
  const versions = await versionsOfTarget(db, workspaceId, { teamId, metricKey, period })
  const saved = versions.find((one) => one.version === version)
  const metric = (await metricsInTree(db, { workspaceId, teamId })).get(metricKey)
  if (!saved || saved.whole === null || !metric) return null
  const before = versions.find((one) => one.version === version - 1)?.whole ?? null
  const above = saved.partOf ? await loadTeamIdentity(db, workspaceId, saved.partOf, now) : null
  const { companyTeamId } = await loadWorkspaceSettings(db, workspaceId)
  return {
    ...{ kind: 'team-target-set', ...team, metric, period, before, after: saved.whole },
    ...{ byUserId: saved.setBy, reason: saved.reason },
    partOf: above && { teamName: above.teamName, isCompany: saved.partOf === companyTeamId },
  }
}
