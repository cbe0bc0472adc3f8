// The messages of the standup as drafts for the outbox: who gets which, under which key, about what.

import type { TeamId, UserId, WorkspaceId } from '../../../core/ids.ts'
import type { MessageDraft } from '../../../outbox/domain/message.ts'
import type { CheckinMessages, MemberOn, SummaryTeam } from '../../domain/checkin-messages.ts'
import type { CommentVersion } from '../../domain/review.ts'

/** What people get because they are asked. */
export const CHECKIN_ITSELF = ['standup-card', 'standup-reminder', 'standup-nudge'] as const

function personal(
  kind: (typeof CHECKIN_ITSELF)[number],
  prefix: string,
  { workspaceId, teamId, memberId, userId, date }: MemberOn,
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

const summary = (
  { workspaceId, teamId, channelId }: SummaryTeam,
  date: Temporal.PlainDate,
): MessageDraft => ({
  workspaceId,
  key: `summary:${teamId}:${date}`,
  kind: 'standup-summary',
  audience: { to: 'channel', channelId },
  teamId,
  subject: { date: date.toString() },
})

declare module '../../../outbox/domain/message.ts' {
  interface MessageSubjects {
    'answer-comment': { memberId: string; date: string; byUserId: string; version: number }
  }
}

const answerComment = (
  { workspaceId, teamId, memberId, userId, date }: MemberOn,
  { byUserId, version }: CommentVersion,
): MessageDraft => ({
  ...{ workspaceId, key: `comment:${memberId}:${date}:${byUserId}:${version}`, kind: 'answer-comment' },
  ...{ teamId, audience: { to: 'person', userId } },
  subject: { memberId, date: date.toString(), byUserId, version },
})

export const STANDUP_MESSAGES = {
  card: (of: MemberOn) => personal('standup-card', 'standup', of),
  reminder: (of: MemberOn) => personal('standup-reminder', 'remind', of),
  snoozed: (of: MemberOn) => personal('standup-reminder', 'snooze', of),
  nudge: (of: MemberOn) => personal('standup-nudge', 'nudge', of),
  comment: answerComment,
  summary,
} satisfies CheckinMessages

/** How far back summaries are kept. */
const SUMMARY_DAYS = 30

/** The team's summaries that show the blocker, those of the last 30 days. */
export function summariesShowing(
  team: SummaryTeam,
  { raisedOn }: { raisedOn: Temporal.PlainDate },
  today: Temporal.PlainDate,
): MessageDraft[] {
  const days = Math.min(raisedOn.until(today).days, SUMMARY_DAYS)
  return Array.from({ length: Math.max(days, 0) + 1 }, (_, back) =>
    summary(team, today.subtract({ days: back })),
  )
}

interface BlockerRef {
  workspaceId: WorkspaceId
  teamId: TeamId
  blockerId: string
  helperUserId: UserId
}

/** To the blocker's owner: help is coming; edited later to say that it is solved. */
export const helpComingMessage = (blocker: BlockerRef & { ownerUserId: UserId }): MessageDraft =>
  aboutBlocker('help-coming', 'helped', blocker, blocker.ownerUserId)

/** Each helper gets a message of their own; the message of one who is replaced is edited to say that it is settled. */
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
