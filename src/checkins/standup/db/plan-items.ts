// Reads and writes the lines that members plan in a standup, and their outcome in the next.

import { and, asc, eq, or, sql } from 'drizzle-orm'
import type { Queryable } from '../../../core/db/client.ts'
import { uuidArray } from '../../../core/db/pairs.ts'
import type { TeamId, WorkspaceId } from '../../../core/ids.ts'
import type { Outcomes } from '../domain/standup.ts'
import type { PlanLine } from '../domain/standup-facts.ts'
import { planItems } from './standups.sql.ts'

/** A team's lines on one date: planned then, or settled then. */
export async function planOfTeam(
  q: Queryable,
  workspaceId: WorkspaceId,
  teamId: TeamId,
  date: Temporal.PlainDate,
): Promise<{ settled: PlanLine[]; planned: PlanLine[] }> {
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

/** Sets the outcome of lines, as answered in the standup of the date. */
export async function settleOutcomes(
  q: Queryable,
  workspaceId: WorkspaceId,
  told: Temporal.PlainDate,
  { done, carried, dropped }: Outcomes,
): Promise<void> {
  const settled = [...done, ...carried, ...dropped]
  if (settled.length === 0) return
  await q.execute(sql`
    update plan_items set settled_on = ${told.toString()}::date, outcome = case
      when item_id = any(${uuidArray(done)}) then 'done'
      when item_id = any(${uuidArray(dropped)}) then 'dropped'
      else 'carried' end
    where workspace_id = ${workspaceId} and item_id = any(${uuidArray(settled)})`)
}

/** Deletes the lines that a standup planned; `saveEntry` then writes the new ones. */
export async function clearPlan(
  q: Queryable,
  { workspaceId, teamId, memberId, date }: Pick<PlanLine, 'workspaceId' | 'teamId' | 'memberId' | 'date'>,
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
