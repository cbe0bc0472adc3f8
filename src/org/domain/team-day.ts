// A team on one date: its settings, calendar and members, and who is asked.
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

/** Returns the due items of a feature for the team on that date. */
export type DayPlanner = (day: TeamDay) => PlannedItem[]

export const worksOn = ({ calendar }: DayMember, date: Temporal.PlainDate): boolean =>
  workingFraction(calendar, date) > 0

/** Whether the member works on the date and is not off during the check-in. */
export const isAskedOn = ({ settings, date }: TeamDay, of: DayMember): boolean =>
  isAsked(of.calendar, windowOf(settings, of, date), of.zone)

/** Who is asked on the date, each with the instants of their check-in but for the opening, which follows from their own calendar. */
export function askedWindows({
  settings,
  members,
  date,
}: TeamDay): (DayMember & { window: CheckinWindow })[] {
  // The instants depend on the zone alone, so a large team costs no more clock arithmetic than its zones.
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
  }
}
