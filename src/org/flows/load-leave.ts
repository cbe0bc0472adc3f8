// Loads the facts of the leave form: for whom leave can be recorded, and which leave is already recorded.

import type { Context } from '../../core/context.ts'
import type { TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { recordReading } from '../audit/flows/record-reading.ts'
import { homeTeamsOf } from '../db/home-teams.ts'
import { waitingLeaveOf } from '../db/leave-requests.ts'
import { leavesFrom, userKey } from '../db/leaves.ts'
import { activeMembers } from '../db/members.ts'
import { namesOf } from '../db/names.ts'
import { earliestShown, type RecordedLeave } from '../domain/leave.ts'
import type { LeaveRequest } from '../domain/leave-request.ts'
import { mayRecordLeaveOf, mayRecordOwnLeave } from '../domain/org-permissions.ts'
import { may } from '../domain/permissions.ts'
import { actorOf } from './actor.ts'
import { type HomeChoice, homeChoices } from './home-teams.ts'

export interface LeaveFacts {
  today: Temporal.PlainDate
  /** True: the person can record leave of others too. */
  forOthers: boolean
  /** Who looks at the form. */
  viewerId: UserId
  /** The person who is selected at first; null: a manager who is a member of no team. */
  userId: UserId | null
  /** For whom the person can record leave, by name. */
  people: readonly { userId: UserId; name: string }[]
  /** Own leave and leave of those whose home team they manage, of the last 31 days and ahead, the earliest first. */
  recorded: readonly RecordedLeave[]
  /** What somebody else has to agree to first. */
  waiting: readonly LeaveRequest[]
  /** Whose home team the person may move: those in several teams. */
  homes: readonly HomeChoice[]
}

/** Null: the person is in no team and manages none. */
export async function loadLeaveFacts(context: Context, who: Person): Promise<LeaveFacts | null> {
  const { db, clock } = context
  const { workspaceId, userId } = who
  const actor = await actorOf(db, who, clock.now())
  const managed = [...actor.manages, ...actor.actsFor].filter((teamId) =>
    may(actor, mayRecordLeaveOf, { workspaceId, teamId }),
  )
  const own = may(actor, mayRecordOwnLeave, { workspaceId, userId })
  if (!own && managed.length === 0) return null
  const userIds = new Set<UserId>(own ? [userId] : [])
  for (const of of await peopleAtHomeIn(context, workspaceId, managed)) userIds.add(of)
  const today = localDate(clock.now(), who.zone)
  const people = [...userIds].map((of) => ({ workspaceId, userId: of }))
  const recorded = await leavesFrom(db, people, earliestShown(today))
  const waiting = await waitingLeaveOf(db, workspaceId, [...userIds])
  await recordReading(
    db,
    context,
    who,
    [...recorded, ...waiting].map((leave) => ({ userId: leave.userId, what: 'leave' })),
  )
  const homes = await homeChoices(db, actor, [...userIds])
  const self = actor.memberOf.length > 0 ? userId : null
  const names = await namesOf(db, workspaceId, [...userIds])
  return {
    ...{ today, forOthers: managed.length > 0, viewerId: userId, userId: self, recorded, waiting, homes },
    people: [...userIds]
      .map((of) => ({ userId: of, name: names[of] ?? of }))
      .sort((a, b) => a.name.localeCompare(b.name) || a.userId.localeCompare(b.userId)),
  }
}

/** The members of these teams who have their home team there. */
async function peopleAtHomeIn(
  { db }: Context,
  workspaceId: WorkspaceId,
  teamIds: readonly TeamId[],
): Promise<UserId[]> {
  const lists = await Promise.all(teamIds.map((teamId) => activeMembers(db, { workspaceId, teamId })))
  const members = lists.flat()
  const homes = await homeTeamsOf(db, members)
  return members.filter((of) => homes.get(userKey(of)) === of.teamId).map(({ userId }) => userId)
}
