// Lets members who work the same days have one calendar object, so that what is counted by it is counted once.
import type { TeamDay } from '../../org/domain/team-day.ts'

/** Signals look back no further. */
const LOOKED_BACK = { years: 1 }

export function withSharedCalendars(days: readonly TeamDay[]): TeamDay[] {
  const known = new Map<string, TeamDay['members'][number]['calendar']>()
  return days.map((day) => {
    const since = day.date.subtract(LOOKED_BACK)
    const members = day.members.map((of) => {
      const { joinedOn } = of.calendar
      const isOld = Temporal.PlainDate.compare(joinedOn, since) < 0
      const key = JSON.stringify({ ...of.calendar, joinedOn: isOld ? null : joinedOn })
      const calendar = known.get(key) ?? of.calendar
      known.set(key, calendar)
      return { ...of, calendar }
    })
    return { ...day, members }
  })
}
