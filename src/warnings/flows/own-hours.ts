// Decides who of a message's readers can be told now, and whom it would wake: those are told when their own next working hours begin.
import type { Queryable } from '../../core/db/client.ts'
import type { UserId, WorkspaceId } from '../../core/ids.ts'
import { isBefore } from '../../core/time.ts'
import { findPeople } from '../../org/db/people.ts'
import { afterWorkingTime, type WorkingSchedule } from '../domain/working-time.ts'

export interface OwnHours {
  /** In their hours. */
  now: UserId[]
  later: { userId: UserId; at: Temporal.Instant }[]
}

/** @param schedule of the team that the message is about: its hours count by each reader's own clock, its zone where theirs is not known */
export async function byOwnHours(
  q: Queryable,
  workspaceId: WorkspaceId,
  userIds: readonly UserId[],
  now: Temporal.Instant,
  schedule: WorkingSchedule,
): Promise<OwnHours> {
  const people = await findPeople(q, workspaceId, userIds)
  const zones = new Map(people.map(({ userId, zone }) => [userId, zone]))
  const told = userIds.map((userId) => ({
    userId,
    at: afterWorkingTime(now, 0, { ...schedule, zone: zones.get(userId) ?? schedule.zone }),
  }))
  return {
    now: told.filter(({ at }) => !isBefore(now, at)).map(({ userId }) => userId),
    later: told.filter(({ at }) => isBefore(now, at)),
  }
}
