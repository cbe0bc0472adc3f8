// Finds who acts for a team now: its manager, or whoever stands in. Every message that is meant for a manager goes there.
import type { Queryable } from '../../core/db/client.ts'
import type { TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { teamsAbove } from '../db/hierarchy.ts'
import { leavesBetween, userKey } from '../db/leaves.ts'
import { activeAdmins, findPeople } from '../db/people.ts'
import { canManage } from '../domain/acting-manager.ts'
import { isAwayOn } from '../domain/calendar.ts'
import type { Team } from '../domain/team.ts'

type LedTeam = Pick<Team, 'workspaceId' | 'managerUserId' | 'delegateUserId' | 'parentTeamId'>

/**
 * The manager; while the manager is away (deactivated, a guest, or on leave today) the delegate, then the managers of
 * the teams above, then an admin. If nobody else is left, a manager who is only on leave. Null: nobody can act.
 * `except`: people who are passed over, for example because the message is about them.
 */
export async function whoActsFor(
  q: Queryable,
  team: LedTeam,
  now: Temporal.Instant,
  except: readonly UserId[] = [],
): Promise<UserId | null> {
  const { workspaceId, managerUserId } = team
  const present = await presentOf(q, workspaceId, leadersIn(team), now)
  const acting = present.find((userId) => !except.includes(userId))
  if (acting) return acting
  const above = await whoIsAbove(q, team, now, [managerUserId, ...except])
  if (above || except.includes(managerUserId)) return above
  const [manager] = await findPeople(q, workspaceId, [managerUserId])
  return canManage(manager) ? managerUserId : null
}

const leadersIn = ({ managerUserId, delegateUserId }: LedTeam): UserId[] => [
  managerUserId,
  ...(delegateUserId ? [delegateUserId] : []),
]

/** Of many teams, in as many statements as for one where their managers are here; without those for whom nobody can act. */
export async function whoActsForEach(
  q: Queryable,
  workspaceId: WorkspaceId,
  teams: readonly Team[],
  now: Temporal.Instant,
): Promise<Map<TeamId, UserId>> {
  const present = new Set(await presentOf(q, workspaceId, [...new Set(teams.flatMap(leadersIn))], now))
  const acting = new Map<TeamId, UserId>()
  for (const team of teams) {
    const userId = leadersIn(team).find((one) => present.has(one)) ?? (await whoActsFor(q, team, now))
    if (userId) acting.set(team.teamId, userId)
  }
  return acting
}

/** The manager of the nearest team above who is not away, else an admin who is not away. Null: there is none. */
export async function whoIsAbove(
  q: Queryable,
  team: LedTeam,
  now: Temporal.Instant,
  except: readonly UserId[] = [team.managerUserId],
): Promise<UserId | null> {
  const { workspaceId } = team
  const allowed = (userId: UserId) => !except.includes(userId)
  const managers = (await teamsAbove(q, team)).map(({ managerUserId }) => managerUserId)
  const above = (await presentOf(q, workspaceId, managers, now)).find(allowed)
  if (above) return above
  const admins = (await activeAdmins(q, workspaceId)).map(({ userId }) => userId).filter(allowed)
  return (await presentOf(q, workspaceId, admins, now))[0] ?? admins[0] ?? null
}

/** Those who are not away, in the given order: neither gone nor on leave all of today. Whom we do not know counts as here. */
export async function presentOf(
  q: Queryable,
  workspaceId: WorkspaceId,
  userIds: readonly UserId[],
  now: Temporal.Instant,
): Promise<UserId[]> {
  if (userIds.length === 0) return []
  const people = await findPeople(q, workspaceId, [...new Set(userIds)])
  const today = (person: Person) => localDate(now, person.zone)
  const from = localDate(now, '-12:00')
  const leaves = await leavesBetween(q, people, from, localDate(now, '+14:00'))
  const away = new Set(
    people
      .filter((person) => !canManage(person) || isAwayOn(leaves.get(userKey(person)) ?? [], today(person)))
      .map(({ userId }) => userId),
  )
  return userIds.filter((userId) => !away.has(userId))
}
