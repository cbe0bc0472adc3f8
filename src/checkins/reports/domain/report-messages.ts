// The messages of reports as drafts for the outbox: who gets which, under which key, about what.
import type { MessageDraft } from '../../../outbox/domain/message.ts'
import type { CheckinMessages, MemberOn } from '../../domain/checkin-messages.ts'

const personal = (
  kind: 'report-card' | 'report-reminder',
  prefix: string,
  checkin: string,
  { workspaceId, teamId, memberId, userId, date }: MemberOn,
): MessageDraft => ({
  workspaceId,
  key: `${prefix}:${checkin}:${memberId}:${date}`,
  kind,
  audience: { to: 'person', userId },
  teamId,
  subject: { checkin, memberId, date: date.toString() },
})

/** `name`: of the kind of report. */
export const reportMessages = (name: string): CheckinMessages => ({
  card: (of) => personal('report-card', 'report', name, of),
  reminder: (of) => personal('report-reminder', 'report-remind', name, of),
  summary: ({ workspaceId, teamId, channelId }, date) => ({
    ...{ workspaceId, teamId, key: `report-summary:${name}:${teamId}:${date}`, kind: 'report-summary' },
    ...{ audience: { to: 'channel', channelId }, subject: { checkin: name, date: date.toString() } },
  }),
})
