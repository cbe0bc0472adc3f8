// The messages of every check-in, and which of them change with an answer or a close. Each kind says what they are.
import type { MemberId, TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { CheckinWindow } from '../../org/domain/checkin-window.ts'
import type { Team } from '../../org/domain/team.ts'
import { editOf, type MessageDraft, type MessageEdit } from '../../outbox/domain/message.ts'
import type { CommentVersion } from './review.ts'

/** One member on one date. */
export interface MemberOn {
  workspaceId: WorkspaceId
  teamId: TeamId
  memberId: MemberId
  userId: UserId
  date: Temporal.PlainDate
}
export type SummaryTeam = Pick<Team, 'workspaceId' | 'teamId' | 'channelId'>

export interface CheckinMessages {
  /** The member's own: the prompt, which turns into the receipt. */
  card(of: MemberOn): MessageDraft
  reminder(of: MemberOn): MessageDraft
  /** The reminder that the member asked for instead of answering the prompt. Missing: nobody can ask for one. */
  snoozed?(of: MemberOn): MessageDraft
  /** Sent when whoever leads the team asks for the answer. Missing: nobody can. */
  nudge?(of: MemberOn): MessageDraft
  /** To whoever answered: what somebody who leads the team wrote about the answer. */
  comment(of: MemberOn, version: CommentVersion): MessageDraft
  /** The team's one message about the date: it fills up with the answers and is complete at the close. */
  summary(team: SummaryTeam, date: Temporal.PlainDate): MessageDraft
}

/** An answer before the prompt does not show in the channel yet: the summary begins with the first prompt. */
export function messagesOnAnswer(
  messages: CheckinMessages,
  of: MemberOn,
  {
    team,
    window,
    snoozedUntil,
  }: { team: SummaryTeam; window: CheckinWindow; snoozedUntil: Temporal.Instant | null },
  now: Temporal.Instant,
): (MessageDraft | MessageEdit)[] {
  const begun = (at: Temporal.Instant) => Temporal.Instant.compare(at, now) <= 0
  return [
    messages.card(of),
    ...(begun(window.remindAt) ? [messages.reminder(of)] : []),
    ...(snoozedUntil && messages.snoozed ? [messages.snoozed(of)] : []),
    ...(messages.nudge ? [editOf(messages.nudge(of))] : []),
    ...(begun(window.promptAt) ? [messages.summary(team, of.date)] : []),
  ]
}

/** When the date closes for a member without an answer, the messages they were sent stop asking. */
export function messagesOnClose(
  messages: CheckinMessages,
  of: MemberOn,
  {
    prompted,
    reminded,
    snoozed,
    nudged,
  }: Record<'prompted' | 'reminded' | 'snoozed' | 'nudged', ReadonlySet<MemberId>>,
): MessageDraft[] {
  return [
    ...(prompted.has(of.memberId) ? [messages.card(of)] : []),
    ...(reminded.has(of.memberId) ? [messages.reminder(of)] : []),
    ...(snoozed.has(of.memberId) && messages.snoozed ? [messages.snoozed(of)] : []),
    ...(nudged.has(of.memberId) && messages.nudge ? [messages.nudge(of)] : []),
  ]
}
