// Loads the facts of the messages about a join request: to those who are asked, and about what became of it.

import type { Queryable } from '../../../core/db/client.ts'
import type { WorkspaceId } from '../../../core/ids.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import { loadJoinRequest } from '../../db/join-requests.ts'
import { settingsNow } from '../../db/settings.ts'
import { loadTeam } from '../../db/teams.ts'
import type { JoinRequest } from '../../domain/join-request.ts'
import type { JoinOutcomeFacts, JoinRequestFacts } from '../../domain/message-facts.ts'

/** What a request is shown by, in a message or elsewhere. */
export type AskedOf = 'workspaceId' | 'toUserId' | 'subject' | 'ts'

/** Null: it was over, or had gone to somebody else, before the message was posted. */
export async function loadJoinRequestFacts(
  db: Queryable,
  { workspaceId, toUserId, subject, ts }: Pick<Message<'join-request'>, AskedOf>,
  now: Temporal.Instant,
): Promise<JoinRequestFacts | null> {
  const found = await requestWithTeams(db, workspaceId, subject.requestId, now)
  if (!found) return null
  const { request, ...names } = found
  const { state, askedUserId, askedTeamId, homeTeamId } = request
  const isAsked = askedUserId === toUserId
  if (!ts && !(isAsked && state === 'waiting')) return null
  return {
    kind: 'join-request',
    ...shared(request, names),
    homeTeamName: names.homeTeamName,
    askedAs: askedTeamId === null ? 'admin' : askedTeamId === homeTeamId ? 'manager' : 'manager-above',
    passedOnTo: isAsked ? null : askedUserId,
  }
}

/** Null: the request is not kept any more. */
export async function loadJoinOutcome(
  db: Queryable,
  { workspaceId, toUserId, subject }: Message<'join-outcome'>,
  now: Temporal.Instant,
): Promise<JoinOutcomeFacts | null> {
  const found = await requestWithTeams(db, workspaceId, subject.requestId, now)
  if (!found || found.request.state === 'waiting') return null
  const { request, ...names } = found
  const reader = toUserId === request.userId ? 'person' : 'requester'
  return { kind: 'join-outcome', ...shared(request, names), reader }
}

const shared = (
  { requestId, userId, requestedBy, decidedBy, state }: JoinRequest,
  { teamName, channelId }: { teamName: string; channelId: string },
) => ({ requestId, teamName, channelId, userId, requestedBy, decidedBy, state })

interface RequestWithTeams {
  request: JoinRequest
  teamName: string
  channelId: string
  homeTeamName: string
}

async function requestWithTeams(
  db: Queryable,
  workspaceId: WorkspaceId,
  requestId: string,
  now: Temporal.Instant,
): Promise<RequestWithTeams | null> {
  const request = await loadJoinRequest(db, { workspaceId, requestId })
  if (!request) return null
  const team = await loadTeam(db, workspaceId, request.teamId)
  const settings = await settingsNow(db, { workspaceId, teamId: request.teamId }, now)
  const home = await settingsNow(db, { workspaceId, teamId: request.homeTeamId }, now)
  if (!team || !settings || !home) return null
  return { request, teamName: settings.name, channelId: team.channelId, homeTeamName: home.name }
}
