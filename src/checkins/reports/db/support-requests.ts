// Reads the requests for support that reports have made action items of.
import { and, asc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { actionItems } from '../../../actions/db/action-items.sql.ts'
import type { Queryable } from '../../../core/db/client.ts'
import type { TeamId, WorkspaceId } from '../../../core/ids.ts'
import type { TeamRef } from '../../../org/db/teams.ts'
import type { SupportRequest } from '../domain/support.ts'

const { originReference, state } = actionItems

async function requestsWhere(q: Queryable, { workspaceId, teamId }: TeamRef, of: SQL | undefined) {
  const rows = await q
    .select()
    .from(actionItems)
    .where(
      and(
        ...[eq(actionItems.workspaceId, workspaceId), eq(actionItems.teamId, teamId)],
        ...[eq(actionItems.originKind, 'support-request'), of],
      ),
    )
    .orderBy(asc(actionItems.actionId))
  return rows.map(requestOf)
}

const requestOf = (row: typeof actionItems.$inferSelect): SupportRequest => {
  const { actionId, text, ownerUserId, dueOn } = row
  return { actionId, reference: row.originReference ?? '', text, ownerUserId, dueOn, state: row.state }
}

/** Open ones of many teams, the first due first. */
export async function openRequestsOfTeams(
  q: Queryable,
  workspaceId: WorkspaceId,
  teamIds: readonly TeamId[],
): Promise<(SupportRequest & { teamId: TeamId })[]> {
  if (teamIds.length === 0) return []
  const rows = await q
    .select()
    .from(actionItems)
    .where(
      and(
        ...[eq(actionItems.workspaceId, workspaceId), inArray(actionItems.teamId, [...teamIds])],
        ...[eq(actionItems.originKind, 'support-request'), eq(state, 'open')],
      ),
    )
    .orderBy(asc(actionItems.dueOn), asc(actionItems.actionId))
  return rows.map((row) => ({ ...requestOf(row), teamId: row.teamId }))
}

/** Whatever became of them but what was taken back, those that were asked first come first. */
export const requestsOfReport = (q: Queryable, team: TeamRef, prefix: string): Promise<SupportRequest[]> =>
  requestsWhere(q, team, sql`starts_with(${originReference}, ${prefix}) and ${state} <> 'dropped'`)

/** Open ones of the team's reports of this kind, and those of the date that are done. */
export const requestsOfTeam = (
  q: Queryable,
  team: TeamRef,
  kind: string,
  date: Temporal.PlainDate,
): Promise<SupportRequest[]> =>
  requestsWhere(
    q,
    team,
    and(
      sql`starts_with(${originReference}, ${`${kind}:`})`,
      or(
        eq(state, 'open'),
        sql`${state} = 'done' and starts_with(${originReference}, ${`${kind}:${date}:`})`,
      ),
    ),
  )
