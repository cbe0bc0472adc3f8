// Which team stands for the whole company: an admin names it, among the teams that have none above them and others below.
import type { Context } from '../../core/context.ts'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import type { TeamId, WorkspaceId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { recordAudit } from '../audit/flows/record-audit.ts'
import { channelNames } from '../db/channels.ts'
import { rootTeams } from '../db/hierarchy.ts'
import { settingsOfTeams } from '../db/settings.ts'
import { loadTeam } from '../db/teams.ts'
import { loadWorkspaceSettings, saveWorkspaceSettings } from '../db/workspace-settings.ts'
import type { AuditedTeam } from '../domain/audit-changes.ts'
import type { NamedTeam, Team } from '../domain/team.ts'

export interface CompanyChoices {
  /** By name; empty where no team has teams below it. */
  roots: readonly NamedTeam[]
  /** The one that is named; with a single root that one is proposed. Null: none. */
  chosen: TeamId | null
}

export async function companyChoices(
  q: Queryable,
  workspaceId: WorkspaceId,
  now: Temporal.Instant,
): Promise<CompanyChoices> {
  const found = await rootTeams(q, workspaceId)
  const settings = await settingsOfTeams(q, found, localDate(now, 'UTC'))
  const channelIds = found.map(({ channelId }) => channelId)
  const channels = await channelNames(q, workspaceId, channelIds)
  const roots = found.map(({ teamId, channelId }) => ({
    ...{ teamId, name: settings.get(teamId)?.name ?? null, channelName: channels.get(channelId) ?? null },
  }))
  const byName = roots.toSorted((one, other) => ((one.name ?? '') < (other.name ?? '') ? -1 : 1))
  const { companyTeamId } = await loadWorkspaceSettings(q, workspaceId)
  const named = byName.find(({ teamId }) => teamId === companyTeamId)
  const only = roots.length === 1 ? roots[0]!.teamId : null
  return { roots: byName, chosen: named?.teamId ?? only }
}

/** Null: none is named, or the team is paused or has a team above it by now. */
export async function companyTeam(q: Queryable, workspaceId: WorkspaceId): Promise<Team | null> {
  const { companyTeamId } = await loadWorkspaceSettings(q, workspaceId)
  const team = companyTeamId ? await loadTeam(q, workspaceId, companyTeamId) : null
  return team && !team.archivedAt && !team.parentTeamId ? team : null
}

/** `wanted`: a root, or null for none. Returns false where it is no root any more. */
export async function nameCompany(
  tx: Transaction,
  context: Context,
  { workspaceId, userId }: Person,
  wanted: TeamId | null,
): Promise<boolean> {
  const { companyTeamId: before } = await loadWorkspaceSettings(tx, workspaceId)
  if (before === wanted) return true
  const isRoot = (await rootTeams(tx, workspaceId)).some(({ teamId }) => teamId === wanted)
  if (wanted !== null && !isRoot) return false
  await saveWorkspaceSettings(tx, workspaceId, { companyTeamId: wanted })
  await recordAudit(tx, context, [
    {
      ...{ workspaceId, actorUserId: userId, userId: null, teamId: wanted ?? before, kind: 'company-named' },
      ...{ screen: '/kpi workspace', before: await audited(tx, workspaceId, before) },
      after: await audited(tx, workspaceId, wanted),
    },
  ])
  return true
}

async function audited(
  q: Queryable,
  workspaceId: WorkspaceId,
  teamId: TeamId | null,
): Promise<AuditedTeam | null> {
  const team = teamId ? await loadTeam(q, workspaceId, teamId) : null
  return team && { teamId: team.teamId, channelId: team.channelId }
}
