// Creates action items, for people who add them and for features that make one of what somebody promised.
import { randomUUIDv7 } from 'node:crypto'
import { announce } from '../../core/changes.ts'
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { AuditScreen } from '../../org/audit/domain/audit-event.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { insertActions } from '../db/action-items.ts'
import type { ActionItem, NewAction } from '../domain/action-item.ts'
import { givenMessage } from '../domain/messages.ts'
import { actionsChanged } from './changes.ts'
import { recordOthers, remindersOf, tellHelpers } from './save-change.ts'

/** In the transaction of a caller who has checked who may. An owner who did not add it is told. */
export async function createAction(
  tx: Transaction,
  context: Context,
  created: NewAction,
  screen: AuditScreen,
): Promise<ActionItem> {
  const { createdBy, ownerUserId } = created
  const now = context.clock.now()
  const after: ActionItem = {
    ...created,
    weight: created.weight ?? null,
    asStandIn: created.asStandIn ?? false,
    ...{ actionId: randomUUIDv7(), state: 'open', assignedBy: createdBy },
    ...{ createdAt: now, closedBy: null, closedAt: null, reason: null },
  }
  await insertActions(tx, [after])
  await recordOthers(tx, context, { before: null, after }, { userId: createdBy, screen })
  const told = createdBy === ownerUserId ? [] : [givenMessage(after, ownerUserId)]
  const reminders = await remindersOf(tx, after, [ownerUserId], now)
  const helpers = await tellHelpers(tx, context, { before: null, after }, createdBy)
  await enqueueMessage(tx, context, [...told, ...helpers, ...reminders])
  await announce(tx, context, actionsChanged, { actions: [{ before: null, after }], byUserId: createdBy })
  return after
}
