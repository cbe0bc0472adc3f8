// Loads the people whom a person leads, with what they and their teams are called.
import type { Queryable } from '../../core/db/client.ts'
import type { UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { membersBetween } from '../db/members.ts'
import { findPeople } from '../db/people.ts'
import { settingsOfTeams } from '../db/settings.ts'
import { loadTeams } from '../db/teams.ts'
import { actorOf } from './actor.ts'

export interface LedPerson {
  userId: UserId
  name: string
  teams: string[]
}

/** Whoever left since then can still be looked up. */
const LEFT_WITHIN_DAYS = 31

/** Of teams that they manage, act for or direct. */
export async function peopleLed(q: Queryable, who: Person, now: Temporal.Instant): Promise<LedPerson[]> {
  const { workspaceId } = who
  const { manages, actsFor, directs } = await actorOf(q, who, now)
  const ids = [...new Set([...manages, ...actsFor, ...directs])]
  const teams = [
    ...(
      await loadTeams(
        q,
        ids.map((teamId) => ({ workspaceId, teamId })),
      )
    ).values(),
  ]
  const today = localDate(now, 'UTC')
  const settings = await settingsOfTeams(q, teams, today)
  const members = await membersBetween(q, teams, today.subtract({ days: LEFT_WITHIN_DAYS }), today)
  const teamsOf = Map.groupBy(members, ({ userId }) => userId)
  const people = await findPeople(q, workspaceId, [...teamsOf.keys()])
  return people.map(({ userId, name }) => ({
    ...{ userId, name },
    teams: [...new Set(teamsOf.get(userId)!.map(({ teamId }) => settings.get(teamId)?.name ?? ''))],
  }))
}
