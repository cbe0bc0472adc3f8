// Reads and writes the lines that members planned in a standup, and what became of them in the next.
import { and, asc, eq, or, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../../core/db/client.ts'
import { type Slots, statement } from '../../../core/db/statement.ts'
import type { TeamId, WorkspaceId } from '../../../core/ids.ts'
import type { Outcome } from '../domain/standup.ts'
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
  outcomes: Outcomes,
): Promise<void> {
  const settling = settlingOf(told, outcomes)
  if (settling.settled !== NONE) await settle(q, { workspaceId, ...settling })
}

/** The ids of lines. */
export type Outcomes = Readonly<Record<Outcome, readonly string[]>>

/** What `settlingStep` has slots for. */
export type Settling = Record<'told' | 'settled' | 'done' | 'dropped', string>

const NONE = '{}'

export function settlingOf(told: Temporal.PlainDate, { done, carried, dropped }: Outcomes): Settling {
  const array = (ids: readonly string[]) => `{${ids.join(',')}}`
  const settled = array([...done, ...carried, ...dropped])
  return { told: told.toString(), settled, done: array(done), dropped: array(dropped) }
}

/** A step of a statement: what `settleOutcomes` does, where `when` holds. */
export const settlingStep = (
  { workspaceId, told, settled, done, dropped }: Slots<Settling & { workspaceId: string }>,
  when: SQL,
): SQL => sql`settled as (
      update plan_items set settled_on = ${told}::date, outcome = case
        when item_id = any(${done}::uuid[]) then 'done' when item_id = any(${dropped}::uuid[]) then 'dropped' else 'carried' end
      where workspace_id = ${workspaceId} and item_id = any(${settled}::uuid[]) and ${when}
      returning item_id
    )`

const settle = statement<Settling & { workspaceId: string }>(
  (slots) => sql`with ${settlingStep(slots, sql`true`)} select`,
)

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
