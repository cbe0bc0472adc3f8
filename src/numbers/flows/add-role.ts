// Adds a role to the workspace, with the metrics that teams count for it to begin with; the team that adds it counts them at once.
import type { Context } from '../../core/context.ts'
import type { MetricKey, TeamId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { recordAudit } from '../../org/audit/flows/record-audit.ts'
import { insertRole, ownRoles } from '../../org/db/roles.ts'
import { settingsNow } from '../../org/db/settings.ts'
import { lockWorkspace } from '../../org/db/workspace-settings.ts'
import { mayChangeSettings } from '../../org/domain/org-permissions.ts'
import { type RoleNameProblem, readRoleName } from '../../org/domain/own-role.ts'
import type { Role } from '../../org/domain/team.ts'
import { changeInTeam } from '../../org/flows/change-in-team.ts'
import { withParts } from './adopt-metrics.ts'
import { MAX_METRICS } from './change-metrics.ts'
import { addPresetMetrics, currencyOfTeam } from './role-metrics.ts'
import { wholeCatalogue } from './whole-catalogue.ts'

const MOST_ROLES = 50

export interface RoleDraft {
  name: string
  metricKeys: readonly MetricKey[]
}

export type RoleAdded =
  | { ok: true; role: Role }
  | { ok: false; reason: 'not-allowed' | 'too-many' | 'too-many-roles' | 'gone' }
  | { ok: false; reason: 'name'; problem: RoleNameProblem }

/** `presetNames`: what the presets are called, in all languages. */
export function addRole(
  context: Context,
  who: Person,
  teamId: TeamId,
  draft: RoleDraft,
  presetNames: readonly string[],
): Promise<RoleAdded> {
  return changeInTeam(context, who, mayChangeSettings, teamId, async (tx, ref): Promise<RoleAdded> => {
    await lockWorkspace(tx, ref.workspaceId)
    const known = await ownRoles(tx, ref.workspaceId)
    const taken = [...presetNames, ...known.map(({ role }) => role)]
    const read = readRoleName(draft.name, taken)
    if (!read.ok) return { ok: false, reason: 'name', problem: read.reason }
    if (known.length >= MOST_ROLES) return { ok: false, reason: 'too-many-roles' }
    const entries = withParts(draft.metricKeys, await wholeCatalogue(tx, ref.workspaceId))
    if (!entries) return { ok: false, reason: 'gone' }
    if (entries.length > MAX_METRICS) return { ok: false, reason: 'too-many' }
    const { role } = read
    const metricKeys = entries.map(({ metric }) => metric.key)
    await insertRole(tx, ref.workspaceId, { role, metricKeys })
    const settings = (await settingsNow(tx, ref, context.clock.now()))!
    await addPresetMetrics(tx, ref, [role], await currencyOfTeam(tx, ref, settings))
    await recordAudit(tx, context, [
      {
        ...{ workspaceId: who.workspaceId, teamId, actorUserId: who.userId, userId: null },
        ...{ screen: '/kpi metrics', kind: 'role-added', before: null, after: { role, metrics: metricKeys } },
      },
    ])
    return { ok: true, role }
  })
}
