// Records and cancels leave: members for themselves, managers for those whose home team they manage.

import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { TeamId, UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { recordAudit } from '../audit/flows/record-audit.ts'
import { recordReading } from '../audit/flows/record-reading.ts'
import { homeTeamOf } from '../db/home-teams.ts'
import {
  insertLeave,
  leavesBetween,
  loadLeave,
  type RecordedLeave,
  saveLeaveCancellation,
  userKey,
} from '../db/leaves.ts'
import { memberOf } from '../db/members.ts'
import { findPerson } from '../db/people.ts'
import { lockTeam } from '../db/teams.ts'
import { auditedLeave } from '../domain/audit-changes.ts'
import type { Leave } from '../domain/calendar.ts'
import { currentDates } from '../domain/joining.ts'
import { type LeaveProblem, leaveProblem, overlaps } from '../domain/leave.ts'
import { mayRecordLeaveOf, mayRecordOwnLeave } from '../domain/org-permissions.ts'
import { type Actor, may } from '../domain/permissions.ts'
import type { Member } from '../domain/team.ts'
import { actorOf } from './actor.ts'
import { announceCalendar } from './announce.ts'
import { leaveChanged } from './leave-message.ts'

export type LeaveRecorded =
  | { ok: true; leave: RecordedLeave }
  | { ok: false; reason: 'not-allowed' | Exclude<LeaveProblem, 'overlaps'> }
  | { ok: false; reason: 'overlaps'; other: Leave }

export async function recordLeave(
  context: Context,
  who: Person,
  userId: UserId,
  wanted: Leave,
): Promise<LeaveRecorded> {
  const { workspaceId } = who
  const now = context.clock.now()
  return context.db.transaction(async (tx): Promise<LeaveRecorded> => {
    const memberships = await lockedMemberships(tx, who, userId)
    const home = await homeTeamOf(tx, { workspaceId, userId })
    const through = mayRecordThrough(await actorOf(tx, who, now), userId, memberships, home)
    if (!through) return { ok: false, reason: 'not-allowed' }
    const zone = (await findPerson(tx, workspaceId, userId))?.zone ?? who.zone
    const around = await leavesBetween(tx, [{ workspaceId, userId }], wanted.from, wanted.to)
    const others = around.get(userKey({ workspaceId, userId })) ?? []
    const problem = leaveProblem(wanted, others, localDate(now, zone))
    if (problem === 'overlaps') {
      await recordReading(tx, context, who, [{ userId, what: 'leave' }])
      return { ok: false, reason: problem, other: others.find((other) => overlaps(wanted, other))! }
    }
    if (problem) return { ok: false, reason: problem }
    const leave = { ...wanted, leaveId: crypto.randomUUID(), userId }
    await insertLeave(tx, workspaceId, leave, { by: who.userId, at: now })
    await auditLeave(tx, context, who, through, { kind: 'leave-recorded', leave })
    await enqueueMessage(tx, context, leaveChanged(through, leave, 'recorded', who.userId))
    await replanMemberships(tx, context, memberships, leave)
    return { ok: true, leave }
  })
}

export type LeaveCancelled =
  | { ok: true; leave: RecordedLeave }
  | { ok: false; reason: 'not-allowed' | 'gone' }

/** `gone`: the leave was already cancelled, or does not exist. */
export async function cancelLeave(context: Context, who: Person, leaveId: string): Promise<LeaveCancelled> {
  const { workspaceId } = who
  return context.db.transaction(async (tx): Promise<LeaveCancelled> => {
    const found = await loadLeave(tx, workspaceId, leaveId)
    if (!found || found.cancelled) return { ok: false, reason: 'gone' }
    const { cancelled: _, ...leave } = found
    const memberships = await lockedMemberships(tx, who, leave.userId)
    const home = await homeTeamOf(tx, { workspaceId, userId: leave.userId })
    const through = mayRecordThrough(
      await actorOf(tx, who, context.clock.now()),
      leave.userId,
      memberships,
      home,
    )
    if (!through) return { ok: false, reason: 'not-allowed' }
    await saveLeaveCancellation(tx, workspaceId, leaveId, { by: who.userId, at: context.clock.now() })
    await auditLeave(tx, context, who, through, { kind: 'leave-cancelled', leave })
    await enqueueMessage(tx, context, leaveChanged(through, leave, 'cancelled', who.userId))
    await recordReading(tx, context, who, [{ userId: leave.userId, what: 'leave' }])
    await replanMemberships(tx, context, memberships, leave)
    return { ok: true, leave }
  })
}

/** What a person does about their own leave is not audited. */
async function auditLeave(
  tx: Transaction,
  context: Context,
  who: Person,
  { teamId }: Member,
  { kind, leave }: { kind: 'leave-recorded' | 'leave-cancelled'; leave: RecordedLeave },
): Promise<void> {
  const { workspaceId, userId: actorUserId } = who
  const { userId } = leave
  if (userId === actorUserId) return
  const event = { workspaceId, actorUserId, userId, teamId, screen: '/kpi leave' } as const
  const audited = auditedLeave(leave)
  await recordAudit(tx, context, [
    kind === 'leave-recorded'
      ? { ...event, kind, before: null, after: audited }
      : { ...event, kind, before: audited, after: null },
  ])
}

/** The person's memberships, with their teams locked in a fixed order, so that concurrent changes cannot deadlock. */
export async function lockedMemberships(tx: Transaction, who: Person, userId: UserId): Promise<Member[]> {
  const memberships = await memberOf(tx, who.workspaceId, userId)
  for (const membership of memberships.toSorted((a, b) => (a.teamId < b.teamId ? -1 : 1)))
    await lockTeam(tx, membership)
  return memberships
}

/** The membership that gives the right to: any of one's own; for others only that in their home team. */
function mayRecordThrough(
  actor: Actor,
  userId: UserId,
  memberships: readonly Member[],
  home: TeamId | null,
): Member | undefined {
  const own = actor.userId === userId
  const action = own ? mayRecordOwnLeave : mayRecordLeaveOf
  return memberships.find(
    ({ workspaceId, teamId }) =>
      (own || teamId === home) && may(actor, action, { workspaceId, teamId, userId }),
  )
}

async function replanMemberships(
  tx: Transaction,
  context: Context,
  memberships: readonly Member[],
  leave: Leave,
): Promise<void> {
  const now = context.clock.now()
  const touched = currentDates(now).filter(
    (date) =>
      Temporal.PlainDate.compare(leave.from, date) <= 0 && Temporal.PlainDate.compare(date, leave.to) <= 0,
  )
  await announceCalendar(tx, context, memberships, touched)
}
