// The one way into a team: decides who is added at once, and for whom the manager of another team is asked first.

import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import type { AuditScreen } from '../audit/domain/audit-event.ts'
import { homeManagersOf, lockJoining, waitingForTeam } from '../db/join-requests.ts'
import type { TeamRef } from '../db/teams.ts'
import { howToAdd } from '../domain/join-request.ts'
import type { Member } from '../domain/team.ts'
import { addMembers, type Joining } from './join-and-leave.ts'
import { ask, end } from './join-request-steps.ts'

/** Somebody who joins as soon as the manager of their home team agrees. */
export interface AwaitedPerson {
  userId: UserId
  askedUserId: UserId
}

export interface Placed {
  joined: readonly Member[]
  waiting: readonly AwaitedPerson[]
  /** They are in another team, and nobody there can be asked. */
  refused: readonly UserId[]
}

/** Takes the team's lock for granted. The caller announces who joined. */
export async function placeMembers(
  tx: Transaction,
  context: Context,
  by: Person,
  { workspaceId, teamId }: TeamRef,
  joining: readonly Joining[],
  screen: AuditScreen,
): Promise<Placed> {
  if (joining.length === 0) return { joined: [], waiting: [], refused: [] }
  const ref = { workspaceId, teamId }
  await lockJoining(tx, workspaceId)
  const homes = await homeManagersOf(
    tx,
    ref,
    joining.map(({ person }) => person.userId),
  )
  const pending = new Map((await waitingForTeam(tx, ref)).map((request) => [request.userId, request]))
  const adding: Joining[] = []
  const waiting: AwaitedPerson[] = []
  const refused: UserId[] = []
  for (const one of joining) {
    const { userId } = one.person
    const home = homes.get(userId) ?? null
    const request = pending.get(userId)
    if (!home || howToAdd(by.userId, home) === 'add') {
      adding.push(one)
      if (request) await end(tx, context, request, 'accepted', by.userId, screen)
    } else if (request) waiting.push(request)
    else {
      const asking = {
        ...{ ...ref, requestId: crypto.randomUUID(), userId, role: one.role },
        ...{ requestedBy: by.userId, homeTeamId: home.teamId },
      }
      const addressee = await ask(tx, context, asking, screen)
      if (addressee) waiting.push({ userId, askedUserId: addressee.userId })
      else refused.push(userId)
    }
  }
  return { joined: await addMembers(tx, ref, adding, context.clock.now()), waiting, refused }
}
