// Reads and writes the lines that members planned in a standup, and what became of them in the next.
import { and, asc, eq, inArray, or, sql } from 'drizzle-orm'
import type { TeamId, WorkspaceId } from '../domain/ids.ts'
import type { Outcome } from '../domain/standup.ts'
import type { Queryable } from './client.ts'
import { uuidArray } from './pairs.ts'
import { planItems } from './standups.sql.ts'

export type PlanRow = typeof planItems.$inferSelect

/** A team's lines on one date: planned then, or settled then. */
export async function planOfTeam(
  q: Queryable,
  workspaceId: WorkspaceId,
  teamId: TeamId,
  date: Temporal.PlainDate,
): Promise<{ settled: PlanRow[]; planned: PlanRow[] }> {
  const rows = await q
    .select()
    .from(planItems)
    .where(
      and(
        eq(planItems.workspaceId, workspaceId),
        eq(planItems.teamId, teamId),
        or(eq(planItems.date, date), eq(planItems.settledOn, date)),
      ),
    )
    .orderBy(asc(planItems.date), asc(planItems.position))
  return {
    settled: rows.filter((row) => row.settledOn?.equals(date)),
    planned: rows.filter((row) => row.date.equals(date)),
  }
}

/** Says of lines what became of them, as told in the standup of the date. */
export async function settleOutcomes(
  q: Queryable,
  workspaceId: WorkspaceId,
  told: Temporal.PlainDate,
  outcomes: Readonly<Record<Outcome, readonly string[]>>,
): Promise<void> {
  const { done, carried, dropped } = outcomes
  const all = [...done, ...carried, ...dropped]
  if (all.length === 0) return
  await q
    .update(planItems)
    .set({
      settledOn: told,
      outcome: sql`case when ${planItems.itemId} = any(${uuidArray(done)}) then 'done'
        when ${planItems.itemId} = any(${uuidArray(dropped)}) then 'dropped' else 'carried' end`,
    })
    .where(and(eq(planItems.workspaceId, workspaceId), inArray(planItems.itemId, all)))
}

/** Takes away the lines that a standup planned: `saveEntry` writes those that it plans now. */
export async function clearPlan(
  q: Queryable,
  { workspaceId, teamId, memberId, date }: Pick<PlanRow, 'workspaceId' | 'teamId' | 'memberId' | 'date'>,
): Promise<void> {
  await q
    .delete(planItems)
    .where(
      and(
        eq(planItems.workspaceId, workspaceId),
        eq(planItems.teamId, teamId),
        eq(planItems.memberId, memberId),
        eq(planItems.date, date),
      ),
    )
}
