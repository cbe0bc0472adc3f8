// The messages of the standup as drafts for the outbox: who gets which, under which key, about what.

import type { MemberId, TeamId, UserId, WorkspaceId } from '../../../core/ids.ts'
import type { Team } from '../../../org/domain/team.ts'
import type { MessageDraft } from '../../../outbox/domain/message.ts'

interface MemberDate {
  workspaceId: WorkspaceId
  teamId: TeamId
  memberId: MemberId
  userId: UserId
  date: Temporal.PlainDate
}

/** The member's own card: the prompt, which turns into the receipt. */
export const cardMessage = (of: MemberDate): MessageDraft => personal('standup-card', 'standup', of)

export const reminderMessage = (of: MemberDate): MessageDraft => personal('standup-reminder', 'remind', of)

/** What stops asking once the member's standup is closed: what they were sent of it. */
export function closedMessages(
  of: MemberDate,
  { prompted, reminded }: Record<'prompted' | 'reminded', ReadonlySet<MemberId>>,
): MessageDraft[] {
  return [
    ...(prompted.has(of.memberId) ? [cardMessage(of)] : []),
    ...(reminded.has(of.memberId) ? [reminderMessage(of)] : []),
  ]
}

function personal(
  kind: 'standup-card' | 'standup-reminder',
  prefix: string,
  { workspaceId, teamId, memberId, userId, date }: MemberDate,
): MessageDraft {
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
export function summaryMessage(
  { workspaceId, teamId, channelId }: Pick<Team, 'workspaceId' | 'teamId' | 'channelId'>,
  date: Temporal.PlainDate,
): MessageDraft {
  return {
    workspaceId,
    key: `summary:${teamId}:${date}`,
    kind: 'standup-summary',
    audience: { to: 'channel', channelId },
    teamId,
    subject: { date: date.toString() },
  }
}

interface BlockerRef {
  workspaceId: WorkspaceId
  teamId: TeamId
  blockerId: string
  helperUserId: UserId
}

/** To whoever raised it: help is coming, later in the same message that it is solved. */
export const helpComingMessage = (blocker: BlockerRef & { ownerUserId: UserId }): MessageDraft =>
  aboutBlocker('help-coming', 'helped', blocker, blocker.ownerUserId)

/** Who is asked later instead gets a message of their own; the first one's then says that it is settled. */
export const helpMessage = (blocker: BlockerRef): MessageDraft =>
  aboutBlocker('help-wanted', 'help', blocker, blocker.helperUserId)

function aboutBlocker(
  kind: 'help-coming' | 'help-wanted',
  prefix: string,
  { workspaceId, teamId, blockerId, helperUserId }: BlockerRef,
  userId: UserId,
): MessageDraft {
  const audience = { to: 'person', userId } as const
  const subject = { blockerId, helperUserId }
  return { workspaceId, key: `${prefix}:${blockerId}:${helperUserId}`, kind, audience, teamId, subject }
}
