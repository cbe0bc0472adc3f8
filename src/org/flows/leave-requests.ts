// Questions about leave on past days: whoever acts for the home team is asked, and until the answer nothing changes.

import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { planDueItems } from '../../schedule/db/due.ts'
import { done, skipped } from '../../schedule/flows/due-batch.ts'
import type { DueHandler } from '../../schedule/flows/run-due.ts'
import type { AuditScreen } from '../audit/domain/audit-event.ts'
import { recordAudit } from '../audit/flows/record-audit.ts'
import { teamCalendarsOf } from '../db/calendars.ts'
import {
  insertLeaveRequest,
  leaveWaitingForAnswerOf,
  leaveWaitingForManagerOf,
  loadLeaveRequest,
  updateLeaveRequest,
  waitingLeaveOf,
} from '../db/leave-requests.ts'
import { insertLeave, loadLeave, recordedBetween, saveLeaveCancellation, userKey } from '../db/leaves.ts'
import { settingsNow } from '../db/settings.ts'
import { loadTeam } from '../db/teams.ts'
import { type Addressee, answerDueAt } from '../domain/join-request.ts'
import { clashes, type RecordedLeave } from '../domain/leave.ts'
import {
  LEAVE_REQUEST,
  type LeaveRequest,
  type LeaveRequestState,
  type LeaveWish,
} from '../domain/leave-request.ts'
import { mayAnswerLeaveRequest, mayRecordOwnLeave } from '../domain/org-permissions.ts'
import { may } from '../domain/permissions.ts'
import { actorOf } from './actor.ts'
import { findAddressee, requestIdOf } from './join-request-steps.ts'
import { afterLeaveChange, type LeaveTaker, lockedMemberships } from './leave-steps.ts'

const BY_BUTTON = 'message:leave-request'

/** Of the home team whoever acts for its manager, then those above, then an admin; about the manager's own leave those above. Null: nobody. */
export async function whoIsAskedAboutLeave(
  tx: Transaction,
  context: Context,
  { workspaceId, userId }: Pick<Person, 'workspaceId' | 'userId'>,
  { home }: Pick<LeaveTaker, 'home'>,
): Promise<Addressee | null> {
  const team = home && (await loadTeam(tx, workspaceId, home))
  if (!team) return null
  const ownTeam = team.managerUserId === userId ? { userId, teamId: home } : null
  const asking = { workspaceId, homeTeamId: home, requestedBy: userId, asked: ownTeam }
  return findAddressee(tx, asking, context.clock.now())
}

export async function askAboutLeave(
  tx: Transaction,
  context: Context,
  { workspaceId }: Pick<Person, 'workspaceId'>,
  about: {
    wish: LeaveWish
    leave: RecordedLeave
    numberDays: readonly Temporal.PlainDate[]
    taker: LeaveTaker
    addressee: Addressee
  },
): Promise<void> {
  const { wish, leave, numberDays, taker, addressee } = about
  const request: LeaveRequest = {
    ...leave,
    ...{ workspaceId, requestId: crypto.randomUUID(), wish, numberDays: numberDays.map(String) },
    homeTeamId: taker.home!,
    ...{ askedUserId: addressee.userId, askedTeamId: addressee.teamId, askedAt: context.clock.now() },
    ...{ state: 'waiting', decidedBy: null, decidedAt: null },
  }
  await insertLeaveRequest(tx, request)
  await sendQuestion(tx, context, request)
  await audit(tx, context, request, leave.userId, '/kpi leave', null)
}

/** `over`: it was answered or became pointless before; the message says how. */
export type LeaveRequestAnswered = { ok: true } | { ok: false; reason: 'not-asked' | 'over' }

