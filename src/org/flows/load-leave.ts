// Loads the facts of the leave form: for whom leave can be recorded, and which leave is already recorded.

import type { Context } from '../../core/context.ts'
import type { TeamId, UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { leavesFrom, type RecordedLeave } from '../db/leaves.ts'
import { activeMembers } from '../db/members.ts'
import { mayRecordLeaveOf, mayRecordOwnLeave } from '../domain/org-permissions.ts'
import { may } from '../domain/permissions.ts'
import { actorOf } from './actor.ts'

export interface LeaveFacts {
  today: Temporal.PlainDate
  /** True: the person can record leave of others too. */
  forOthers: boolean
  /** The person who is selected at first; null: a manager who is a member of no team. */
  userId: UserId | null
  /** Own leave and leave of managed people that ends today or later, the earliest first. */
  recorded: readonly RecordedLeave[]
}

/** Null: the person is in no team and manages none. */
export async function loadLeaveFacts(context: Context, who: Person): Promise<LeaveFacts | null> {
  const { db, clock } = context
  const { workspaceId, userId } = who
  const actor = await actorOf(db, who)
  const managed = actor.manages.filter((teamId) => may(actor, mayRecordLeaveOf, { workspaceId, teamId }))
  const own = may(actor, mayRecordOwnLeave, { workspaceId, userId })
  if (!own && managed.length === 0) return null
  const userIds = new Set<UserId>(own ? [userId] : [])
  for (const teamId of managed as TeamId[])
    for (const member of await activeMembers(db, { workspaceId, teamId })) userIds.add(member.userId)
  const today = localDate(clock.now(), who.zone)
  const people = [...userIds].map((of) => ({ workspaceId, userId: of }))
  const recorded = await leavesFrom(db, people, today)
  return { today, forOthers: managed.length > 0, userId: own ? userId : null, recorded }
}
