// Loads what a person's reminder shows: what is due on that day or overdue.
import type { Queryable } from '../../../core/db/client.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import { openActionsOf } from '../../db/action-items.ts'
import type { ActionsDueFacts } from '../../domain/messages.ts'
import { listed } from '../listed.ts'

/** Null: nothing is due any more, and nothing was said. */
export async function loadActionsDue(
  db: Queryable,
  { workspaceId, subject, ts }: Message<'actions-due'>,
  now: Temporal.Instant,
): Promise<ActionsDueFacts | null> {
  const open = await openActionsOf(db, workspaceId, subject.userId)
  const of = Temporal.PlainDate.from(subject.date)
  // On a day off what was due on the day of the message is not overdue yet, and still open.
  const items = (await listed(db, workspaceId, open, now)).filter(
    ({ when, dueOn }) => when !== 'ahead' || Temporal.PlainDate.compare(dueOn, of) <= 0,
  )
  return items.length === 0 && ts === null ? null : { kind: 'actions-due', items }
}
