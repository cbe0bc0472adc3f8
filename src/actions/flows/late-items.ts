// Says which items are late by the working days of their owners: one rule for whatever names items without listing them.
import type { Queryable } from '../../core/db/client.ts'
import type { WorkspaceId } from '../../core/ids.ts'
import type { ActionItem } from '../domain/action-item.ts'
import { whenDue } from '../domain/listed-action.ts'
import { loadOwnerDays } from './owner-days.ts'

type DatedItem = Pick<ActionItem, 'actionId' | 'teamId' | 'ownerUserId' | 'dueOn'>

/** The ids of those that are. */
export async function lateAmong(
  q: Queryable,
  workspaceId: WorkspaceId,
  items: readonly DatedItem[],
  now: Temporal.Instant,
): Promise<Set<string>> {
  const days = await loadOwnerDays(
    q,
    items.map((item) => ({ ...item, workspaceId })),
    now,
  )
  const late = items.filter((item) => {
    const day = days.of(item)
    return day !== null && whenDue(day, item.dueOn) === 'overdue'
  })
  return new Set(late.map(({ actionId }) => actionId))
}
