// Plans when a month or quarter that is over is offered for review: on the team's first working day after it, when all numbers are in.
import { periodOf } from '../../numbers/domain/period.ts'
import { teamWorksOn, type WorkCalendar } from '../../org/domain/calendar.ts'
import { checkinWindow } from '../../org/domain/checkin-window.ts'
import { askedWindows, type DayPlanner } from '../../org/domain/team-day.ts'

export const REVIEW_OFFER = 'review-offer'
/** Mondays or not, months begin on the same day. */
const ANY_START = 1

/** A quarter begins with a month: whether one has ended as well is looked up when the item is due. */
export const planReviewOffer: DayPlanner = (day) => {
  const { team, settings, calendar, date } = day
  if (!isFirstOfMonth(calendar, date)) return []
  const lastClose = askedWindows(day)
    .map(({ window }) => window.closeAt)
    .sort(Temporal.Instant.compare)
    .at(-1)
  const dueAt = lastClose ?? checkinWindow(settings, settings.zone, date, null).closeAt
  return [
    { dueKey: `${REVIEW_OFFER}:${team.teamId}:${date}`, kind: REVIEW_OFFER, memberId: null, date, dueAt },
  ]
}

/** True: the date is the first working day of its month. */
function isFirstOfMonth(calendar: WorkCalendar, date: Temporal.PlainDate): boolean {
  const { from } = periodOf('month', date, ANY_START)
  for (let before = from; Temporal.PlainDate.compare(before, date) < 0; before = before.add({ days: 1 }))
    if (teamWorksOn(calendar, before)) return false
  return teamWorksOn(calendar, date)
}
