// Reads the requests for support that reports have made action items of.
import { and, asc, eq, or, type SQL, sql } from 'drizzle-orm'
import { actionItems } from '../../../actions/db/action-items.sql.ts'
import type { Queryable } from '../../../core/db/client.ts'
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
  return rows.map((row): SupportRequest => {
    const { actionId, text, ownerUserId, dueOn } = row
    return { actionId, reference: row.originReference ?? '', text, ownerUserId, dueOn, state: row.state }
  })
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
