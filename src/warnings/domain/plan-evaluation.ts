// Plans when warnings are looked at: with the prompt of each working morning, once more when the check-in has closed, and soon after numbers have changed.
import { localDate } from '../../core/time.ts'
import { checkinWindow } from '../../org/domain/checkin-window.ts'
import type { Member } from '../../org/domain/team.ts'
import { type DayPlanner, isAskedOn } from '../../org/domain/team-day.ts'
import type { PlannedItem } from '../../schedule/domain/planned-item.ts'

/** The due kinds: the morning that counts for a streak, the look after the close, and one warning's next step. */
export const WARNINGS_MORNING = 'warnings-morning'
export const WARNINGS_CLOSE = 'warnings-close'
export const WARNING_STEP = 'warning-step'
/** The look at one member whose numbers have changed. */
export const WARNING_LOOK = 'warning-look'
/** What waited until a person's working hours begin. */
export const WAITING_DUE = 'warning-waiting'
/** What waited for the next morning because a person had got enough that day. */
export const DIGEST_DUE = 'warning-digest'

/** So that the numbers of those who answer last are in. */
const AFTER_CLOSE_MINUTES = 5

/** By the team's own clock; not on a date on which nobody is asked. */
export const planEvaluation: DayPlanner = (day) => {
  const { team, settings, date } = day
  if (!day.members.some((of) => isAskedOn(day, of))) return []
  const { promptAt, closeAt, lateUntil } = checkinWindow(settings, settings.zone, date, null)
  const item = { memberId: null, date, until: lateUntil }
  return [
    {
      ...{ ...item, dueKey: `${WARNINGS_MORNING}:${team.teamId}:${date}`, kind: WARNINGS_MORNING },
      dueAt: promptAt,
    },
    {
      ...{ ...item, dueKey: `${WARNINGS_CLOSE}:${team.teamId}:${date}`, kind: WARNINGS_CLOSE },
      dueAt: closeAt.add({ minutes: AFTER_CLOSE_MINUTES }),
    },
  ]
}

/** In a check-in everyone enters numbers within the hour, so that several are looked at together. */
const SLOT_MINUTES = { inCheckin: 5, byItself: 1 }
/** So that no change of a slot comes after its look. */
const AFTER_SLOT_MINUTES = 1

/** One look for all that a member changes within a few minutes. */
export function planLook(
  { memberId }: Pick<Member, 'memberId'>,
  inCheckin: boolean,
  now: Temporal.Instant,
): PlannedItem {
  const slot = SLOT_MINUTES[inCheckin ? 'inCheckin' : 'byItself'] * 60
  const end = (Math.floor(now.epochMilliseconds / 1000 / slot) + 1) * slot
  const dueAt = Temporal.Instant.fromEpochMilliseconds(end * 1000).add({ minutes: AFTER_SLOT_MINUTES })
  return {
    ...{ dueKey: `${WARNING_LOOK}:${memberId}:${slot}:${end}`, kind: WARNING_LOOK },
    ...{ memberId, date: localDate(dueAt, 'UTC'), dueAt },
  }
}
