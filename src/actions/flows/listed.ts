// Says of open items when they are due, by the days of their owners.
import type { Queryable } from '../../core/db/client.ts'
import type { WorkspaceId } from '../../core/ids.ts'
import type { ActionItem } from '../domain/action-item.ts'
import {
  inOrder,
  type ListedAction,
  type SourceItem,
  sourceItemOf,
  whenDue,
} from '../domain/listed-action.ts'
import { loadOwnerDays } from './owner-days.ts'

/** In the order in which they are due. */
export async function listed(
  q: Queryable,
  workspaceId: WorkspaceId,
  actions: readonly ActionItem[],
  now: Temporal.Instant,
  others: readonly SourceItem[] = [],
): Promise<ListedAction[]> {
  const items = [...actions.map(sourceItemOf), ...others]
  const days = await loadOwnerDays(
    q,
    items.map((item) => ({ ...item, workspaceId })),
    now,
  )
  return inOrder(
    items.map((item) => {
      const day = days.of(item)
      return { ...item, when: day ? whenDue(day, item.dueOn) : 'ahead' }
    }),
  )
}
