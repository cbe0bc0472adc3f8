// Loads what whoever leads a team is told of a rule that has no urgent level any more.
import type { Queryable } from '../../../core/db/client.ts'
import { metricsOfTeam } from '../../../numbers/db/metrics.ts'
import { settingsNow } from '../../../org/db/settings.ts'
import { loadTeam } from '../../../org/db/teams.ts'
import { identityOf } from '../../../org/domain/team-names.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import { rulesOfTeams } from '../../db/rules.ts'
import type { RuleLoweredView } from '../../domain/rule-lowered.ts'

/** Null: the team or the rule is gone. */
export async function loadRuleLowered(
  db: Queryable,
  { workspaceId, teamId, subject: { ruleId, by } }: Message<'warning-rule-lowered'>,
  now: Temporal.Instant,
): Promise<RuleLoweredView | null> {
  const team = teamId ? await loadTeam(db, workspaceId, teamId) : null
  if (!team || team.archivedAt) return null
  const settings = await settingsNow(db, team, now)
  const rule = (await rulesOfTeams(db, [team])).find((one) => one.ruleId === ruleId)
  if (!settings || !rule) return null
  const metrics = await metricsOfTeam(db, workspaceId, team.teamId)
  const metric = rule.metricKey === null ? null : (metrics.get(rule.metricKey) ?? null)
  return { team: identityOf(team, settings), rule, metric, by }
}
