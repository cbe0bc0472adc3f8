// The messages of reports as drafts for the outbox: who gets which, under which key, about what.
import { editOf, type MessageDraft, type MessageEdit } from '../../../outbox/domain/message.ts'
import type { CheckinMessages, MemberOn } from '../../domain/checkin-messages.ts'
import type { ReportQuestion } from './question.ts'

const personal = (
  kind: 'report-card' | 'report-reminder' | 'report-nudge',
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
  snoozed: (of) => personal('report-reminder', 'report-snooze', name, of),
  nudge: (of) => personal('report-nudge', 'report-nudge', name, of),
  comment: ({ workspaceId, teamId, memberId, userId, date }, { byUserId, version }) => ({
    ...{ workspaceId, teamId, key: `report-comment:${name}:${memberId}:${date}:${byUserId}:${version}` },
    ...{ kind: 'report-comment', audience: { to: 'person', userId } },
    subject: { checkin: name, memberId, date: date.toString(), byUserId, version },
  }),
  summary: ({ workspaceId, teamId, channelId }, date) => ({
    ...{ workspaceId, teamId, key: `report-summary:${name}:${teamId}:${date}`, kind: 'report-summary' },
    ...{ audience: { to: 'channel', channelId }, subject: { checkin: name, date: date.toString() } },
  }),
})

/** To the member: what is asked back about their report, with the button that opens it again. */
export const questionMessage = (
  { workspaceId, teamId, memberId, userId, date }: MemberOn,
  { kind: checkin, version }: Pick<ReportQuestion, 'kind' | 'version'>,
): MessageDraft => ({
  ...{ workspaceId, teamId, key: `report-question:${checkin}:${memberId}:${date}:${version}` },
  ...{ kind: 'report-question', audience: { to: 'person', userId } },
  subject: { checkin, memberId, date: date.toString(), version },
})

/** The message of the question that stands, and of the one before. */
export function questionEdits(
  of: MemberOn,
  asked: Pick<ReportQuestion, 'kind' | 'version'> | null,
): MessageEdit[] {
  if (!asked) return []
  const versions = [asked.version, asked.version - 1].filter((version) => version > 0)
  return versions.map((version) => editOf(questionMessage(of, { ...asked, version })))
}
