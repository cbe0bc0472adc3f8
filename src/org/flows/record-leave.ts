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
import { insertLeave, loadLeave, recordedBetween, saveLeaveCancellation, userKey } from '../db/leaves.ts'
import { memberOf } from '../db/members.ts'
import { findPerson } from '../db/people.ts'
import { loadTeams, lockTeam } from '../db/teams.ts'
import { auditedLeave } from '../domain/audit-changes.ts'
import type { Leave } from '../domain/calendar.ts'
import { shownDates } from '../domain/joining.ts'
import { clashes, type LeaveProblem, leaveProblem, type RecordedLeave } from '../domain/leave.ts'
import type { LeaveKind } from '../domain/leave-kind.ts'
import { mayRecordLeaveOf, mayRecordOwnLeave } from '../domain/org-permissions.ts'
import { type Actor, may } from '../domain/permissions.ts'
import type { Member } from '../domain/team.ts'
import { actorOf } from './actor.ts'
import { announceCalendar } from './announce.ts'
import { askForManagersOf } from './ask-for-manager.ts'
import { leaveChanged } from './leave-message.ts'

export type LeaveRecorded =
  | { ok: true; leave: RecordedLeave }
  | { ok: false; reason: 'not-allowed' | Exclude<LeaveProblem, 'overlaps'> }
  | { ok: false; reason: 'overlaps'; other: RecordedLeave }

export async function recordLeave(
  context: Context,
  who: Person,
  userId: UserId,
  { kind = 'other', ...days }: Leave & { kind?: LeaveKind },
): Promise<LeaveRecorded> {
  const { workspaceId } = who
  const wanted = { ...days, kind }
  const now = context.clock.now()
  return context.db.transaction(async (tx): Promise<LeaveRecorded> => {
    const memberships = await lockedMemberships(tx, who, userId)
    const home = await homeTeamOf(tx, { workspaceId, userId })
    const through = await mayRecordThrough(tx, await actorOf(tx, who, now), userId, { memberships, home })
    if (!through) return { ok: false, reason: 'not-allowed' }
    const zone = (await findPerson(tx, workspaceId, userId))?.zone ?? who.zone
    const around = await recordedBetween(tx, [{ workspaceId, userId }], wanted.from, wanted.to)
    const others = around.get(userKey({ workspaceId, userId })) ?? []
    const problem = leaveProblem(wanted, others, localDate(now, zone))
    if (problem === 'overlaps') {
      await recordReading(tx, context, who, [{ userId, what: 'leave' }])
      return { ok: false, reason: problem, other: others.find((other) => clashes(wanted, other))! }
    }
    if (problem) return { ok: false, reason: problem }
    const leave = { ...wanted, leaveId: crypto.randomUUID(), userId }
    await insertLeave(tx, workspaceId, leave, { by: who.userId, at: now })
    await auditLeave(tx, context, who, through, { kind: 'leave-recorded', leave })
    await enqueueMessage(
      tx,
      context,
      leaveChanged({ workspaceId, ...through }, leave, 'recorded', who.userId),
    )
    await replanMemberships(tx, context, memberships, leave)
    await askForManagersOf(tx, context, workspaceId, leave.userId)
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
    const actor = await actorOf(tx, who, context.clock.now())
    const through = await mayRecordThrough(tx, actor, leave.userId, { memberships, home })
    if (!through) return { ok: false, reason: 'not-allowed' }
    await saveLeaveCancellation(tx, workspaceId, leaveId, { by: who.userId, at: context.clock.now() })
    await auditLeave(tx, context, who, through, { kind: 'leave-cancelled', leave })
    await enqueueMessage(
      tx,
      context,
      leaveChanged({ workspaceId, ...through }, leave, 'cancelled', who.userId),
    )
    await recordReading(tx, context, who, [{ userId: leave.userId, what: 'leave' }])
    await replanMemberships(tx, context, memberships, leave)
    await askForManagersOf(tx, context, workspaceId, leave.userId)
    return { ok: true, leave }
  })
}

/** What a person does about their own leave is not audited. */
async function auditLeave(
  tx: Transaction,
  context: Context,
  who: Person,
  { teamId }: Through,
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

/** The team that gives the right to. Null: the own leave of a manager who is in no team. */
interface Through {
  teamId: TeamId | null
}

/**
 * Any membership for one's own leave; for others only that in their home team. A delegate does not record leave of the manager for whom they act: it decides how
 * long they act.
 */
async function mayRecordThrough(
  tx: Transaction,
  actor: Actor,
  userId: UserId,
  { memberships, home }: { memberships: readonly Member[]; home: TeamId | null },
): Promise<Through | undefined> {
  const { workspaceId } = actor
  if (actor.userId === userId)
    return may(actor, mayRecordOwnLeave, { workspaceId, userId })
      ? (memberships[0] ?? { teamId: null })
      : undefined
  const through = memberships.filter(
    ({ teamId }) => teamId === home && may(actor, mayRecordLeaveOf, { workspaceId, teamId, userId }),
  )
  const teams = await loadTeams(tx, through)
  const actsForThem = ({ teamId }: Member) =>
    actor.actsFor.includes(teamId) && teams.get(teamId)?.managerUserId === userId
  return through.find((membership) => !actsForThem(membership))
}

async function replanMemberships(
  tx: Transaction,
  context: Context,
  memberships: readonly Member[],
  leave: Leave,
): Promise<void> {
  const now = context.clock.now()
  const touched = shownDates(now).filter(
    (date) =>
      Temporal.PlainDate.compare(leave.from, date) <= 0 && Temporal.PlainDate.compare(date, leave.to) <= 0,
  )
  await announceCalendar(tx, context, memberships, touched)
}
