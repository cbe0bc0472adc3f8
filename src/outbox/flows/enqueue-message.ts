// Writes messages into the outbox, in the same transaction as the change that causes them.

import type { Clock } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { WorkspaceId } from '../../core/ids.ts'
import { uniqueSorted } from '../../core/unique-sorted.ts'
import { findMessage, saveMessages, standingKeys } from '../db/messages.ts'
import { editOf, type MessageDraft, type MessageEdit } from '../domain/message.ts'

/**
 * Each message is delivered soon after the transaction commits, and never if it rolls back. Enqueueing an existing key edits its
 * message in place; an edit of one that is not there does nothing.
 */
export async function enqueueMessage(
  tx: Transaction,
  { clock }: { clock: Clock },
  drafts: readonly (MessageDraft | MessageEdit)[],
): Promise<void> {
  if (drafts.length > 0) await saveMessages(tx, uniqueDrafts(drafts), clock.now())
}

/**
 * The drafts whose message is still kept, for edits that must not post anything: what was last shown more than 30 days
 * ago is not kept, and would appear again.
 */
export async function keptMessages(
  tx: Transaction,
  drafts: readonly MessageDraft[],
): Promise<MessageDraft[]> {
  const kept: MessageDraft[] = []
  for (const draft of drafts)
    if (await findMessage(tx, { workspaceId: draft.workspaceId, messageKey: draft.key })) kept.push(draft)
  return kept
}

/** Edits of the drafts whose message stands or is on its way: what was dropped is not posted after all. In one statement. */
export async function standingEdits(
  tx: Transaction,
  workspaceId: WorkspaceId,
  drafts: readonly MessageDraft[],
): Promise<MessageEdit[]> {
  const keys = drafts.map(({ key }) => key)
  const standing = keys.length > 0 ? await standingKeys(tx, workspaceId, keys) : new Set()
  return drafts.filter(({ key }) => standing.has(key)).map(editOf)
}

/** One draft of each key, sorted, as `saveMessages` requires: the last one that posts, else an edit. */
export const uniqueDrafts = <Draft extends MessageDraft | MessageEdit>(drafts: readonly Draft[]): Draft[] =>
  uniqueSorted(
    drafts.toSorted((one, other) => Number('audience' in one) - Number('audience' in other)),
    ({ workspaceId, key }) => `${workspaceId} ${key}`,
  )
