// Loads the facts of the message that introduces a new team in its channel.
import type { Queryable } from '../../../core/db/client.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import { activeMembers } from '../../db/members.ts'
import { settingsNow } from '../../db/settings.ts'
import { loadTeam } from '../../db/teams.ts'
import type { TeamIntroductionFacts } from '../../domain/message-facts.ts'

/** Null: the team does not exist or is paused. */
export async function loadTeamIntroduction(
  db: Queryable,
  { workspaceId, teamId }: Message<'team-introduction'>,
  now: Temporal.Instant,
): Promise<TeamIntroductionFacts | null> {
  const team = teamId ? await loadTeam(db, workspaceId, teamId) : null
  const settings = team && (await settingsNow(db, team, now))
  if (!team || team.archivedAt || !settings) return null
  const members = await activeMembers(db, team)
  const { promptTime, closeAfterMinutes, zoneRule, checkinName } = settings
  const closeTime = Temporal.PlainTime.from(promptTime).add({ minutes: closeAfterMinutes })
  return {
    kind: 'team-introduction',
    teamName: settings.name,
    managerUserId: team.managerUserId,
    memberCount: members.length,
    promptTime,
    closeTime: closeTime.toString({ smallestUnit: 'minute' }),
    checkinName,
    zoneRule,
  }
}
