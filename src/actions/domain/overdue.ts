// Counts how long an action item is overdue, in the working days of the person who is accountable for it.
import { type MemberCalendar, nextWorkingDay, workingFraction } from '../../org/domain/calendar.ts'

const { compare } = Temporal.PlainDate
/** So far a calendar looks back; longer is not told apart. */
const MOST_DAYS_BACK = 90

const works = (calendar: MemberCalendar, date: Temporal.PlainDate): boolean =>
  workingFraction(calendar, date) > 0

/** What is due on a day off is due on the next working day. */
export const dueDay = (calendar: MemberCalendar, dueOn: Temporal.PlainDate): Temporal.PlainDate =>
  works(calendar, dueOn) ? dueOn : (nextWorkingDay(calendar, dueOn) ?? dueOn)

/** The working days after the one on which it was due, today included; 0: it is not overdue. */
export function workingDaysOverdue(
  calendar: MemberCalendar,
  dueOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
): number {
  const earliest = today.subtract({ days: MOST_DAYS_BACK })
  const due = compare(dueOn, earliest) < 0 ? earliest : dueDay(calendar, dueOn)
  let days = 0
  for (let date = due.add({ days: 1 }); compare(date, today) <= 0; date = date.add({ days: 1 }))
    if (works(calendar, date)) days += 1
  return days
}

/** True: it is due today or overdue, and today is a working day of the person. */
export const isForToday = (
  calendar: MemberCalendar,
  dueOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
): boolean => works(calendar, today) && compare(dueDay(calendar, dueOn), today) <= 0
