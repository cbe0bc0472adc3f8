// Writes and prunes colleagues' reactions to messages about wins.
import { and, eq, sql } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
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

export async function pruneWinReactions(
  q: Queryable,
  before: Temporal.Instant,
  limit: number,
): Promise<number> {
  const rows = await q.execute(sql`
    delete from win_reactions where ctid = any(array(
      select ctid from win_reactions where reacted_at < ${before.toString()}::timestamptz order by reacted_at limit ${limit}))
    returning 1`)
  return rows.length
}
