// Loads of the teams that somebody leads, from above too, who was asked today, who has not answered and who is away.
import type { Context } from '../../core/context.ts'
import type { Queryable } from '../../core/db/client.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { recordReading } from '../../org/audit/flows/record-reading.ts'
import { activeMembers, teamsWithMembers } from '../../org/db/members.ts'
import { namesOf } from '../../org/db/names.ts'
import { settingsNow, settingsOfTeamsNow } from '../../org/db/settings.ts'
import { loadTeams } from '../../org/db/teams.ts'
import type { TeamIdentity } from '../../org/domain/message-facts.ts'
import { may } from '../../org/domain/permissions.ts'
import type { Team } from '../../org/domain/team.ts'
import { identityOf } from '../../org/domain/team-names.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { teamsInCharge } from '../../org/flows/teams-in-charge.ts'
import { maySeeTeam } from '../domain/permissions.ts'
import { type CheckinToday, checkinToday } from './checkin-today.ts'

export interface TeamCheckin extends CheckinToday {
  teamId: string
  team: TeamIdentity
  /** By user id. */
  nameOf: Readonly<Record<string, string>>
}

/** Those with somebody in them: what the person manages or acts for, then the teams below by name. Null: the person leads none. */
export async function teamsLedWithPeople(
  q: Queryable,
  who: Person,
  now: Temporal.Instant,
): Promise<Team[] | null> {
  const { workspaceId, userId } = who
  const actor = await actorOf(q, who, now)
  const { manages, actsFor } = await teamsInCharge(q, who, now)
  const refs = actor.directs.map((teamId) => ({ workspaceId, teamId }))
  const [below, settings] = await Promise.all([loadTeams(q, refs), settingsOfTeamsNow(q, refs, now)])
  const nameOf = ({ teamId }: Team) => settings.get(teamId)?.name ?? ''
  const byName = [...below.values()].toSorted((one, other) => nameOf(one).localeCompare(nameOf(other)))
  const led = [...new Map([...manages, ...actsFor, ...byName].map((team) => [team.teamId, team])).values()]
  if (led.length === 0) return null
  const filled = await teamsWithMembers(q, led)
  return led.filter(
    ({ teamId }) => filled.has(teamId) && may(actor, maySeeTeam, { workspaceId, teamId, userId }),
  )
}

/** `teams`: some of those that the person leads; of others nothing is told. */
export async function checkinsOf(
  context: Context,
  who: Person,
  teams: readonly Team[],
  now: Temporal.Instant,
): Promise<TeamCheckin[]> {
  const { db } = context
  const actor = await actorOf(db, who, now)
  const { workspaceId, userId } = who
  const found: TeamCheckin[] = []
  const asked: string[] = []
  for (const team of teams) {
    const { teamId } = team
    const settings = await settingsNow(db, team, now)
    if (!settings || !may(actor, maySeeTeam, { workspaceId, teamId, userId })) continue
    const members = await activeMembers(db, team)
    const checkin = await checkinToday(db, team, members, localDate(now, settings.zone), userId)
    const nameOf = await namesOf(db, workspaceId, [...checkin.missing, ...checkin.away])
    asked.push(...members.map((member) => member.userId))
    found.push({ teamId, team: identityOf(team, settings), nameOf, ...checkin })
  }
  const parts = [...new Set(asked)].map((one) => ({ userId: one, what: 'report' as const }))
  await recordReading(db, context, who, parts)
  return found
}
