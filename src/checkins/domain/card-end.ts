// Decides when the buttons of members' cards end, and which cards are edited then: "Edit" after the close, the late answer at midnight.
import type { MemberId, TeamId, WorkspaceId } from '../../core/ids.ts'
import type { CheckinWindow } from '../../org/domain/checkin-window.ts'
import type { DayMember, TeamDay } from '../../org/domain/team-day.ts'
import type { CheckinKind, CheckinStep } from './checkin-kind.ts'
import { dueKeyOf, restOf } from './due-keys.ts'
import { ownWindow } from './own-window.ts'

export type CardEnd = Extract<CheckinStep, 'edit-over' | 'late-over'>

/** The summary and the board go first. */
const EDIT_AFTER_MINUTES = 1
/** In each workspace and minute: Slack allows 50 edits, and the answers of others need some. */
export const CARDS_A_MINUTE = 12

/** What is planned for a part of the team's cards. */
export interface CardEndPlan {
  workspaceId: WorkspaceId
  teamId: TeamId
  dueKey: string
  kind: string
  /** The cards of members after this one, by id. Null: from the first. */
  memberId: MemberId | null
  date: Temporal.PlainDate
  dueAt: Temporal.Instant
}

/** `end`: the close, or the end of the date, of those whose cards are edited. */
export function cardEndPlan(
  kind: CheckinKind,
  { team: { workspaceId, teamId }, date }: TeamDay,
  step: CardEnd,
  { end, dueAt, after }: { end: Temporal.Instant; dueAt: Temporal.Instant; after: MemberId | null },
): CardEndPlan {
  const rest = `${teamId}:${date}:${end.epochMilliseconds}:${after ?? 'first'}`
  const dueKey = dueKeyOf(kind, step, date, rest)
  return { workspaceId, teamId, dueKey, kind: kind.dueKinds[step], memberId: after, date, dueAt }
}

/** The `end` in a plan's key. */
export const endOf = (kind: CheckinKind, dueKey: string): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(Number(restOf(kind, dueKey)[2]))

/** Of members whose day has just closed. Nothing is planned for cards that have no button. */
export function plansAtClose(
  kind: CheckinKind,
  day: TeamDay,
  closed: readonly DayMember[],
  { answered, prompted }: { answered: ReadonlySet<MemberId>; prompted: ReadonlySet<MemberId> },
): CardEndPlan[] {
  const plans = closed.flatMap((of): CardEndPlan[] => {
    const own = ownWindow(kind, day.settings, of, day.date)
    if (!own) return []
    const { closeAt, lateUntil } = own.window
    const dueAt = closeAt.add({ minutes: EDIT_AFTER_MINUTES })
    if (answered.has(of.member.memberId))
      return [cardEndPlan(kind, day, 'edit-over', { end: closeAt, dueAt, after: null })]
    if (prompted.has(of.member.memberId))
      return [cardEndPlan(kind, day, 'late-over', { end: lateUntil, dueAt: lateUntil, after: null })]
    return []
  })
  return [...new Map(plans.map((plan) => [plan.dueKey, plan])).values()]
}

/** Whether the member's card is among those of a plan: the button that it had ended then. */
export function endsThen(
  step: CardEnd,
  end: Temporal.Instant,
  { closeAt, lateUntil }: CheckinWindow,
  answered: boolean,
): boolean {
  if (step === 'edit-over') return answered && closeAt.equals(end)
  return !answered && Temporal.Instant.compare(lateUntil, end) <= 0
}
