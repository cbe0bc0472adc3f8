// The settings that all teams of the demo share, and the working days that follow from them.
import { type MemberCalendar, nextTeamWorkingDay, teamWorksOn } from '../src/org/domain/calendar.ts'
import { DEFAULT_REPORT, WEEKLY_REPORT } from '../src/org/domain/team.ts'
import { COMPANY, DIRECTOR, PEOPLE, TEAMS } from './company.ts'

export const FIRST_DAY = Temporal.PlainDate.from('2026-07-01')

export const ORDINARY_SETTINGS = {
  workDays: [1, 2, 3, 4, 5],
  alternateDay: null,
  holidayRegion: null,
  zoneRule: 'member',
  promptTime: '09:00',
  closeAfterMinutes: 120,
  remindBeforeCloseMinutes: 30,
  numbersDay: 'previous',
  // As set-up suggests: by targets, and by points until there are any.
  measure: { kind: 'attainment', metric: null },
  boardNames: 'top',
  wins: 'all',
  okrView: false,
  workingHours: { from: '09:00', to: '18:00' },
  questions: {},
  reports: { [WEEKLY_REPORT]: DEFAULT_REPORT },
  checkinName: '',
} as const

/** Of a team's members, none of whom is ever away. */
export function calendarOf({ holidayCountry }: { holidayCountry: string }): MemberCalendar {
  return {
    ...ORDINARY_SETTINGS,
    holidayCountry,
    extraDays: {},
    joinedOn: FIRST_DAY,
    leftOn: null,
    leave: [],
    ownHolidays: [],
  }
}

/** The working days of a team in a zone which begin before `to` and end after `from`. */
export function workingDaysBetween(
  team: { holidayCountry: string },
  zone: string,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Temporal.PlainDate[] {
  const calendar = calendarOf(team)
  const days: Temporal.PlainDate[] = []
  const last = to.toZonedDateTimeISO(zone).toPlainDate()
  let date = from.toZonedDateTimeISO(zone).toPlainDate()
  for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 }))
    if (teamWorksOn(calendar, date)) days.push(date)
  return days
}

/** Those after `from` and until `to`, in order. */
export const inOrder = <T extends { at: Temporal.Instant }>(
  all: readonly T[],
  from: Temporal.Instant,
  to: Temporal.Instant,
): T[] =>
  all
    .filter(({ at }) => Temporal.Instant.compare(at, from) > 0 && Temporal.Instant.compare(at, to) <= 0)
    .toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))

/** The next time that this person's team is asked: nine o'clock in their zone, on a day that is no day off. */
export function nextMorning(userId: string, now: Temporal.Instant): Temporal.Instant {
  const person = PEOPLE.find((one) => one.userId === userId) ?? DIRECTOR
  const team =
    TEAMS.find(({ manager, reps }) => [manager, ...reps].some((one) => one.userId === userId)) ?? COMPANY
  const calendar = calendarOf(team)
  const today = now.toZonedDateTimeISO(person.zone).toPlainDate()
  const at = (date: Temporal.PlainDate) =>
    date.toZonedDateTime({ timeZone: person.zone, plainTime: ORDINARY_SETTINGS.promptTime }).toInstant()
  if (teamWorksOn(calendar, today) && Temporal.Instant.compare(at(today), now) > 0) return at(today)
  return at(nextTeamWorkingDay(calendar, today) ?? today.add({ days: 1 }))
}
