// Decides when a member who pressed "In 15 minutes" is reminded: never after the close.
import type { CheckinWindow } from '../../org/domain/checkin-window.ts'
import type { CheckinKind } from './checkin-kind.ts'
import type { MemberOn } from './checkin-messages.ts'
import { dueKeyOf } from './due-keys.ts'

export const SNOOZE_MINUTES = 15
/** What a check-in needs at the least: nobody is reminded later than that before the close. */
const TIME_TO_ANSWER_MINUTES = 5

/** Null: the close is too near for a reminder. */
export function snoozeUntil(
  { closeAt }: Pick<CheckinWindow, 'closeAt'>,
  now: Temporal.Instant,
): Temporal.Instant | null {
  const wanted = now.add({ minutes: SNOOZE_MINUTES })
  const latest = closeAt.subtract({ minutes: TIME_TO_ANSWER_MINUTES })
  const until = Temporal.Instant.compare(wanted, latest) < 0 ? wanted : latest
  return Temporal.Instant.compare(now, until) < 0 ? until : null
}

/** One for a member and date, whatever is pressed how often. */
export const snoozePlan = (
  kind: CheckinKind,
  { workspaceId, teamId, memberId, date }: MemberOn,
  dueAt: Temporal.Instant,
) => ({
  ...{ workspaceId, teamId, memberId, date, dueAt, kind: kind.dueKinds['snooze-over'] },
  dueKey: dueKeyOf(kind, 'snooze-over', date, `${memberId}:${date}`),
})