export async function answerLeaveRequest(
  context: Context,
  who: Person,
  requestId: string,
  answer: 'accept' | 'decline',
): Promise<LeaveRequestAnswered> {
  const { workspaceId } = who
  return context.db.transaction(async (tx): Promise<LeaveRequestAnswered> => {
    const found = await loadLeaveRequest(tx, { workspaceId, requestId })
    if (!found) return { ok: false, reason: 'not-asked' }
    const memberships = await lockedMemberships(tx, who, found.userId)
    const request = (await loadLeaveRequest(tx, found, 'lock'))!
    const { askedTeamId, askedUserId, userId } = request
    const subject = { workspaceId, ...(askedTeamId ? { teamId: askedTeamId } : {}), userId, askedUserId }
    if (!may(await actorOf(tx, who, context.clock.now()), mayAnswerLeaveRequest, subject))
      return { ok: false, reason: 'not-asked' }
    if (request.state !== 'waiting') return { ok: false, reason: 'over' }
    if (answer === 'decline') {
      await end(tx, context, request, 'declined', who.userId, BY_BUTTON)
      return { ok: true }
    }
    if (await isPointless(tx, request)) {
      await end(tx, context, request, 'pointless', null, BY_BUTTON)
      return { ok: false, reason: 'over' }
    }
    await end(tx, context, request, 'accepted', who.userId, BY_BUTTON)
    const { leaveId, from, to, part, kind, wish, homeTeamId: teamId } = request
    const leave = { leaveId, userId, from, to, part, kind }
    const by = { by: who.userId, at: context.clock.now() }
    if (wish === 'record') await insertLeave(tx, workspaceId, leave, by)
    else await saveLeaveCancellation(tx, workspaceId, leaveId, by)
    await afterLeaveChange(
      tx,
      context,
      { workspaceId, memberships, teamId },
      { leave, change: wish === 'record' ? 'recorded' : 'cancelled' },
      { byUserId: who.userId, screen: BY_BUTTON, toldAlready: true },
    )
    return { ok: true }
  })
}

/** `gone`: somebody has answered, or there was no such question of this person. */
export async function withdrawLeaveRequest(
  context: Context,
  who: Person,
  leaveId: string,
): Promise<{ ok: true; request: LeaveRequest } | { ok: false; reason: 'gone' }> {
  const { workspaceId, userId } = who
  return context.db.transaction(async (tx) => {
    await lockedMemberships(tx, who, userId)
    const own = await waitingLeaveOf(tx, workspaceId, [userId])
    const found = own.find((one) => one.leaveId === leaveId)
    const request = found && (await loadLeaveRequest(tx, found, 'lock'))
    const actor = await actorOf(tx, who, context.clock.now())
    if (request?.state !== 'waiting' || !may(actor, mayRecordOwnLeave, { workspaceId, userId }))
      return { ok: false, reason: 'gone' }
    await end(tx, context, request, 'withdrawn', userId, '/kpi leave')
    return { ok: true, request }
  })
}

/** Somebody has recorded or cancelled leave on these days without being asked. */
export async function endPointlessLeave(
  tx: Transaction,
  context: Context,
  workspaceId: WorkspaceId,
  userId: UserId,
): Promise<void> {
  for (const request of await waitingLeaveOf(tx, workspaceId, [userId]))
    if (await isPointless(tx, request)) await end(tx, context, request, 'pointless', null, '/kpi leave')
}

/** Leave is on record on these days meanwhile, or the one to cancel is not any more. */
async function isPointless(tx: Transaction, request: LeaveRequest): Promise<boolean> {
  const { workspaceId, wish, leaveId, from, to } = request
  if (wish === 'cancel') return (await loadLeave(tx, workspaceId, leaveId))?.cancelled ?? true
  const recorded = (await recordedBetween(tx, [request], from, to)).get(userKey(request)) ?? []
  return recorded.some((other) => clashes(request, other))
}

/** Handles questions that nobody answered in time: the next one is asked. */
export const passOnUnansweredLeave: DueHandler = async (tx, items, _now, context) => {
  const outcomes = []
  for (const item of items.toSorted((a, b) => (a.dueKey < b.dueKey ? -1 : 1))) {
    const ref = { workspaceId: item.workspaceId, requestId: requestIdOf(item.dueKey) }
    const request = await loadLeaveRequest(tx, ref, 'lock')
    if (request?.state !== 'waiting') outcomes.push(skipped(item, 'answered'))
    else if (dueKeyOf(request) !== item.dueKey) outcomes.push(skipped(item, 'superseded'))
    else {
      await passOn(tx, context, request)
      outcomes.push(done(item))
    }
  }
  return outcomes
}

/** Who is deactivated cannot answer: somebody else is asked at once. */
export async function passOnLeaveFrom(
  tx: Transaction,
  context: Context,
  workspaceId: WorkspaceId,
  userId: UserId,
): Promise<void> {
  for (const request of await leaveWaitingForAnswerOf(tx, workspaceId, userId))
    await passOn(tx, context, request)
}

