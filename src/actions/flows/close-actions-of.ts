// Closes the open items that a feature made of something, once that is over.
import { announce } from '../../core/changes.ts'
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { lockOpenActionsFrom, updateAction } from '../db/action-items.ts'
import { type ActionItem, askerOf, type OriginKind } from '../domain/action-item.ts'
import { givenEdit } from '../domain/messages.ts'
import { actionsChanged } from './changes.ts'
import { reachable } from './reachable.ts'
import { remindersOf } from './save-change.ts'

export interface OverOrigin {
  workspaceId: WorkspaceId
  teamId: TeamId
  /** The id of what it was made of. */
  reference: string
  /** Null: nobody did it. */
  byUserId: UserId | null
  /** Why it needs nobody any more. */
  reason: string
}

/** They count as dropped, with the reason. Their owners' reminders are edited; what is done stays done. */
export async function closeActionsOf(
  tx: Transaction,
  context: Context,
  kind: OriginKind,
  over: readonly OverOrigin[],
): Promise<void> {
  const now = context.clock.now()
  for (const before of await lockOpenActionsFrom(tx, kind, over)) {
    const { byUserId, reason } = over.find(({ reference }) => reference === before.origin.reference)!
    const closed = { state: 'dropped', closedBy: byUserId, closedAt: now, reason } as const
    const after: ActionItem = { ...before, ...closed }
    await updateAction(tx, after)
    const reminders = await remindersOf(tx, after, [after.ownerUserId], now)
    const concerned = [after.ownerUserId, ...after.helperUserIds, askerOf(after)]
    const told = (await reachable(tx, after.workspaceId, concerned)).map((userId) => givenEdit(after, userId))
    await enqueueMessage(tx, context, [...told, ...reminders])
    await announce(tx, context, actionsChanged, { actions: [{ before, after }], byUserId })
  }
}
