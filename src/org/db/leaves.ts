// Reads and writes recorded leave. Leave belongs to a person and applies to all their teams.
import { and, asc, eq, gte, inArray, isNull, lte, notInArray, type SQL } from 'drizzle-orm'
import type { Queryable } from '../../core/db/client.ts'
import { amongPairs } from '../../core/db/pairs.ts'
import type { UserId, WorkspaceId } from '../../core/ids.ts'
import type { LeaveOnRecord } from '../domain/calendar.ts'
import type { RecordedLeave } from '../domain/leave.ts'
import { TRIP_KINDS } from '../domain/leave-kind.ts'
import { leaves } from './teams.sql.ts'

const leaveColumns = {
  leaveId: leaves.leaveId,
  userId: leaves.userId,
  from: leaves.fromDate,
  to: leaves.toDate,
  part: leaves.part,
  kind: leaves.kind,
}

export type UserRef = { workspaceId: WorkspaceId; userId: UserId }
/** Key of a person in maps across workspaces. */
export const userKey = (ref: UserRef) => `${ref.workspaceId}/${ref.userId}`

const keyColumns = { workspaceId: leaves.workspaceId, userId: leaves.userId }

const ofPeople = (people: readonly UserRef[]): SQL =>
  amongPairs(
    { workspaceId: leaves.workspaceId, id: leaves.userId, idType: 'text' },
    people.map((ref) => ({ workspaceId: ref.workspaceId, id: ref.userId })),
  )

type ByUser = Map<string, RecordedLeave[]>

/** Leave of these people that overlaps the range (both ends included), by `userKey`. Without travel and field work: those are working days. */
export const leavesBetween = (
  q: Queryable,
  people: readonly UserRef[],
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<ByUser> => rowsBetween(q, people, [from, to], notInArray(leaves.kind, [...TRIP_KINDS]))

/** Travel and field work of these people on the date, by `userKey`. */
export const tripsOn = (
  q: Queryable,
  people: readonly UserRef[],
  date: Temporal.PlainDate,
): Promise<ByUser> => rowsBetween(q, people, [date, date], inArray(leaves.kind, [...TRIP_KINDS]))

/** All that is recorded of these people and overlaps the range, travel and field work too, by `userKey`. */
export const recordedBetween = (
  q: Queryable,
  people: readonly UserRef[],
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<ByUser> => rowsBetween(q, people, [from, to], undefined)

/** Leave that overlaps the range, cancelled leave too, with since when and until when it was on record, by `userKey`. */
export async function leaveOnRecordBetween(
  q: Queryable,
  people: readonly UserRef[],
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<Map<string, LeaveOnRecord[]>> {
  const byUser = new Map<string, LeaveOnRecord[]>()
  if (people.length === 0) return byUser
  const { from: fromDate, to: toDate, part } = leaveColumns
  const { recordedAt, cancelledAt } = leaves
  const rows = await q
    .select({ ...keyColumns, from: fromDate, to: toDate, part, recordedAt, cancelledAt })
    .from(leaves)
    .where(
      and(
        ofPeople(people),
        gte(leaves.toDate, from),
        lte(leaves.fromDate, to),
        notInArray(leaves.kind, [...TRIP_KINDS]),
      ),
    )
    .orderBy(asc(leaves.fromDate))
  for (const { workspaceId, userId, ...leave } of rows) {
    const key = userKey({ workspaceId, userId })
    byUser.set(key, [...(byUser.get(key) ?? []), leave])
  }
  return byUser
}

async function rowsBetween(
  q: Queryable,
  people: readonly UserRef[],
  [from, to]: [Temporal.PlainDate, Temporal.PlainDate],
  which: SQL | undefined,
): Promise<ByUser> {
  const byUser: ByUser = new Map()
  if (people.length === 0) return byUser
  const rows = await q
    .select({ workspaceId: leaves.workspaceId, ...leaveColumns })
    .from(leaves)
    .where(
      and(
        ofPeople(people),
        isNull(leaves.cancelledAt),
        gte(leaves.toDate, from),
        lte(leaves.fromDate, to),
        which,
      ),
    )
    .orderBy(asc(leaves.fromDate))
  for (const { workspaceId, ...leave } of rows) {
    const key = userKey({ workspaceId, userId: leave.userId })
    byUser.set(key, [...(byUser.get(key) ?? []), leave])
  }
  return byUser
}

/** All that is recorded of these people and ends on or after the date, the earliest first. */
export async function leavesFrom(
  q: Queryable,
  people: readonly UserRef[],
  date: Temporal.PlainDate,
): Promise<RecordedLeave[]> {
  const farAhead = date.add({ years: 10 })
  const byUser = await recordedBetween(q, people, date, farAhead)
  return [...byUser.values()]
    .flat()
    .sort((a, b) => Temporal.PlainDate.compare(a.from, b.from) || a.userId.localeCompare(b.userId))
}

export async function loadLeave(
  q: Queryable,
  workspaceId: WorkspaceId,
  leaveId: string,
): Promise<(RecordedLeave & { cancelled: boolean }) | null> {
  const rows = await q
    .select({ ...leaveColumns, cancelledAt: leaves.cancelledAt })
    .from(leaves)
    .where(and(eq(leaves.workspaceId, workspaceId), eq(leaves.leaveId, leaveId)))
  const row = rows[0]
  if (!row) return null
  const { cancelledAt, ...leave } = row
  return { ...leave, cancelled: cancelledAt !== null }
}

export async function insertLeave(
  q: Queryable,
  workspaceId: WorkspaceId,
  leave: RecordedLeave,
  recorded: { by: UserId; at: Temporal.Instant },
): Promise<void> {
  const { from: fromDate, to: toDate, ...rest } = leave
  await q
    .insert(leaves)
    .values({ workspaceId, ...rest, fromDate, toDate, recordedBy: recorded.by, recordedAt: recorded.at })
}

export async function saveLeaveCancellation(
  q: Queryable,
  workspaceId: WorkspaceId,
  leaveId: string,
  cancelled: { by: UserId; at: Temporal.Instant },
): Promise<void> {
  await q
    .update(leaves)
    .set({ cancelledBy: cancelled.by, cancelledAt: cancelled.at })
    .where(and(eq(leaves.workspaceId, workspaceId), eq(leaves.leaveId, leaveId), isNull(leaves.cancelledAt)))
}

/**
 * The leave ends with its past days. The days ahead become a cancelled leave of their own, so that what was on record
 * and until when can still be told.
 */
export async function saveSplitCancellation(
  q: Queryable,
  workspaceId: WorkspaceId,
  { past, ahead }: { past: RecordedLeave; ahead: RecordedLeave },
  cancelled: { by: UserId; at: Temporal.Instant },
): Promise<void> {
  const [row] = await q
    .update(leaves)
    .set({ toDate: past.to })
    .where(and(eq(leaves.workspaceId, workspaceId), eq(leaves.leaveId, past.leaveId)))
    .returning()
  const { leaveId, from: fromDate, to: toDate } = ahead
  await q
    .insert(leaves)
    .values({ ...row!, leaveId, fromDate, toDate, cancelledBy: cancelled.by, cancelledAt: cancelled.at })
}
