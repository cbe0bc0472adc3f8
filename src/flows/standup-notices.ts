// The messages of the standup as notices: who gets which, under which key, about what.
import type { MemberId, TeamId, UserId, WorkspaceId } from '../domain/ids.ts'
import type { NoticeDraft } from '../domain/notice.ts'
import type { Team } from '../domain/team.ts'

interface MemberDate {
  workspaceId: WorkspaceId
  teamId: TeamId
  memberId: MemberId
  userId: UserId
  date: Temporal.PlainDate
}

/** The member's own card: the prompt, which turns into the receipt. */
export const cardNotice = (of: MemberDate): NoticeDraft => personal('standup-card', 'standup', of)

export const reminderNotice = (of: MemberDate): NoticeDraft => personal('standup-reminder', 'remind', of)

function personal(
  kind: 'standup-card' | 'standup-reminder',
  prefix: string,
  { workspaceId, teamId, memberId, userId, date }: MemberDate,
): NoticeDraft {
  return {
    workspaceId,
    key: `${prefix}:${memberId}:${date}`,
    kind,
    audience: { to: 'person', userId },
    teamId,
    subject: { memberId, date: date.toString() },
  }
}

/** The team's one message about a standup. */
export function summaryNotice(
  { workspaceId, teamId, channelId }: Pick<Team, 'workspaceId' | 'teamId' | 'channelId'>,
  date: Temporal.PlainDate,
): NoticeDraft {
  return {
    workspaceId,
    key: `summary:${teamId}:${date}`,
    kind: 'standup-summary',
    audience: { to: 'channel', channelId },
    teamId,
    subject: { date: date.toString() },
  }
}

/** Who is asked later instead gets a message of their own; the first one's then says that it is settled. */
export function helpNotice(blocker: {
  workspaceId: WorkspaceId
  teamId: TeamId
  blockerId: string
  helperUserId: UserId
}): NoticeDraft {
  const { workspaceId, teamId, blockerId, helperUserId } = blocker
  return {
    workspaceId,
    key: `help:${blockerId}:${helperUserId}`,
    kind: 'help-wanted',
    audience: { to: 'person', userId: helperUserId },
    teamId,
    subject: { blockerId, helperUserId },
  }
}
