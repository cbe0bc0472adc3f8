// Adds the preset metrics of the roles in a team, in the team's currency.
import { reactTo } from '../../core/changes.ts'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import type { WorkspaceId } from '../../core/ids.ts'
import { ownRoles } from '../../org/db/roles.ts'
import { settingsNow } from '../../org/db/settings.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import { isPresetRole } from '../../org/domain/own-role.ts'
import type { Role, TeamSettings } from '../../org/domain/team.ts'
import { membershipChanged } from '../../org/flows/changes.ts'
import { inTeam } from '../db/catalogue.ts'
import { addRoleMetrics, metricsOfTeam, rolesWithMetrics } from '../db/metrics.ts'
import { adopted } from '../domain/adopted-metric.ts'
import { currencyOf } from '../domain/currency.ts'
import type { Metric } from '../domain/metrics.ts'
import { presetFor } from '../domain/presets.ts'
import { wholeCatalogue } from './whole-catalogue.ts'

/** Adds the presets of the roles that have no metrics in the team yet. */
export async function addPresetMetrics(
  tx: Transaction,
  ref: TeamRef,
  roles: readonly Role[],
  currency: string,
): Promise<void> {
  const present = new Set(await rolesWithMetrics(tx, ref))
  for (const role of new Set(roles))
    if (!present.has(role))
      await addRoleMetrics(tx, ref, role, await startingMetrics(tx, ref.workspaceId, role, currency))
}

/** What a team counts for the role to begin with: of a role of the workspace's own what is not retired of its list. */
export async function startingMetrics(
  q: Queryable,
  workspaceId: WorkspaceId,
  role: Role,
  currency: string,
): Promise<Metric[]> {
  if (isPresetRole(role)) return presetFor(role, currency)
  const own = (await ownRoles(q, workspaceId)).find((one) => one.role === role)
  if (!own) return []
  const all = await wholeCatalogue(q, workspaceId)
  const metrics = own.metricKeys.flatMap((key) => all.get(key)?.metric ?? [])
  return metrics
    .filter(({ retiredAt }) => retiredAt === null)
    .map((metric) => adopted(inTeam(metric, currency)))
}

/** The currency of the team's money metrics, or else that of its country. */
export async function currencyOfTeam(
  q: Queryable,
  ref: TeamRef,
  settings: Pick<TeamSettings, 'holidayCountry'>,
): Promise<string> {
  const metrics = await metricsOfTeam(q, ref.workspaceId, ref.teamId)
  const money = [...metrics.values()].find((metric) => metric.currency !== null)
  return money?.currency ?? currencyOf(settings.holidayCountry)
}

export const addPresetMetricsToNewRoles = reactTo(
  membershipChanged,
  async (tx, context, { team, joined, moved }) => {
    const roles = [...joined, ...moved.map(({ member }) => member)].map(({ role }) => role)
    const settings = await settingsNow(tx, team, context.clock.now())
    if (settings && roles.length > 0)
      await addPresetMetrics(tx, team, roles, await currencyOfTeam(tx, team, settings))
  },
)
