// Loads the facts of the messages to people who are added to a team or get another role in it.

import type { Queryable } from '../../../core/db/client.ts'
import type { UserId, WorkspaceId } from '../../../core/ids.ts'
import { roleMetricsOfTeams } from '../../../numbers/db/metrics.ts'
import { enteredMetrics, type Metric } from '../../../numbers/domain/metrics.ts'
import { teamsAbove } from '../../../org/db/hierarchy.ts'
import { memberOf } from '../../../org/db/members.ts'
import { settingsNow } from '../../../org/db/settings.ts'
import { loadTeam } from '../../../org/db/teams.ts'
import { type Member, type Team, type TeamSettings, WEEKLY_REPORT } from '../../../org/domain/team.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import type { MemberAddedFacts, MemberRoleChangedFacts } from '../../domain/message-facts.ts'

/** Null: the person has left again, or the team is paused. */
export async function loadMemberAdded(
  db: Queryable,
  { workspaceId, toUserId, subject }: Message<'member-added'>,
  now: Temporal.Instant,
): Promise<MemberAddedFacts | null> {
  const found = await memberNow(db, { workspaceId, teamId: subject.teamId, userId: toUserId ?? '' }, now)
  if (!found) return null
  const { team, settings, numbers } = found
  const directors = (await teamsAbove(db, team)).map(({ managerUserId }) => managerUserId)
  const { managerUserId, channelId } = team
  const weekly = settings.reports[WEEKLY_REPORT]
  return {
    kind: 'member-added',
    teamName: settings.name,
    channelId,
    byUserId: subject.byUserId,
    managerUserId,
    directorUserIds: [...new Set(directors)].filter(
      (userId) => userId !== managerUserId && userId !== toUserId,
    ),
    promptTime: settings.promptTime,
    checkinName: settings.checkinName,
    zoneRule: settings.zoneRule,
    boardNames: settings.boardNames,
    numbers,
    weekly: weekly?.on ? weekly : null,
  }
}

/** Null: the person has left, or the team is paused. */
export async function loadMemberRoleChanged(
  db: Queryable,
  { workspaceId, toUserId, subject }: Message<'member-role-changed'>,
  now: Temporal.Instant,
): Promise<MemberRoleChangedFacts | null> {
  const found = await memberNow(db, { workspaceId, teamId: subject.teamId, userId: toUserId ?? '' }, now)
  if (!found) return null
  const { member, settings, numbers } = found
  const { byUserId } = subject
  return { kind: 'member-role-changed', teamName: settings.name, byUserId, role: member.role, numbers }
}

interface MemberNow {
  member: Member
  team: Team
  settings: TeamSettings
  numbers: readonly Metric[]
}

async function memberNow(
  db: Queryable,
  { workspaceId, teamId, userId }: { workspaceId: WorkspaceId; teamId: string; userId: UserId },
  now: Temporal.Instant,
): Promise<MemberNow | null> {
  const member = (await memberOf(db, workspaceId, userId)).find((of) => of.teamId === teamId)
  const team = member && (await loadTeam(db, workspaceId, teamId))
  const settings = team && (await settingsNow(db, team, now))
  if (!member || !team || !settings) return null
  const lists = (await roleMetricsOfTeams(db, [team])).get(teamId)
  return { member, team, settings, numbers: enteredMetrics(lists?.[member.role] ?? []) }
}
