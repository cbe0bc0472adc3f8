// Decides when each reader of a warning can be told: in their working hours, by their own clock and calendar.
import type { Queryable } from '../../core/db/client.ts'
import type { WorkspaceId } from '../../core/ids.ts'
import { localDate } from '../../core/time.ts'
import { localInstant } from '../../org/domain/checkin-window.ts'
import type { Said } from '../domain/digest.ts'
import { afterWorkingTime } from '../domain/working-time.ts'
import { type DaysOfTeams, loadSchedules, type Reader } from './person-schedules.ts'

export const readerOf = ({ warning: { teamId }, userId }: Said): Reader => ({ userId, teamId })

export interface ReaderHours {
  dateOf(reader: Reader, at: Temporal.Instant): Temporal.PlainDate
  zoneOf(reader: Reader): string
  /** The instant itself, or where that is outside of their hours the beginning of the next ones. */
  from(reader: Reader, at: Temporal.Instant): Temporal.Instant
  /** When the first working day begins on the date or after it. */
  morning(reader: Reader, date: Temporal.PlainDate): Temporal.Instant
}

/** @param days what is known of teams already */
export async function loadReaderHours(
  q: Queryable,
  workspaceId: WorkspaceId,
  readers: readonly Reader[],
  days: DaysOfTeams,
  now: Temporal.Instant,
): Promise<ReaderHours> {
  const schedule = await loadSchedules(q, workspaceId, readers, days, now)
  return {
    zoneOf: (reader) => schedule(reader).zone,
    dateOf: (reader, at) => localDate(at, schedule(reader).zone),
    from: (reader, at) => afterWorkingTime(at, 0, schedule(reader)),
    morning: (reader, date) => {
      const its = schedule(reader)
      return afterWorkingTime(localInstant(date, '00:00', its.zone), 0, its)
    },
  }
}
