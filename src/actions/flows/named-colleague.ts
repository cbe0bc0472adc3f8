// Finds who is meant by a plain name: people of one's own teams and of those that one leads, with their managers.
import type { Queryable } from '../../core/db/client.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { membersOfTeams } from '../../org/db/members.ts'
import { findPeople, type StoredPerson } from '../../org/db/people.ts'
import { loadTeams } from '../../org/db/teams.ts'
import { namedIn } from '../../org/domain/person-match.ts'
import { actorOf } from '../../org/flows/actor.ts'

export async function namedColleague(
  q: Queryable,
  who: Person,
  typed: string,
  now: Temporal.Instant,
): Promise<{ found: StoredPerson[]; rest: string }> {
  const { workspaceId } = who
  const { memberOf, manages, actsFor, directs } = await actorOf(q, who, now)
  const teamIds = [...new Set([...memberOf, ...manages, ...actsFor, ...directs])]
  const teams = await loadTeams(
    q,
    teamIds.map((teamId) => ({ workspaceId, teamId })),
  )
  const members = await membersOfTeams(q, [...teams.values()], localDate(now, who.zone))
  const userIds = [...members, ...[...teams.values()].map((team) => ({ userId: team.managerUserId }))]
  const people = await findPeople(q, workspaceId, [...new Set(userIds.map(({ userId }) => userId))])
  return namedIn(typed.replaceAll('＠', '@'), people)
}
