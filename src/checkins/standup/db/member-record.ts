// Reads how regularly a member has answered, and what became of the lines that they planned, day by day.
import { and, between, eq } from 'drizzle-orm'
import type { Queryable } from '../../../core/db/client.ts'
import type { Member } from '../../../org/domain/team.ts'
import type { StoredState } from '../../domain/member-day.ts'
import type { Outcome } from '../domain/standup.ts'
import { planItems, standups } from './standups.sql.ts'

export interface AnsweredDay {
  date: Temporal.PlainDate
  state: StoredState
}

export interface SettledLine {
  /** Of the standup that said what became of it. */
  date: Temporal.PlainDate
  outcome: Outcome
}

type Span = { from: Temporal.PlainDate; to: Temporal.PlainDate }
type Whose = Pick<Member, 'workspaceId' | 'teamId' | 'memberId'>

/** Days that are still open and not answered are missing. */
export async function answeredDays(
  q: Queryable,
  { workspaceId, memberId }: Whose,
  { from, to }: Span,
): Promise<AnsweredDay[]> {
  return q
    .select({ date: standups.date, state: standups.state })
    .from(standups)
    .where(
      and(
        eq(standups.workspaceId, workspaceId),
        eq(standups.memberId, memberId),
        between(standups.date, from, to),
      ),
    )
}

export async function settledLines(
  q: Queryable,
  { workspaceId, teamId, memberId }: Whose,
  { from, to }: Span,
): Promise<SettledLine[]> {
  const rows = await q
    .select({ date: planItems.settledOn, outcome: planItems.outcome })
    .from(planItems)
    .where(
      and(
        eq(planItems.workspaceId, workspaceId),
        eq(planItems.teamId, teamId),
        eq(planItems.memberId, memberId),
        between(planItems.settledOn, from, to),
      ),
    )
  return rows.flatMap(({ date, outcome }) => (date && outcome ? [{ date, outcome }] : []))
}
