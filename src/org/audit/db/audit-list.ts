// Finds the audit events that a reader may see, newest first.
import { and, desc, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../../core/db/client.ts'
import { uuidArray } from '../../../core/db/pairs.ts'
import { columnsIn, typedRow } from '../../../core/db/typed-rows.ts'
import type { TeamId, UserId, WorkspaceId } from '../../../core/ids.ts'
import type { TeamRef } from '../../db/teams.ts'
import type { AuditEvent } from '../domain/audit-event.ts'
import { auditEvents } from './audit.sql.ts'

/** Which events a reader sees: all of the workspace, or those of these teams and those about one person. */
export type AuditScope = 'workspace' | { teamIds: readonly TeamId[]; aboutUserId: UserId | null }

/** The place in the list after which it goes on. */
export interface AuditCursor {
  at: Temporal.Instant
  eventId: string
}

interface Wanted {
  workspaceId: WorkspaceId
  scope: AuditScope
  /** Only what this person did, or what was done to them. Null: everything. */
  userId: UserId | null
  /** Null: from the newest on. */
  after: AuditCursor | null
  limit: number
}

const NEWEST_FIRST = sql`order by at desc, event_id desc`

/** What was changed in a team in this time, the newest first. */
export async function teamEventsBetween(
  q: Queryable,
  { workspaceId, teamId, kinds }: TeamRef & { kinds: readonly string[] },
  { from, to, limit }: { from: Temporal.Instant; to: Temporal.Instant; limit: number },
): Promise<AuditEvent[]> {
  return q
    .select()
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.workspaceId, workspaceId),
        eq(auditEvents.teamId, teamId),
        inArray(auditEvents.kind, [...kinds]),
        gte(auditEvents.at, from),
        lt(auditEvents.at, to),
      ),
    )
    .orderBy(desc(auditEvents.at), desc(auditEvents.eventId))
    .limit(limit)
}

/** Each part reads the newest from one index, however many events there are. */
export async function findAuditEvents(q: Queryable, wanted: Wanted): Promise<AuditEvent[]> {
  const { workspaceId, scope, userId, after, limit } = wanted
  const from = after
    ? sql`and (at, event_id) < (${after.at.toString()}::timestamptz, ${after.eventId}::uuid)`
    : sql``
  const newest = (...conditions: SQL[]) => sql`
    (select at, event_id from audit_events where workspace_id = ${workspaceId} ${from}
      and ${sql.join(conditions, sql` and `)} ${NEWEST_FIRST} limit ${limit})`
  const about = (of: UserId) => sql`user_id = ${of}`
  const by = (of: UserId) => sql`actor_user_id = ${of}`
  const parts: SQL[] = []
  if (scope === 'workspace')
    parts.push(...(userId ? [newest(about(userId)), newest(by(userId))] : [newest(sql`true`)]))
  else {
    const ofPerson = userId ? [sql`(${about(userId)} or ${by(userId)})`] : []
    if (scope.teamIds.length > 0)
      parts.push(sql`(select one.at, one.event_id from unnest(${uuidArray(scope.teamIds)}) team(id)
        cross join lateral ${newest(sql`team_id = team.id`, ...ofPerson)} one)`)
    if (scope.aboutUserId) parts.push(newest(about(scope.aboutUserId), ...ofPerson))
  }
  if (parts.length === 0) return []
  const rows = await q.execute(sql`
    with found as (${sql.join(parts, sql` union `)})
    select ${columnsIn(auditEvents, 'event')} from found
    join audit_events event on event.workspace_id = ${workspaceId} and event.event_id = found.event_id
    order by event.at desc, event.event_id desc limit ${limit}`)
  return rows.map((row) => typedRow(auditEvents, row))
}