/** What the former manager was asked, the new one is asked now; about their own leave somebody else. */
export async function askNewManagerAboutLeave(
  tx: Transaction,
  context: Context,
  { workspaceId, teamId }: { workspaceId: WorkspaceId; teamId: TeamId },
  managerUserId: UserId,
): Promise<void> {
  for (const request of await leaveWaitingForManagerOf(tx, workspaceId, teamId))
    if (managerUserId === request.userId) await passOn(tx, context, request)
    else if (managerUserId !== request.askedUserId)
      await readdress(tx, context, request, { userId: managerUserId, teamId })
}

/** To the next who can answer. Without one the question ends unanswered, and nothing changes. */
async function passOn(tx: Transaction, context: Context, request: LeaveRequest): Promise<void> {
  const asked = { userId: request.askedUserId, teamId: request.askedTeamId }
  const asking = { ...request, requestedBy: request.userId, asked }
  const addressee = await findAddressee(tx, asking, context.clock.now())
  if (addressee) await readdress(tx, context, request, addressee)
  else await end(tx, context, request, 'unanswered', null, 'clock')
}

/** The one who was asked sees that somebody else is asked now. */
async function readdress(
  tx: Transaction,
  context: Context,
  request: LeaveRequest,
  { userId: askedUserId, teamId: askedTeamId }: Addressee,
): Promise<void> {
  const passed: LeaveRequest = { ...request, askedUserId, askedTeamId, askedAt: context.clock.now() }
  await updateLeaveRequest(tx, passed)
  await enqueueMessage(tx, context, [questionMessage(request)])
  await sendQuestion(tx, context, passed)
}

/** The person is told once, unless they have withdrawn it; the message that asked says what became of it. */
async function end(
  tx: Transaction,
  context: Context,
  request: LeaveRequest,
  state: Exclude<LeaveRequestState, 'waiting'>,
  decidedBy: UserId | null,
  screen: AuditScreen,
): Promise<void> {
  const ended: LeaveRequest = { ...request, state, decidedBy, decidedAt: context.clock.now() }
  await updateLeaveRequest(tx, ended)
  const told = state === 'withdrawn' ? [] : [outcomeMessage(ended)]
  await enqueueMessage(tx, context, [questionMessage(ended), ...told])
  await audit(tx, context, ended, decidedBy, screen, 'waiting')
}

async function sendQuestion(tx: Transaction, context: Context, request: LeaveRequest): Promise<void> {
  const { workspaceId, homeTeamId: teamId } = request
  const home = { workspaceId, teamId }
  const now = context.clock.now()
  const { zone } = (await settingsNow(tx, home, now))!
  const calendar = (await teamCalendarsOf(tx, [home], localDate(now, zone))).get(teamId)!
  const dueAt = answerDueAt(calendar, zone, now)
  await enqueueMessage(tx, context, [questionMessage(request)])
  await planDueItems(tx, [
    {
      ...{ workspaceId, teamId, memberId: null, kind: LEAVE_REQUEST, dueKey: dueKeyOf(request) },
      ...{ dueAt, date: localDate(dueAt, 'UTC') },
    },
  ])
}

/** One for each time that somebody is asked. */
const dueKeyOf = ({ requestId, askedAt }: LeaveRequest): string =>
  `${LEAVE_REQUEST}:${requestId}:${askedAt.epochMilliseconds}`

const questionMessage = ({
  workspaceId,
  requestId,
  homeTeamId,
  askedUserId,
}: LeaveRequest): MessageDraft => ({
  ...{ workspaceId, key: `leave-request:${requestId}:${askedUserId}`, kind: 'leave-request' },
  ...{ audience: { to: 'person', userId: askedUserId }, teamId: homeTeamId, subject: { requestId } },
})

const outcomeMessage = ({ workspaceId, requestId, homeTeamId, userId }: LeaveRequest): MessageDraft => ({
  ...{ workspaceId, key: `leave-outcome:${requestId}`, kind: 'leave-outcome' },
  ...{ audience: { to: 'person', userId }, teamId: homeTeamId, subject: { requestId } },
})

async function audit(
  tx: Transaction,
  context: Context,
  { workspaceId, homeTeamId: teamId, userId, state }: LeaveRequest,
  actorUserId: UserId | null,
  screen: AuditScreen,
  before: 'waiting' | null,
): Promise<void> {
  const event = { workspaceId, teamId, userId, actorUserId, screen }
  await recordAudit(tx, context, [{ ...event, kind: 'leave-request', before, after: state }])
}
