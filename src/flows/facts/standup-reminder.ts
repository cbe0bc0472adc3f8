// Loads what a member's reminder shows: the close that is near, or that it is no longer needed.
import type { Queryable } from '../../db/client.ts'
import type { Notice } from '../../db/notices.ts'
import type { StandupReminderFacts } from '../../domain/notice.ts'
import { loadNoticedDay } from './noticed-day.ts'

/** Null: nobody has to be reminded any more, and nobody was. */
export async function loadStandupReminder(
  db: Queryable,
  notice: Notice,
  now: Temporal.Instant,
): Promise<StandupReminderFacts | null> {
  const day = await loadNoticedDay(db, notice, now)
  if (!day) return null
  if (day.state !== 'due' && notice.deliveredVersion === 0) return null
  return {
    kind: 'standup-reminder',
    teamId: day.team.teamId,
    teamName: day.settings.name,
    date: day.date,
    closeAt: day.window.closeAt,
    zone: day.zone,
    answered: day.state === 'answered' || day.state === 'late',
  }
}
