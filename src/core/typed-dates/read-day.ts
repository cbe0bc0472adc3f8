// Reads one day in a typed text; a week, a month or a range is none.
import {
  type DateChoice,
  type DateProblem,
  type DateReading,
  type DatesFound,
  type ReadDates,
  readDates,
} from './read-dates.ts'

export type DayRead =
  | { ok: true; day: Temporal.PlainDate; rest: string }
  | { ok: false; problem: { reason: DateProblem } | DateChoice; rest: string }

export function readDay(typed: string, reading: DateReading): DayRead {
  const found = readDates(typed, reading)
  const { rest } = found
  const readings = readingsOf(found)
  const [first] = readings
  if (!first) return { ok: false, problem: found as { reason: DateProblem }, rest }
  if (!readings.every(isOneDay)) return { ok: false, problem: { reason: 'not-one-day' }, rest }
  if (readings.length > 1) return { ok: false, problem: { ok: false, reason: 'ambiguous', readings }, rest }
  return { ok: true, day: first.from, rest }
}

/** Which half of the day is meant makes no difference. */
function readingsOf(found: DatesFound): readonly ReadDates[] {
  if (found.ok) return [found.dates]
  if (!('readings' in found)) return []
  return found.reason === 'which-half' ? found.readings.slice(0, 1) : found.readings
}

const isOneDay = ({ span, from, to }: ReadDates): boolean => span === 'day' && from.equals(to)
