// Loads who owns late items of a team without belonging to it, as if they did: its manager, who stands in, or somebody above.
import { loadOwnerDays } from '../../actions/flows/owner-days.ts'
import type { Queryable } from '../../core/db/client.ts'
import type { TeamId, UserId } from '../../core/ids.ts'
import { findPeople } from '../../org/db/people.ts'
import type { DayMember, TeamDay } from '../../org/domain/team-day.ts'
import { outsideSubject } from '../db/outside-subject.ts'
import { outsideOwnerOf, type Warning } from '../domain/warning.ts'
import { overdueIn, type TeamsFacts } from './load-signal-facts.ts'

/** Also of whom a warning is open that may be over now. Whoever is gone is left out. */
export async function loadOutsideOwners(
  q: Queryable,
  days: readonly TeamDay[],
  facts: TeamsFacts,
  open: ReadonlyMap<TeamId, readonly Warning[]>,
  now: Temporal.Instant,
): Promise<Map<TeamId, DayMember[]>> {
  const found = new Map<TeamId, DayMember[]>()
  const wanted = days.flatMap((day) => {
    const { workspaceId, teamId } = day.team
    return ownersOf(day, facts, open.get(teamId) ?? []).map((ownerUserId) => ({
      ...{ workspaceId, teamId, ownerUserId },
    }))
  })
  if (wanted.length === 0) return found
  const ownerDays = await loadOwnerDays(q, wanted, now)
  for (const [workspaceId, own] of Map.groupBy(wanted, (one) => one.workspaceId)) {
    const userIds = [...new Set(own.map(({ ownerUserId }) => ownerUserId))]
    const people = new Map((await findPeople(q, workspaceId, userIds)).map((one) => [one.userId, one]))
    for (const { teamId, ownerUserId: userId } of own) {
      const [day, person] = [ownerDays.of({ teamId, ownerUserId: userId }), people.get(userId)]
      if (!day || !person || day.deactivated) continue
      const { calendar, zone } = day
      const memberId = outsideSubject(teamId, userId)
      const { joinedOn, leftOn } = calendar
      const member = { workspaceId, teamId, memberId, userId, role: '', joinedOn, leftOn }
      found.set(teamId, [...(found.get(teamId) ?? []), { member, person, calendar, zone }])
    }
  }
  return found
}

function ownersOf(day: TeamDay, facts: TeamsFacts, open: readonly Warning[]): UserId[] {
  const inTeam = new Set(day.members.map(({ member }) => member.userId))
  const late = [...overdueIn(facts, day).keys()]
  const warned = open.flatMap((warning) => outsideOwnerOf(warning) ?? [])
  return [...new Set([...late, ...warned])].filter((userId) => !inTeam.has(userId)).sort()
}
