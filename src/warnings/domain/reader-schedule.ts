// Says when one person works who may be in several teams: from the first that begins to the last that ends, on their own days.
import {
  type MemberCalendar,
  teamWorksOn,
  type WorkCalendar,
  workingFraction,
} from '../../org/domain/calendar.ts'
import { DEFAULT_WORKING_HOURS, type TeamSettings } from '../../org/domain/team.ts'
import type { WorkingSchedule } from './working-time.ts'

export type OwnDays = Pick<MemberCalendar, 'leave' | 'ownHolidays'>

const ALWAYS_THERE = { joinedOn: Temporal.PlainDate.from('1970-01-01'), leftOn: null }

/** `teams`: none where nothing is known of them; then every day is a working day. */
export function scheduleOf(
  teams: readonly { settings: Pick<TeamSettings, 'workingHours'>; calendar: WorkCalendar }[],
  zone: string,
  own: OwnDays,
): WorkingSchedule {
  const hours = teams.map(({ settings }) => settings.workingHours)
  const from = hours.map((one) => one.from).sort()[0] ?? DEFAULT_WORKING_HOURS.from
  const to =
    hours
      .map((one) => one.to)
      .sort()
      .at(-1) ?? DEFAULT_WORKING_HOURS.to
  const isLikeTeam = own.leave.length + own.ownHolidays.length === 0
  const calendars = teams.map(({ calendar }): MemberCalendar => ({ ...calendar, ...ALWAYS_THERE, ...own }))
  const worksOn = (date: Temporal.PlainDate) =>
    teams.length === 0 ||
    (isLikeTeam
      ? teams.some(({ calendar }) => teamWorksOn(calendar, date))
      : calendars.some((calendar) => workingFraction(calendar, date) > 0))
  return { zone, hours: { from, to }, worksOn }
}
