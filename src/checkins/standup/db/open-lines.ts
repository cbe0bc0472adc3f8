// Reads a member's open plan lines, and ticks them off during the day.
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '../../../core/db/client.ts'
import { uuidArray } from '../../../core/db/pairs.ts'
import type { TeamId, UserId, WorkspaceId } from '../../../core/ids.ts'
import { memberColumns } from '../../../org/db/members.ts'
import { members } from '../../../org/db/teams.sql.ts'
import type { Member } from '../../../org/domain/team.ts'
import type { PlanLine } from '../domain/standup-facts.ts'
import { planItems } from './standups.sql.ts'

type Whose = Pick<Member, 'workspaceId' | 'teamId' | 'memberId'>

/** What no standup has settled yet: mostly the lines of the last plan, in its order. */
export async function openLines(
  q: Queryable,
  { workspaceId, teamId, memberId }: Whose,
  limit: number,
): Promise<PlanLine[]> {
  return q
    .select()
    .from(planItems)
    .where(
      and(
        eq(planItems.workspaceId, workspaceId),
        eq(planItems.teamId, teamId),
        eq(planItems.memberId, memberId),
        isNull(planItems.settledOn),
      ),
    )
    .orderBy(asc(planItems.date), asc(planItems.position))
    .limit(limit)
}

/** Waits for a submit of the same member, which writes the lines anew. Null: the person does not report in the team. */
export async function lockReporter(
  tx: Transaction,
  of: { workspaceId: WorkspaceId; teamId: TeamId; userId: UserId },
): Promise<Member | null> {
  const [member] = await tx
    .select(memberColumns)
    .from(members)
    .where(
      and(
        eq(members.workspaceId, of.workspaceId),
        eq(members.teamId, of.teamId),
        eq(members.userId, of.userId),
        isNull(members.leftOn),
      ),
    )
    .for('update')
  return member ?? null
}

/** Of the lines `shown`, those in `ticked` are ticked off, the others are not. */
export async function saveTicks(
  tx: Transaction,
  workspaceId: WorkspaceId,
  { shown, ticked }: Record<'shown' | 'ticked', readonly string[]>,
  now: Temporal.Instant,
): Promise<void> {
  if (shown.length === 0) return
  const at = sql`case when item_id = any(${uuidArray(ticked)})
    then coalesce(${planItems.tickedAt}, ${now.toString()}::timestamptz) end`
  await tx
    .update(planItems)
    .set({ tickedAt: at })
    .where(and(eq(planItems.workspaceId, workspaceId), inArray(planItems.itemId, [...shown])))
}
