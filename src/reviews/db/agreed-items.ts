// Reads the action items that reviews have made: their measures, and what was agreed in their meetings.
import { and, asc, eq, sql } from 'drizzle-orm'
import { actionItems } from '../../actions/db/action-items.sql.ts'
import type { OriginKind } from '../../actions/domain/action-item.ts'
import type { Queryable } from '../../core/db/client.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import {
  AGREED,
  type AgreedItem,
  MEASURE,
  type Measure,
  readReference,
  referenceOf,
} from '../domain/measure.ts'
import type { MeetingPeriod } from '../domain/meeting.ts'

type Row = typeof actionItems.$inferSelect
interface OfReview {
  period: MeetingPeriod
  from: Temporal.PlainDate
}

const itemOf = ({ actionId, text, ownerUserId, dueOn, state, closedAt, reason }: Row): AgreedItem => ({
  ...{ actionId, text, ownerUserId, dueOn, state, closedAt, reason },
})

function measureOf(row: Row): Measure[] {
  const read = readReference(row.originReference ?? '')
  const item = itemOf(row)
  return read ? [{ ...item, ...read, aimedAt: read.aimedAt ?? item.ownerUserId, setAt: row.createdAt }] : []
}

async function itemsOf(q: Queryable, team: TeamRef, kind: OriginKind, prefix: string): Promise<Row[]> {
  const { workspaceId, teamId, originKind, originReference, actionId } = actionItems
  return q
    .select()
    .from(actionItems)
    .where(
      and(
        ...[eq(workspaceId, team.workspaceId), eq(teamId, team.teamId)],
        ...[eq(originKind, kind), sql`starts_with(${originReference}, ${prefix})`],
      ),
    )
    .orderBy(asc(actionId))
}

/** In the order in which they were set, whatever became of them. */
export const measuresOf = async (q: Queryable, team: TeamRef, of: OfReview): Promise<Measure[]> =>
  (await itemsOf(q, team, MEASURE, referenceOf(of))).flatMap(measureOf)

/** What was agreed in the meeting, beside the measures. */
export const agreedOf = async (q: Queryable, team: TeamRef, of: OfReview): Promise<AgreedItem[]> =>
  (await itemsOf(q, team, AGREED, referenceOf(of))).map(itemOf)

/** Open requests for support of the team, those that were asked first come first. */
export async function requestsIn(q: Queryable, team: TeamRef): Promise<AgreedItem[]> {
  const rows = await itemsOf(q, team, 'support-request', '')
  return rows.filter(({ state }) => state === 'open').map(itemOf)
}
