// Message drafts about new teams and new managers: recipient, key and subject.

import type { ChannelId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import type { TeamRef } from '../db/teams.ts'
import type { ChannelStage } from '../domain/channel-stage.ts'
import type { Team } from '../domain/team.ts'

/**
 * Asks the person who invited the bot to set up a team. After set-up the same message is updated to say that it is done;
 * with `gone`, that the bot is no longer in the channel.
 */
export function invitation(
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  inviter: UserId,
  gone = false,
): MessageDraft {
  return {
    workspaceId,
    key: `invite:${channelId}`,
    kind: 'setup-invitation',
    audience: { to: 'person', userId: inviter },
    teamId: null,
    subject: gone ? { channelId, gone } : { channelId },
  }
}

/** Introduces the team in its channel. A new `key` posts it again, for example after a pause. */
export function introduction(
  team: Pick<Team, 'workspaceId' | 'teamId' | 'channelId'>,
  key = `intro:${team.teamId}`,
): MessageDraft {
  const { workspaceId, teamId, channelId } = team
  const audience = { to: 'channel', channelId } as const
  return { workspaceId, key, kind: 'team-introduction', audience, teamId, subject: { teamId } }
}

/** Informs the new delegate of a team. */
export function delegateNamed(
  { workspaceId, teamId }: TeamRef,
  { byUserId, toUserId }: { byUserId: UserId; toUserId: UserId },
  now: Temporal.Instant,
): MessageDraft {
  return {
    workspaceId,
    key: `delegate-named:${teamId}:${now}:${toUserId}`,
    kind: 'delegate-named',
    audience: { to: 'person', userId: toUserId },
    teamId: null,
    subject: { teamId, byUserId },
  }
}

/**
 * Informs the new and the former manager, as far as they are in `recipients`. The message has no `teamId`, so that a
 * failed delivery is not reported to the new manager.
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

/** Tells the manager that more people can read the team's channel than before: once a day for each way. */
export function channelWidened(
  { workspaceId, teamId, channelId, managerUserId }: Team,
  stage: Exclude<ChannelStage, 'private'>,
  today: Temporal.PlainDate,
): MessageDraft {
  return {
    workspaceId,
    key: `widened:${teamId}:${channelId}:${stage}:${today}`,
    kind: 'channel-widened',
    audience: { to: 'person', userId: managerUserId },
    teamId,
    subject: { channelId, stage },
  }
}
