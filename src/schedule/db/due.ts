// Queries on due items: plan, claim, settle, retry.
import { and, asc, eq, lte, type SQL, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import { textArray } from '../../core/db/pairs.ts'
import { dueItems } from './due.sql.ts'

export type DueItem = typeof dueItems.$inferSelect

/** An item to be planned. */
export interface DuePlan {
  workspaceId: string
  dueKey: string
  kind: string
  teamId: string
  memberId: string | null
  date: Temporal.PlainDate
  dueAt: Temporal.Instant
}

/** The outcome of a claimed item. */
export interface DueOutcome {
  workspaceId: string
  dueKey: string
  state: 'done' | 'skipped' | 'missed_too_late'
  reason?: string
}

/** Inserts the items. An existing key that still waits gets the new due time; a settled one is not changed. */
export async function planDueItems(tx: Queryable, plans: readonly DuePlan[]): Promise<void> {
  if (plans.length === 0) return
  const column = (pick: (plan: DuePlan) => string | null) => textArray(plans.map(pick))
  await tx.execute(sql`
    insert into ${dueItems} (workspace_id, due_key, kind, team_id, member_id, date, due_at, next_attempt_at, state)
    select distinct on (workspace_id, due_key)
      workspace_id, due_key, kind, team_id::uuid, member_id::uuid, date::date,
      due_at::timestamptz, due_at::timestamptz, 'waiting'
    from unnest(
      ${column((plan) => plan.workspaceId)}, ${column((plan) => plan.dueKey)}, ${column((plan) => plan.kind)},
      ${column((plan) => plan.teamId)}, ${column((plan) => plan.memberId)},
      ${column((plan) => plan.date.toString())}, ${column((plan) => plan.dueAt.toString())}
    ) as plan (workspace_id, due_key, kind, team_id, member_id, date, due_at)
    on conflict (workspace_id, due_key) do update
      set due_at = excluded.due_at, next_attempt_at = excluded.due_at, attempts = 0
      where due_items.state = 'waiting' and due_items.due_at <> excluded.due_at`)
}

/**
 * Locks up to `limit` due items of the kind until the transaction ends, and skips items that another replica has locked.
 * With `only`: just that item, if it is due.
 */
export async function claimDueItems(
  tx: Transaction,
  kind: string,
  now: Temporal.Instant,
  limit: number,
  only?: Pick<DueItem, 'workspaceId' | 'dueKey'>,
): Promise<DueItem[]> {
  const conditions: (SQL | undefined)[] = [
    // A literal, not a parameter: otherwise Postgres does not see that the partial index applies.
    sql`${dueItems.state} = 'waiting'`,
    lte(dueItems.nextAttemptAt, now),
    eq(dueItems.kind, kind),
  ]
  if (only) conditions.push(eq(dueItems.workspaceId, only.workspaceId), eq(dueItems.dueKey, only.dueKey))
  return tx
    .select()
    .from(dueItems)
    .where(and(...conditions))
    .orderBy(asc(dueItems.nextAttemptAt), asc(dueItems.teamId))
    .limit(limit)
    .for('update', { skipLocked: true })
}

export async function settleDueItems(
  tx: Queryable,
  outcomes: readonly DueOutcome[],
  now: Temporal.Instant,
): Promise<void> {
  if (outcomes.length === 0) return
  const column = (pick: (outcome: DueOutcome) => string | null) => textArray(outcomes.map(pick))
  await tx.execute(sql`
    update ${dueItems} set state = outcome.state, reason = outcome.reason, settled_at = ${now.toString()}::timestamptz
    from unnest(
      ${column((outcome) => outcome.workspaceId)}, ${column((outcome) => outcome.dueKey)},
      ${column((outcome) => outcome.state)}, ${column((outcome) => outcome.reason ?? null)}
    ) as outcome (workspace_id, due_key, state, reason)
    where due_items.workspace_id = outcome.workspace_id and due_items.due_key = outcome.due_key
      and due_items.state = 'waiting'`)
}

/** After a failure: schedules the next attempt, or marks the item as failed. */
export async function retryDueItemLater(
  db: Queryable,
  item: Pick<DueItem, 'workspaceId' | 'dueKey'>,
  next: { state: 'waiting' | 'failed'; nextAttemptAt: Temporal.Instant; reason: string },
): Promise<void> {
  await db
    .update(dueItems)
    .set({ ...next, attempts: sql`${dueItems.attempts} + 1` })
    .where(
      and(
        eq(dueItems.workspaceId, item.workspaceId),
        eq(dueItems.dueKey, item.dueKey),
        eq(dueItems.state, 'waiting'),
      ),
    )
}

/** The kinds that have due items. With nothing due it reads one index entry. */
export async function dueKinds(db: Queryable, now: Temporal.Instant): Promise<string[]> {
  // Every replica runs this every minute, mostly with no result; raw SQL takes half the time of the query builder.
  const rows = await db.execute<{ kind: string }>(sql`
    select distinct kind from due_items where state = 'waiting' and next_attempt_at <= ${now.toString()}::timestamptz`)
  return rows.map((row) => row.kind)
}

/** The next attempt time of the earliest waiting item, past or future; null: no item waits. */
export async function nextDueAt(db: Queryable): Promise<Temporal.Instant | null> {
  const [row] = await db
    .select({ nextAttemptAt: dueItems.nextAttemptAt })
    .from(dueItems)
    .where(sql`${dueItems.state} = 'waiting'`)
    .orderBy(asc(dueItems.nextAttemptAt))
    .limit(1)
  return row?.nextAttemptAt ?? null
}
