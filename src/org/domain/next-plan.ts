// Decides when the due items of a team's date are planned.
import type { TeamId } from '../../core/ids.ts'
import type { PlannedItem } from '../../schedule/domain/planned-item.ts'
import { localInstant } from './checkin-window.ts'

export const PLAN_DAY = 'plan-day'

const NEXT_PLAN_UTC = '10:00'

/** A date is planned at 10:00 UTC of the day before: the date then begins in UTC+14, the earliest time zone. */
export function planItem(teamId: TeamId, date: Temporal.PlainDate): PlannedItem {
  const dueAt = localInstant(date.subtract({ days: 1 }), NEXT_PLAN_UTC, 'UTC')
  return { dueKey: `plan:${teamId}:${date}`, kind: PLAN_DAY, memberId: null, date, dueAt }
}
