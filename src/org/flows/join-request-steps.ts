// The steps of a join request that several flows take: asking somebody, passing it on, and ending it.

import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { UserId } from '../../core/ids.ts'
import { localDate } from '../../core/time.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { planDueItems } from '../../schedule/db/due.ts'
import type { AuditScreen } from '../audit/domain/audit-event.ts'
import { recordAudit } from '../audit/flows/record-audit.ts'
import { teamCalendarsOf } from '../db/calendars.ts'
import { teamsAbove } from '../db/hierarchy.ts'
import { insertJoinRequest, updateJoinRequest } from '../db/join-requests.ts'
import { activeAdmins, findPeople } from '../db/people.ts'
import { settingsNow } from '../db/settings.ts'
import { loadTeam } from '../db/teams.ts'
import { canManage } from '../domain/acting-manager.ts'
import {
  type Addressee,
  answerDueAt,
  JOIN_REQUEST,
  type JoinRequest,
  type JoinRequestState,
  nextAddressee,
  type TeamInChain,
} from '../domain/join-request.ts'
import type { Team } from '../domain/team.ts'
import { presentOf } from './who-acts-for.ts'

/** False: there is nobody who could be asked, or the request is there already. */
export async function ask(
  tx: Transaction,
  context: Context,
  request: Omit<JoinRequest, 'askedUserId' | 'askedTeamId' | 'askedAt' | 'state' | 'decidedBy' | 'decidedAt'>,
  screen: AuditScreen,
): Promise<Addressee | null> {
  const addressee = await findAddressee(tx, { ...request, asked: null }, context.clock.now())
  if (!addressee) return null
  const asking: JoinRequest = {
    ...{ ...request, askedUserId: addressee.userId, askedTeamId: addressee.teamId },
    ...{ askedAt: context.clock.now(), state: 'waiting', decidedBy: null, decidedAt: null },
  }
  if (!(await insertJoinRequest(tx, asking))) return null
  await sendRequest(tx, context, asking)
  await audit(tx, context, asking, request.requestedBy, screen, null)
  return addressee
}

/** To the next who can answer. Without one the request ends unanswered. */
export async function passOn(tx: Transaction, context: Context, request: JoinRequest): Promise<void> {
  const asked = { userId: request.askedUserId, teamId: request.askedTeamId }
  const addressee = await findAddressee(tx, { ...request, asked }, context.clock.now())
  if (addressee) await readdress(tx, context, request, addressee)
  else await end(tx, context, request, 'unanswered', null, 'clock')
}

/** The one who was asked sees that somebody else is asked now. */
export async function readdress(
  tx: Transaction,
  context: Context,
  request: JoinRequest,
  { userId: askedUserId, teamId: askedTeamId }: Addressee,
): Promise<void> {
  const passed: JoinRequest = { ...request, askedUserId, askedTeamId, askedAt: context.clock.now() }
  await updateJoinRequest(tx, passed)
  await enqueueMessage(tx, context, [requestMessage(request)])
  await sendRequest(tx, context, passed)
}

/** `decidedBy` null: nobody in particular, but time, or what happened to the team or the person. */
export async function end(
  tx: Transaction,
  context: Context,
  request: JoinRequest,
  state: Exclude<JoinRequestState, 'waiting'>,
  decidedBy: UserId | null,
  screen: AuditScreen,
): Promise<void> {
  const ended: JoinRequest = { ...request, state, decidedBy, decidedAt: context.clock.now() }
  await updateJoinRequest(tx, ended)
  const told = readersOfOutcome(ended)
  await enqueueMessage(tx, context, [
    requestMessage(ended),
    ...told.map((userId) => outcomeMessage(ended, userId)),
  ])
  await audit(tx, context, ended, decidedBy, screen, 'waiting')
}

/** Who joins is told as a new member. Of what was withdrawn or has become pointless the person has not heard before. */
function readersOfOutcome({ state, requestedBy, userId, decidedBy }: JoinRequest): UserId[] {
  const toPerson = state === 'declined' || state === 'unanswered' ? [userId] : []
  return [...new Set([requestedBy, ...toPerson])].filter((reader) => reader !== decidedBy)
}

