// Saves, claims and removes set-ups that are finished in the background.
import { and, eq, sql } from 'drizzle-orm'
import type { Database, Queryable } from '../../core/db/client.ts'
import { columnsIn, typedRow } from '../../core/db/typed-rows.ts'
import { pendingSetups } from './pending-setups.sql.ts'

export type PendingSetup = typeof pendingSetups.$inferSelect
type Ref = Pick<PendingSetup, 'workspaceId' | 'channelId'>

/** The same person's second submit replaces the first. False: somebody else's is being worked on. */
export async function savePendingSetup(
  q: Queryable,
  setup: Omit<PendingSetup, 'attempts' | 'nextAttemptAt'>,
): Promise<boolean> {
  const { input, teamId, requestedAt } = setup
  const rows = await q
    .insert(pendingSetups)
    .values({ ...setup, nextAttemptAt: requestedAt })
    .onConflictDoUpdate({
      target: [pendingSetups.workspaceId, pendingSetups.channelId],
      set: { input, teamId, requestedAt },
      setWhere: eq(pendingSetups.userId, setup.userId),
    })
    .returning({ channelId: pendingSetups.channelId })
  return rows.length > 0
}

/** The next one that is due, which is then ours until `leaseUntil`. */
export async function claimPendingSetup(
  db: Database,
  now: Temporal.Instant,
  leaseUntil: Temporal.Instant,
): Promise<PendingSetup | null> {
  const [row] = await db.execute(sql`
    update pending_setups set next_attempt_at = ${leaseUntil.toString()}::timestamptz, attempts = attempts + 1
    where ctid = (select ctid from pending_setups where next_attempt_at <= ${now.toString()}::timestamptz
      order by next_attempt_at limit 1 for update skip locked)
    returning ${columnsIn(pendingSetups)}`)
  return row ? typedRow(pendingSetups, row) : null
}

/** Prolongs the claim, or puts the set-up off. */
export async function putOffPendingSetup(q: Queryable, of: Ref, until: Temporal.Instant): Promise<void> {
  await q.update(pendingSetups).set({ nextAttemptAt: until }).where(isSetup(of))
}

/** False: it was submitted again, or is done already. */
export async function deletePendingSetup(q: Queryable, of: PendingSetup): Promise<boolean> {
  const rows = await q
    .delete(pendingSetups)
    .where(and(isSetup(of), eq(pendingSetups.requestedAt, of.requestedAt)))
    .returning({ channelId: pendingSetups.channelId })
  return rows.length > 0
}

const isSetup = ({ workspaceId, channelId }: Ref) =>
  and(eq(pendingSetups.workspaceId, workspaceId), eq(pendingSetups.channelId, channelId))
