// Reads what a member's week has brought: plan lines that were settled, what else was done, and wins.
import { and, asc, between, count, eq, gt, inArray, ne, sql } from 'drizzle-orm'
import type { Queryable } from '../../../core/db/client.ts'
import type { Member } from '../../../org/domain/team.ts'
import { wins } from '../../../wins/db/wins.sql.ts'
import type { Win } from '../../../wins/domain/win.ts'
import { planItems, standups } from '../../standup/db/standups.sql.ts'
import type { Outcome } from '../../standup/domain/standup.ts'

type Whose = Pick<Member, 'workspaceId' | 'teamId' | 'memberId'>
interface Span {
  from: Temporal.PlainDate
  to: Temporal.PlainDate
}

/** By the day of the standup that said what became of them. */
export async function linesSettledIn(
  q: Queryable,
  { workspaceId, teamId, memberId }: Whose,
  { from, to }: Span,
): Promise<{ text: string; outcome: Outcome | null }[]> {
  return q
    .select({ text: planItems.text, outcome: planItems.outcome })
    .from(planItems)
    .where(
      and(
        ...[eq(planItems.workspaceId, workspaceId), eq(planItems.teamId, teamId)],
        ...[eq(planItems.memberId, memberId), between(planItems.settledOn, from, to)],
      ),
    )
    .orderBy(asc(planItems.settledOn), asc(planItems.position))
}

/** How many plan lines of a team's people were settled, and how many of them done. Null: none were. */
export async function settledOfTeam(
  q: Queryable,
  { workspaceId, teamId }: Pick<Whose, 'workspaceId' | 'teamId'>,
  { from, to }: Span,
): Promise<{ done: number; planned: number } | null> {
  const [row] = await q
    .select({ planned: count(), done: count(sql`case when ${planItems.outcome} = 'done' then 1 end`) })
    .from(planItems)
    .where(
      and(
        ...[eq(planItems.workspaceId, workspaceId), eq(planItems.teamId, teamId)],
        between(planItems.settledOn, from, to),
      ),
    )
  return row && row.planned > 0 ? row : null
}

/** What the member wrote as done beside the plan, the oldest first. */
export async function doneNotesIn(
  q: Queryable,
  { workspaceId, memberId }: Whose,
  { from, to }: Span,
): Promise<string[]> {
  const rows = await q
    .select({ note: standups.doneNote })
    .from(standups)
    .where(
      and(
        ...[eq(standups.workspaceId, workspaceId), eq(standups.memberId, memberId)],
        ...[between(standups.date, from, to), ne(standups.doneNote, '')],
        inArray(standups.state, ['answered', 'late']),
      ),
    )
    .orderBy(asc(standups.date))
  return rows.map(({ note }) => note)
}

/** Without those that were taken back. */
export const winsIn = async (
  q: Queryable,
  { workspaceId, memberId }: Whose,
  { from, to }: Span,
): Promise<Win[]> =>
  q
    .select()
    .from(wins)
    .where(
      and(
        ...[eq(wins.workspaceId, workspaceId), eq(wins.memberId, memberId)],
        ...[between(wins.date, from, to), gt(wins.amount, 0)],
      ),
    )
    .orderBy(asc(wins.enteredAt))
