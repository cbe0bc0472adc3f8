// Writes what became of an action item: the row, the audit, the messages that show it, and the announcement.
import { announce } from '../../core/changes.ts'
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { UserId } from '../../core/ids.ts'
import { localDate } from '../../core/time.ts'
import type { AuditScreen } from '../../org/audit/domain/audit-event.ts'
import { recordAudit } from '../../org/audit/flows/record-audit.ts'
import { recordRecipients } from '../../org/audit/flows/record-reading.ts'
import { findPeople } from '../../org/db/people.ts'
import { editOf, type MessageDraft, type MessageEdit } from '../../outbox/domain/message.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { updateAction } from '../db/action-items.ts'
import { type ActionItem, askerOf } from '../domain/action-item.ts'
import { auditedAction } from '../domain/audit-changes.ts'
import { dueMessage, givenEdit, givenMessage } from '../domain/messages.ts'
import { actionsChanged } from './changes.ts'
import { reachable } from './reachable.ts'

/** `before` null: it is new, and its row is written already. */
export interface SavedChange {
  before: ActionItem | null
  after: ActionItem
}

/** Of an open item. Its owner is told of what others did, and finds it in the message that they have already. */
export async function saveChange(
  tx: Transaction,
  context: Context,
  { before, after }: { before: ActionItem; after: ActionItem },
  by: { userId: UserId; screen: AuditScreen },
): Promise<void> {
  await updateAction(tx, after)
  await recordOthers(tx, context, { before, after }, by)
  const owners = [...new Set([before.ownerUserId, after.ownerUserId])]
  const reminders = await remindersOf(tx, after, owners, context.clock.now())
  const { workspaceId, ownerUserId } = after
  const isFormer = before.ownerUserId !== ownerUserId
  const here = await reachable(tx, workspaceId, isFormer ? [before.ownerUserId] : [])
  const former = here.map((userId) => givenEdit(after, userId))
  const own = ownerUserId === by.userId ? givenEdit(after, ownerUserId) : givenMessage(after, ownerUserId)
  const helpers = await tellHelpers(tx, context, { before, after }, by.userId)
  const asker = await tellAsker(tx, { before, after }, by.userId)
  await enqueueMessage(tx, context, [own, ...former, ...helpers, ...asker, ...reminders])
  await announce(tx, context, actionsChanged, { actions: [{ before, after }], byUserId: by.userId })
}

/** Who asked for it hears who has it now and how it ended, in one message, unless it was they themselves or they are gone. */
async function tellAsker(
  tx: Transaction,
  { before, after }: SavedChange,
  byUserId: UserId,
): Promise<(MessageDraft | MessageEdit)[]> {
  const [asker] = await reachable(tx, after.workspaceId, [askerOf(after)])
  if (!asker || asker === before?.ownerUserId) return []
  const isNews = after.state !== 'open' || after.ownerUserId !== before?.ownerUserId
  return [isNews && asker !== byUserId ? givenMessage(after, asker) : givenEdit(after, asker)]
}

/** Who helps is told once, and never reminded; what they were told follows what becomes of the item. */
export async function tellHelpers(
  tx: Transaction,
  context: Context,
  { before, after }: SavedChange,
  byUserId: UserId,
): Promise<(MessageDraft | MessageEdit)[]> {
  const { workspaceId, ownerUserId, state } = after
  const known = before?.helperUserIds ?? []
  const added =
    state === 'open'
      ? after.helperUserIds.filter((userId) => !known.includes(userId) && userId !== byUserId)
      : []
  const viewers = added.filter((userId) => userId !== ownerUserId)
  if (viewers.length > 0)
    await recordRecipients(tx, context, {
      workspaceId,
      viewers,
      parts: [{ userId: ownerUserId, what: 'plan' }],
    })
  const others = [...new Set([...known, ...after.helperUserIds])].filter(
    (userId) => !viewers.includes(userId) && userId !== ownerUserId && userId !== before?.ownerUserId,
  )
  const here = await reachable(tx, workspaceId, others)
  return [
    ...viewers.map((userId) => givenMessage(after, userId)),
    ...here.map((userId) => givenEdit(after, userId)),
  ]
}

/** Nothing is recorded of what people do with their own items. */
export async function recordOthers(
  tx: Transaction,
  context: Context,
  { before, after }: SavedChange,
  { userId, screen }: { userId: UserId; screen: AuditScreen },
): Promise<void> {
  const concerned = before?.ownerUserId ?? after.ownerUserId
  if (concerned === userId && after.ownerUserId === userId) return
  const { workspaceId, teamId } = after
  await recordAudit(tx, context, [
    {
      ...{ workspaceId, teamId, kind: 'action-item', actorUserId: userId, userId: concerned, screen },
      ...{ before: before && auditedAction(before), after: auditedAction(after) },
    },
  ])
}

/** Today's reminders of these people, edited where they got one. */
export async function remindersOf(
  tx: Transaction,
  { workspaceId }: ActionItem,
  userIds: readonly UserId[],
  now: Temporal.Instant,
): Promise<MessageEdit[]> {
  const people = await findPeople(tx, workspaceId, userIds)
  return people.map((person) => editOf(dueMessage(person, localDate(now, person.zone))))
}
