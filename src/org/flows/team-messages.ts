// The messages around a team's beginning as drafts for the outbox: who gets which, under which key.

import type { ChannelId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import type { TeamRef } from '../db/teams.ts'
import type { Team } from '../domain/team.ts'

/** To whoever brought the bot into a channel: set the team up; once somebody has, the same message says so. */
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

/** What the channel reads when its team begins; said again with a new `key` when it comes back. */
export function introduction(
  team: Pick<Team, 'workspaceId' | 'teamId' | 'channelId'>,
  key = `intro:${team.teamId}`,
): MessageDraft {
  const { workspaceId, teamId, channelId } = team
  const audience = { to: 'channel', channelId } as const
  return { workspaceId, key, kind: 'team-introduction', audience, teamId, subject: { teamId } }
}

/**
 * To those of the new manager and the former one who have to hear it. A message of nobody's team: that it cannot be told is no
 * problem that the new manager could set right.
 */
export function handedOver(
  { workspaceId, teamId }: TeamRef,
  told: readonly UserId[],
  { byUserId, toUserId }: { byUserId: UserId; toUserId: UserId },
  now: Temporal.Instant,
): MessageDraft[] {
  return told.map((userId) => ({
    workspaceId,
    key: `handed-over:${teamId}:${now}:${userId}`,
    kind: 'team-handed-over',
    audience: { to: 'person', userId },
    teamId: null,
    subject: { teamId, byUserId, toUserId },
  }))
}