async function sendRequest(tx: Transaction, context: Context, request: JoinRequest): Promise<void> {
  const { workspaceId, teamId, homeTeamId } = request
  const home = { workspaceId, teamId: homeTeamId }
  const now = context.clock.now()
  const { zone } = (await settingsNow(tx, home, now))!
  const calendar = (await teamCalendarsOf(tx, [home], localDate(now, zone))).get(homeTeamId)!
  const dueAt = answerDueAt(calendar, zone, now)
  await enqueueMessage(tx, context, [requestMessage(request)])
  await planDueItems(tx, [
    {
      ...{ workspaceId, teamId, memberId: null, kind: JOIN_REQUEST },
      ...{ dueKey: joinRequestDueKey(request), dueAt, date: localDate(dueAt, 'UTC') },
    },
  ])
}

/** Of each team whoever acts for it now. Where nobody else is left, a manager who is only on leave is asked after all. */
export async function findAddressee(
  tx: Transaction,
  request: Pick<JoinRequest, 'workspaceId' | 'homeTeamId' | 'requestedBy'> & { asked: Addressee | null },
  now: Temporal.Instant,
): Promise<Addressee | null> {
  const { workspaceId, homeTeamId } = request
  const home = await loadTeam(tx, workspaceId, homeTeamId)
  const teams = home ? [home, ...(await teamsAbove(tx, home))] : []
  const able = await findPeople(tx, workspaceId, teams.flatMap(inCharge))
  const gone = able.filter((person) => !canManage(person)).map(({ userId }) => userId)
  const present = await presentOf(tx, workspaceId, teams.flatMap(inCharge), now)
  const admins = (await activeAdmins(tx, workspaceId)).map(({ userId }) => userId)
  const acting = (team: Team) => inCharge(team).find((userId) => present.includes(userId)) ?? null
  const chainOf = (userIdOf: (team: Team) => UserId | null): TeamInChain[] =>
    teams.map((team) => ({ teamId: team.teamId, userId: userIdOf(team) }))
  return (
    nextAddressee(request, chainOf(acting), admins, gone) ??
    nextAddressee(
      request,
      chainOf(({ managerUserId }) => managerUserId),
      admins,
      gone,
    )
  )
}

const inCharge = ({ managerUserId, delegateUserId }: Team): UserId[] =>
  delegateUserId ? [managerUserId, delegateUserId] : [managerUserId]

/** One for each time that somebody is asked. */
export const joinRequestDueKey = ({ requestId, askedAt }: JoinRequest): string =>
  `${JOIN_REQUEST}:${requestId}:${askedAt.epochMilliseconds}`

export const requestIdOf = (dueKey: string): string => dueKey.split(':')[1] ?? ''

const requestMessage = ({ workspaceId, requestId, teamId, askedUserId }: JoinRequest): MessageDraft => ({
  ...{ workspaceId, key: `join-request:${requestId}:${askedUserId}`, kind: 'join-request', teamId },
  ...{ audience: { to: 'person', userId: askedUserId }, subject: { requestId } },
})

const outcomeMessage = ({ workspaceId, requestId, teamId }: JoinRequest, userId: UserId): MessageDraft => ({
  ...{ workspaceId, key: `join-outcome:${requestId}:${userId}`, kind: 'join-outcome', teamId },
  ...{ audience: { to: 'person', userId }, subject: { requestId } },
})

async function audit(
  tx: Transaction,
  context: Context,
  { workspaceId, teamId, userId, state }: JoinRequest,
  actorUserId: UserId | null,
  screen: AuditScreen,
  before: 'waiting' | null,
): Promise<void> {
  const event = { workspaceId, teamId, userId, actorUserId, screen }
  await recordAudit(tx, context, [{ ...event, kind: 'join-request', before, after: state }])
}
