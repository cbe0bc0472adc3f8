// Counts time in somebody's working hours: a delay that the night, a weekend or leave interrupts goes on afterwards.
import { remembered } from '../../core/remembered.ts'
import { isBefore, localDate } from '../../core/time.ts'
import { localInstant } from '../../org/domain/checkin-window.ts'
import type { WorkingHours } from '../../org/domain/team.ts'

/** When one person can be expected to answer. */
export interface WorkingSchedule {
  zone: string
  hours: WorkingHours
  worksOn(date: Temporal.PlainDate): boolean
}

/** Somebody who is away for longer than this is not waited for. */
const SEARCHED_DAYS = 60

/**
 * The instant at which so many minutes of the person's working time have passed. With 0 it is the instant itself, or where that is
 * outside of their hours the beginning of the next ones.
 */
export const afterWorkingTime = (
  from: Temporal.Instant,
  minutes: number,
  schedule: WorkingSchedule,
): Temporal.Instant => workedFrom(schedule, from, minutes)

/** One manager's hours are asked for each of their people at the same instant. */
const workedFrom: (schedule: WorkingSchedule, from: Temporal.Instant, minutes: number) => Temporal.Instant =
  remembered((from, minutes) => `${from} ${minutes}`, counted)

function counted(
  { zone, hours, worksOn }: WorkingSchedule,
  from: Temporal.Instant,
  minutes: number,
): Temporal.Instant {
  let left = minutes
  // A shift that crosses midnight elsewhere began on the date before.
  let date = localDate(from, zone)
  for (let days = 0; days < SEARCHED_DAYS; days += 1, date = date.add({ days: 1 })) {
    if (!worksOn(date)) continue
    const opens = localInstant(date, hours.from, zone)
    const start = isBefore(opens, from) ? from : opens
    const here = start.until(localInstant(date, hours.to, zone)).total('minutes')
    if (here <= 0) continue
    if (left < here || (left === here && left > 0)) return start.add({ seconds: Math.round(left * 60) })
    left -= here
  }
  return localInstant(date, hours.from, zone)
}

/** Zones apart have a common hour on most days; where they have none, the first one's hours count. */
const TRIES = 10

/** The first instant from then on that is in everybody's working hours. */
export function withinHoursOf(
  from: Temporal.Instant,
  schedules: readonly WorkingSchedule[],
): Temporal.Instant {
  let at = from
  for (let tries = 0; tries < TRIES; tries += 1) {
    const next = schedules.reduce((later, schedule) => afterWorkingTime(later, 0, schedule), at)
    if (next.equals(at)) return at
    at = next
  }
  const [first] = schedules
  return first ? afterWorkingTime(from, 0, first) : from
}

/** The minutes of one working day. */
export function minutesADay({ from, to }: WorkingHours): number {
  const [start, end] = [Temporal.PlainTime.from(from), Temporal.PlainTime.from(to)]
  return start.until(end).total('minutes')
}
