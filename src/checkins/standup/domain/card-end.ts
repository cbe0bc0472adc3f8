// Decides when the buttons of members' cards end, and which cards are edited then: "Edit" after the close, the late answer at midnight.
import type { MemberId, TeamId, WorkspaceId } from '../../../core/ids.ts'
import { type CheckinWindow, windowOf } from '../../../org/domain/checkin-window.ts'
import type { DayMember, TeamDay } from '../../../org/domain/team-day.ts'

export const EDIT_OVER = 'standup-edit-over'
export const LATE_OVER = 'standup-late-over'
export type CardEnd = typeof EDIT_OVER | typeof LATE_OVER

/** The summary and the board go first. */
const EDIT_AFTER_MINUTES = 1
/** In each workspace and minute: Slack allows 50 edits, and the answers of others need some. */
export const CARDS_A_MINUTE = 12

/** What is planned for a part of the team's cards. */
export interface CardEndPlan {
  workspaceId: WorkspaceId
  teamId: TeamId
  dueKey: string
  kind: CardEnd
  /** The cards of members after this one, by id. Null: from the first. */
  memberId: MemberId | null
  date: Temporal.PlainDate
  dueAt: Temporal.Instant
}

/** `end`: the close, or the end of the date, of those whose cards are edited. */
export function cardEndPlan(
  { team: { workspaceId, teamId }, date }: TeamDay,
  kind: CardEnd,
  end: Temporal.Instant,
  dueAt: Temporal.Instant,
  after: MemberId | null,
): CardEndPlan {
  const dueKey = `${kind}:${teamId}:${date}:${end.epochMilliseconds}:${after ?? 'first'}`
  return { workspaceId, teamId, dueKey, kind, memberId: after, date, dueAt }
}

/** The `end` in a plan's key. */
export const endOf = (dueKey: string): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(Number(dueKey.split(':')[3]))

/** Of members whose day has just closed. Nothing is planned for cards that have no button. */
export function plansAtClose(
  day: TeamDay,
  closed: readonly DayMember[],
  { answered, prompted }: { answered: ReadonlySet<MemberId>; prompted: ReadonlySet<MemberId> },
): CardEndPlan[] {
  const plans = closed.flatMap((of): CardEndPlan[] => {
    const { closeAt, lateUntil } = windowOf(day.settings, of, day.date)
    if (answered.has(of.member.memberId))
      return [cardEndPlan(day, EDIT_OVER, closeAt, closeAt.add({ minutes: EDIT_AFTER_MINUTES }), null)]
    if (prompted.has(of.member.memberId)) return [cardEndPlan(day, LATE_OVER, lateUntil, lateUntil, null)]
    return []
  })
  return [...new Map(plans.map((plan) => [plan.dueKey, plan])).values()]
}

/** Whether the member's card is among those of a plan: the button that it had ended then. */
export function endsThen(
  kind: CardEnd,
  end: Temporal.Instant,
  { closeAt, lateUntil }: CheckinWindow,
  answered: boolean,
): boolean {
  if (kind === EDIT_OVER) return answered && closeAt.equals(end)
  return !answered && Temporal.Instant.compare(lateUntil, end) <= 0
}
