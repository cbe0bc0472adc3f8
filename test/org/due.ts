// Reads a team's due items as short strings for tests.
import { and, eq } from 'drizzle-orm'
import { members } from '../../src/org/db/teams.sql.ts'
import { dueItems } from '../../src/schedule/db/due.sql.ts'
import type { TestContext } from '../support/context.ts'

/** 'prompt UANN 2026-03-02 08:00Z', sorted; only pending items. */
export async function waiting(context: TestContext, teamId: string, kind = 'prompt'): Promise<string[]> {
  const rows = await context.db
    .select({ kind: dueItems.kind, userId: members.userId, date: dueItems.date, dueAt: dueItems.dueAt })
    .from(dueItems)
    .leftJoin(members, eq(members.memberId, dueItems.memberId))
    .where(and(eq(dueItems.teamId, teamId), eq(dueItems.state, 'waiting')))
  return rows
    .filter((row) => row.kind === kind)
    .map(({ userId, date, dueAt }) => `${userId ?? 'team'} ${date} ${dueAt.toString().slice(11, 16)}Z`)
    .sort()
}
