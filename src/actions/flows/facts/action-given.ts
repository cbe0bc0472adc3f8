// Loads what the message about an item shows that somebody else gave or changed.
import type { Queryable } from '../../../core/db/client.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import { loadAction } from '../../db/action-items.ts'
import { whenDue } from '../../domain/listed-action.ts'
import type { ActionGivenFacts } from '../../domain/messages.ts'
import { loadOwnerDays } from '../owner-days.ts'

/** Null: the item is not kept any more. */
export async function loadActionGiven(
  db: Queryable,
  { workspaceId, subject }: Message<'action-given'>,
  now: Temporal.Instant,
): Promise<ActionGivenFacts | null> {
  const action = await loadAction(db, { workspaceId, actionId: subject.actionId })
  if (!action) return null
  const day = (await loadOwnerDays(db, [action], now)).of(action)
  return {
    ...{ kind: 'action-given', action, userId: subject.userId },
    when: day ? whenDue(day, action.dueOn) : 'ahead',
  }
}
