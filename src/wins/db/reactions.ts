// Writes and prunes colleagues' reactions to messages about wins.
import { and, eq, sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { pruneRows } from '../../core/db/prune-rows.ts'
import { winReactions } from './wins.sql.ts'

type Reaction = typeof winReactions.$inferSelect

export async function saveReaction(q: Queryable, reaction: Reaction): Promise<void> {
  await q.insert(winReactions).values(reaction).onConflictDoNothing()
}

export async function forgetReaction(
  q: Queryable,
  { workspaceId, sourceId, userId, reaction }: Omit<Reaction, 'reactedAt'>,
): Promise<void> {
  const { workspaceId: workspace, sourceId: source, userId: user, reaction: name } = winReactions
  await q
    .delete(winReactions)
    .where(and(eq(workspace, workspaceId), eq(source, sourceId), eq(user, userId), eq(name, reaction)))
}

export const pruneWinReactions = pruneRows('win_reactions', sql`reacted_at`)
