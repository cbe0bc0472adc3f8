// Builds the outbox drafts of the set-up invitation, the team introduction and the handover message.

import type { ChannelId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import type { TeamRef } from '../db/teams.ts'
import type { Team } from '../domain/team.ts'

/** Invites the person who added the bot to set up a team; once the team exists, the same message is updated to say so. */
export function invitation(workspaceId: WorkspaceId, channelId: ChannelId, inviter: UserId): MessageDraft {
  return {
    workspaceId,
    key: `invite:${channelId}`,
    kind: 'setup-invitation',
    audience: { to: 'person', userId: inviter },
    teamId: null,
    subject: { channelId },
  }
}

/** Introduces the team in its channel; posted again with a new `key` when the team resumes. */
export function introduction(
  team: Pick<Team, 'workspaceId' | 'teamId' | 'channelId'>,
  key = `intro:${team.teamId}`,
): MessageDraft {
  const { workspaceId, teamId, channelId } = team
  const audience = { to: 'channel', channelId } as const
  return { workspaceId, key, kind: 'team-introduction', audience, teamId, subject: { teamId } }
}

/**
 * To the new and the former manager, except the one who made the change. `teamId` is null, because a failed delivery
 * is not a problem that the new manager could fix.
 */
export function handedOver(
  { workspaceId, teamId }: TeamRef,
  recipients: readonly UserId[],
  { byUserId, toUserId }: { byUserId: UserId; toUserId: UserId },
  now: Temporal.Instant,
): MessageDraft[] {
  return recipients.map((userId) => ({
    workspaceId,
    key: `handed-over:${teamId}:${now}:${userId}`,
    kind: 'team-handed-over',
    audience: { to: 'person', userId },
    teamId: null,
    subject: { teamId, byUserId, toUserId },
  }))
}
