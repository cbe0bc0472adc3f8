// Records which direct messages are answered, and forgets those that Slack does not deliver again.
import { and, eq, sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { pruneRows } from '../../core/db/prune-rows.ts'
import type { ChannelId, WorkspaceId } from '../../core/ids.ts'
import { answeredMessages } from './answered-messages.sql.ts'

export interface MessageRef {
  workspaceId: WorkspaceId
  channelId: ChannelId
  ts: string
}

/** False: it is answered already, or somebody else is about to. */
export async function claimMessage(q: Queryable, ref: MessageRef, now: Temporal.Instant): Promise<boolean> {
  const claimed = await q
    .insert(answeredMessages)
    .values({ ...ref, answeredAt: now })
    .onConflictDoNothing()
    .returning({ ts: answeredMessages.ts })
  return claimed.length > 0
}

/** After an answer that failed: when Slack delivers the message again, it is answered. */
export async function releaseMessage(
  q: Queryable,
  { workspaceId, channelId, ts }: MessageRef,
): Promise<void> {
  await q
    .delete(answeredMessages)
    .where(
      and(
        eq(answeredMessages.workspaceId, workspaceId),
        eq(answeredMessages.channelId, channelId),
        eq(answeredMessages.ts, ts),
      ),
    )
}

export const pruneAnsweredMessages = pruneRows('answered_messages', sql`answered_at`)
