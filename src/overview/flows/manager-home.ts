// Loads what a manager sees of each of their teams on the Home tab: what to do first, who is away, and how everyone stands.
import { blockersOfTeam } from '../../checkins/standup/db/blockers.ts'
import type { Context } from '../../core/context.ts'
import type { Queryable } from '../../core/db/client.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { periodOf } from '../../numbers/domain/period.ts'
import { recordReading } from '../../org/audit/flows/record-reading.ts'
import { activeMembers } from '../../org/db/members.ts'
import { settingsNow } from '../../org/db/settings.ts'
import { weekStart } from '../../org/domain/calendar.ts'
import type { TeamIdentity } from '../../org/domain/message-facts.ts'
import { type Actor, may } from '../../org/domain/permissions.ts'
import type { Team } from '../../org/domain/team.ts'
import { identityOf } from '../../org/domain/team-names.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { teamsInCharge } from '../../org/flows/teams-in-charge.ts'
import { type NamedProgress, teamProgress } from '../../targets/flows/team-progress.ts'
import type { WarningView } from '../../warnings/domain/warning-view.ts'
import { warningsIn } from '../../warnings/flows/list-warnings.ts'
import { type Behind, furthestBehind, notWarned, waitingWarnings, warnedOf } from '../domain/must-do.ts'
import { maySeeTeam } from '../domain/permissions.ts'
import { type CheckinToday, checkinToday } from './checkin-today.ts'

export interface ManagedTeam extends CheckinToday {
  teamId: string
  team: TeamIdentity
  zone: string
  today: Temporal.PlainDate
  /** Whose blockers are open, the oldest first. */
  blocked: readonly { userId: string; since: Temporal.PlainDate }[]
  /** Warnings about others that nobody has taken on, the urgent ones first. */
  warned: readonly WarningView[]
  behind: readonly Behind[]
  /** This month. */
  progress: NamedProgress
}

/** Teams without anybody in them are left out. */
export async function loadManagedTeams(
  context: Context,
  who: Person,
  now: Temporal.Instant,
  most: number,
): Promise<ManagedTeam[]> {
  const { db } = context
  const { led, actor } = await ledTeams(db, who, now)
  if (!actor) return []
  const found: Omit<ManagedTeam, 'warned'>[] = []
  for (const team of led.slice(0, most)) {
    const loaded = await loadTeamHome(context, who, team, now)
    if (loaded) found.push(loaded)
  }
  const warnings = waitingWarnings(
    await warningsIn(
      db,
      actor,
      found.map(({ teamId }) => teamId),
      now,
    ),
  )
  const parts = found.flatMap(({ progress }) =>
    progress.people.flatMap(({ member }) =>
      (['numbers', 'report'] as const).map((what) => ({ userId: member.userId, what })),
    ),
  )
  await recordReading(db, context, who, parts)
  return found.map((team) => {
    const warned = warnings.filter(({ warning }) => warning.teamId === team.teamId)
    return { ...team, warned, behind: notWarned(team.behind, warned.map(warnedOf)) }
  })
}

/** `actor` null: the person leads none. */
async function ledTeams(
  q: Queryable,
  who: Person,
  now: Temporal.Instant,
): Promise<{ led: readonly Team[]; actor: Actor | null }> {
  const { workspaceId, userId } = who
  const { manages, actsFor } = await teamsInCharge(q, who, now)
  if (manages.length + actsFor.length === 0) return { led: [], actor: null }
  const actor = await actorOf(q, who, now)
  const led = [...manages, ...actsFor].filter(({ teamId }) =>
    may(actor, maySeeTeam, { workspaceId, teamId, userId }),
  )
  return { led, actor }
}

async function loadTeamHome(
  { db }: Context,
  { userId: reader }: Person,
  team: Team,
  now: Temporal.Instant,
): Promise<Omit<ManagedTeam, 'warned'> | null> {
  const { workspaceId, teamId } = team
  const settings = await settingsNow(db, team, now)
  const members = await activeMembers(db, team)
  if (!settings || members.length === 0) return null
  const today = localDate(now, settings.zone)
  const period = periodOf('month', today, weekStart(settings.workDays))
  const progress = await teamProgress(db, { team, settings, period }, now)
  const [checkin, blockers] = await Promise.all([
    checkinToday(db, team, members, today, reader),
    blockersOfTeam(db, workspaceId, teamId, today),
  ])
  const ownerOf = new Map(members.map(({ memberId, userId }) => [memberId, userId]))
  return {
    ...{ teamId, team: identityOf(team, settings), zone: settings.zone, today, progress, ...checkin },
    blocked: blockers.flatMap(({ memberId, state, raisedOn }) => {
      const userId = ownerOf.get(memberId)
      return userId && state !== 'closed' ? [{ userId, since: raisedOn }] : []
    }),
    behind: furthestBehind(progress.people),
  }
}
