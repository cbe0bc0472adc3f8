// One date of a team: its settings, its calendar, its members, and which of them are asked for a check-in.
import type { Person } from '../../core/person.ts'
import type { PlannedItem } from '../../schedule/domain/planned-item.ts'
import { isAsked } from './asked.ts'
import { type MemberCalendar, type WorkCalendar, workingFraction } from './calendar.ts'
import { type CheckinWindow, checkinWindow, windowOf } from './checkin-window.ts'
import type { Member, Team, TeamSettings } from './team.ts'

export interface DayMember {
  member: Member
  person: Person
  calendar: MemberCalendar
  /** The time zone in which the member is asked. */
  zone: string
}

export interface TeamDay {
  team: Team
  date: Temporal.PlainDate
  /** In force on the date. */
  settings: TeamSettings
  calendar: WorkCalendar
  /** Everyone who belongs to the team on the date, working or not. */
  members: readonly DayMember[]
}

/** Returns the items that a feature plans for the team on that date. */
export type DayPlanner = (day: TeamDay) => PlannedItem[]

export const worksOn = ({ calendar }: DayMember, date: Temporal.PlainDate): boolean =>
  workingFraction(calendar, date) > 0

/** True: the member works on the date and is not on leave for the whole time from prompt to close. */
export const isAskedOn = ({ settings, date }: TeamDay, of: DayMember): boolean =>
  isAsked(of.calendar, windowOf(settings, of, date), of.zone)

/** The members who are asked on the date, each with their check-in window. Its `opensAt` ignores the member's own calendar. */
export function askedWindows({
  settings,
  members,
  date,
}: TeamDay): (DayMember & { window: CheckinWindow })[] {
  // The window depends on the zone alone, so it is computed once for each zone.
  const windows = new Map<string, CheckinWindow>()
  const windowIn = (zone: string) => {
    const window = windows.get(zone) ?? checkinWindow(settings, zone, date, null)
    windows.set(zone, window)
    return window
  }
  return members
    .map((of) => ({ ...of, window: windowIn(of.zone) }))
    .filter(({ calendar, window, zone }) => isAsked(calendar, window, zone))
}

declare module '../../core/context.ts' {
  interface Contributions {
    dayPlanners: readonly DayPlanner[]
    /** The kinds of due items that no plan of a day holds. */
    kindsOutsideDayPlans: readonly string[]
  }
}
