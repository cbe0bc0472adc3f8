// Loads who was asked today, who has not answered, and who is away, for whoever leads the team.
import { promptedOn } from '../../checkins/db/checkin-days.ts'
import { answeredAmong } from '../../checkins/standup/db/standups.ts'
import { STANDUP_KIND } from '../../checkins/standup/domain/standup-kind.ts'
import type { Queryable } from '../../core/db/client.ts'
import type { UserId } from '../../core/ids.ts'
import { calendarsOf } from '../../org/db/calendars.ts'
import { leavesBetween, userKey } from '../../org/db/leaves.ts'
import { isAwayOn, workingFraction } from '../../org/domain/calendar.ts'
import type { Member, Team } from '../../org/domain/team.ts'

export interface CheckinToday {
  /** How many others than the reader were asked and are not away. */
  asked: number
  /** Nobody else works today, so nobody else is asked. */
  restsToday: boolean
  /** Those of them who have not answered. */
  missing: readonly UserId[]
  away: readonly UserId[]
}

export async function checkinToday(
  q: Queryable,
  team: Team,
  members: readonly Member[],
  today: Temporal.PlainDate,
  reader: UserId,
): Promise<CheckinToday> {
  const [{ prompted }, answered, leaves] = await Promise.all([
    promptedOn(q, STANDUP_KIND.name, [team], today),
    answeredAmong(q, members, today),
    leavesBetween(q, members, today, today),
  ])
  const away = members.filter((member) => isAwayOn(leaves.get(userKey(member)) ?? [], today))
  const asked = members.filter(
    (member) => prompted.has(member.memberId) && !away.includes(member) && member.userId !== reader,
  )
  const others = members.filter(({ userId }) => userId !== reader)
  const usersOf = (some: readonly Member[]) => some.map(({ userId }) => userId)
  return {
    asked: asked.length,
    restsToday: asked.length === 0 && !(await anyWorks(q, others, today)),
    missing: usersOf(asked.filter(({ memberId }) => !answered.has(memberId))),
    away: usersOf(away),
  }
}

async function anyWorks(q: Queryable, members: readonly Member[], on: Temporal.PlainDate): Promise<boolean> {
  if (members.length === 0) return false
  const calendars = await calendarsOf(q, members, on, { from: on, to: on })
  return [...calendars.values()].some((calendar) => workingFraction(calendar, on) > 0)
}
