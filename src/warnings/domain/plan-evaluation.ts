// Plans when a team's warnings are looked at: with the prompt of each working morning, and once more when the check-in has closed.
import { checkinWindow } from '../../org/domain/checkin-window.ts'
import { type DayPlanner, isAskedOn } from '../../org/domain/team-day.ts'

/** The due kinds: the morning that counts for a streak, the look after the close, and one warning's next step. */
export const WARNINGS_MORNING = 'warnings-morning'
export const WARNINGS_CLOSE = 'warnings-close'
export const WARNING_STEP = 'warning-step'
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
