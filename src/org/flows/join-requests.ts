// What becomes of a join request: it is answered, withdrawn, passed on when nobody answers, or has become pointless.

import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { done, skipped } from '../../schedule/flows/due-batch.ts'
import type { DueHandler } from '../../schedule/flows/run-due.ts'
import {
  loadJoinRequest,
  lockJoining,
  waitingForAnswerOf,
  waitingForManagerOf,
  waitingForMembers,
  waitingForTeam,
} from '../db/join-requests.ts'
import { findPerson } from '../db/people.ts'
import { settingsNow } from '../db/settings.ts'
import { loadTeam, lockTeam, type TeamRef } from '../db/teams.ts'
import type { JoinRequest } from '../domain/join-request.ts'
import { earliestToday } from '../domain/joining.ts'
import { mayAnswerJoinRequest, mayChangeMembers } from '../domain/org-permissions.ts'
import { may } from '../domain/permissions.ts'
import { actorOf } from './actor.ts'
import { announceMembership } from './announce.ts'
import { addMembers, joiningNow } from './join-and-leave.ts'
import { end, joinRequestDueKey, passOn, readdress, requestIdOf } from './join-request-steps.ts'

const BY_BUTTON = 'message:join-request'

/** `over`: it was answered, withdrawn or became pointless before; the message says how. */
export type JoinRequestAnswered = { ok: true } | { ok: false; reason: 'not-asked' | 'over' }

export async function answerJoinRequest(
  context: Context,
  who: Person,
  requestId: string,
  answer: 'accept' | 'decline',
): Promise<JoinRequestAnswered> {
  const { workspaceId } = who
  return context.db.transaction(async (tx): Promise<JoinRequestAnswered> => {
    const found = await loadJoinRequest(tx, { workspaceId, requestId })
    if (!found) return { ok: false, reason: 'not-asked' }
    await lockTeam(tx, found)
    await lockJoining(tx, workspaceId)
    const request = (await loadJoinRequest(tx, found, 'lock'))!
    const { askedTeamId, askedUserId, requestedBy } = request
    const team = askedTeamId ? { teamId: askedTeamId } : {}
    const subject = { workspaceId, ...team, userId: requestedBy, askedUserId }
    if (!may(await actorOf(tx, who, context.clock.now()), mayAnswerJoinRequest, subject))
      return { ok: false, reason: 'not-asked' }
    if (request.state !== 'waiting') return { ok: false, reason: 'over' }
    if (answer === 'decline') await end(tx, context, request, 'declined', who.userId, BY_BUTTON)
    else if (!(await accept(tx, context, request, who))) return { ok: false, reason: 'over' }
    return { ok: true }
  })
}

/** False: there is nothing left to agree to, and the request has ended so. */
async function accept(
  tx: Transaction,
  context: Context,
  request: JoinRequest,
  who: Person,
): Promise<boolean> {
  const { workspaceId, teamId, requestedBy } = request
  const now = context.clock.now()
  const pointless = await pointlessBecause(tx, request, now)
  if (pointless) await end(tx, context, request, pointless, null, BY_BUTTON)
  if (pointless) return false
  await end(tx, context, request, 'accepted', who.userId, BY_BUTTON)
  const ref = { workspaceId, teamId }
  const person = (await findPerson(tx, workspaceId, request.userId))!
  const settings = (await settingsNow(tx, ref, now))!
  const joined = await addMembers(tx, ref, joiningNow([person], request.role, settings, now), now)
  await announceMembership(tx, context, ref, {
    ...{ byUserId: requestedBy, screen: BY_BUTTON, joined, moved: [], left: [] },
    from: earliestToday(now),
  })
  return true
}

/** Null: the team still wants the person and can have them. */
async function pointlessBecause(
  tx: Transaction,
  request: JoinRequest,
  now: Temporal.Instant,
): Promise<'team-paused' | 'person-left' | 'withdrawn' | null> {
  const { workspaceId, teamId, userId, requestedBy } = request
  const team = await loadTeam(tx, workspaceId, teamId)
  if (!team || team.archivedAt) return 'team-paused'
  const person = await findPerson(tx, workspaceId, userId)
  if (!person || person.deactivated) return 'person-left'
  const requester = await findPerson(tx, workspaceId, requestedBy)
  const mayAdd =
    requester && may(await actorOf(tx, requester, now), mayChangeMembers, { workspaceId, teamId })
  return mayAdd ? null : 'withdrawn'
}

/** Handles requests that nobody answered in time: the next one is asked. */
export const passOnUnanswered: DueHandler = async (tx, items, now, context) => {
  const outcomes = []
  for (const item of items.toSorted((a, b) => (a.dueKey < b.dueKey ? -1 : 1))) {
    const ref = { workspaceId: item.workspaceId, requestId: requestIdOf(item.dueKey) }
    const request = await loadJoinRequest(tx, ref, 'lock')
    if (request?.state !== 'waiting') outcomes.push(skipped(item, 'answered'))
    else if (joinRequestDueKey(request) !== item.dueKey) outcomes.push(skipped(item, 'superseded'))
    else {
      const pointless = await pointlessBecause(tx, request, now)
      if (pointless) await end(tx, context, request, pointless, null, 'clock')
      else await passOn(tx, context, request)
      outcomes.push(done(item))
    }
  }
  return outcomes
}

/** Returns those whom the team no longer waits for. */
export async function withdrawJoinRequests(
  tx: Transaction,
  context: Context,
  { userId: byUserId }: Person,
  ref: TeamRef,
  userIds: readonly UserId[],
): Promise<UserId[]> {
  const waiting = (await waitingForTeam(tx, ref)).filter(({ userId }) => userIds.includes(userId))
  for (const request of waiting) await end(tx, context, request, 'withdrawn', byUserId, '/kpi members')
  return waiting.map(({ userId }) => userId)
}

/** The manager of the team that they left has nothing more to say about them. */
export async function endForLeavers(
  tx: Transaction,
  context: Context,
  homeTeam: TeamRef,
  userIds: readonly UserId[],
): Promise<void> {
  for (const request of await waitingForMembers(tx, homeTeam, userIds))
    await end(tx, context, request, 'person-left', null, 'clock')
}

/** Who is deactivated cannot answer: somebody else is asked at once. */
export async function passOnFrom(
  tx: Transaction,
  context: Context,
  workspaceId: WorkspaceId,
  userId: UserId,
): Promise<void> {
  for (const request of await waitingForAnswerOf(tx, workspaceId, userId)) await passOn(tx, context, request)
}

/** What the former manager was asked, the new one is asked now. */
export async function askNewManager(
  tx: Transaction,
  context: Context,
  { workspaceId, teamId }: { workspaceId: WorkspaceId; teamId: TeamId },
  managerUserId: UserId,
): Promise<void> {
  for (const request of await waitingForManagerOf(tx, workspaceId, teamId))
    if (managerUserId === request.requestedBy) await passOn(tx, context, request)
    else if (managerUserId !== request.askedUserId)
      await readdress(tx, context, request, { userId: managerUserId, teamId })
}
