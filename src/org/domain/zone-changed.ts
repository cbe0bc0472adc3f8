// Plans that a member's check-ins are moved after their time zone changed.
import type { PlannedItem } from '../../schedule/domain/planned-item.ts'
import type { Member } from './team.ts'

export const ZONE_CHANGED = 'zone-changed'

/** One item for a member and minute, however often Slack reports the change. */
export function zoneChangedItem({ memberId }: Pick<Member, 'memberId'>, now: Temporal.Instant): PlannedItem {
  const minute = now.round({ smallestUnit: 'minute', roundingMode: 'floor' })
  return {
    dueKey: `${ZONE_CHANGED}:${memberId}:${minute}`,
    kind: ZONE_CHANGED,
    memberId,
    date: now.toZonedDateTimeISO('UTC').toPlainDate(),
    dueAt: now,
  }
}
