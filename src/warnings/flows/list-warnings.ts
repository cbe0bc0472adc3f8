// Loads the open warnings that a person may see: their own, and those of the people whom they lead.
import type { Context } from '../../core/context.ts'
import type { Queryable } from '../../core/db/client.ts'
import type { MetricKey, TeamId, UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { metricsOfTeams } from '../../numbers/db/metrics.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { recordReading } from '../../org/audit/flows/record-reading.ts'
import { loadMembers, memberOf } from '../../org/db/members.ts'
import { namesOf } from '../../org/db/names.ts'
import { settingsOfTeamsNow } from '../../org/db/settings.ts'
import { loadTeams } from '../../org/db/teams.ts'
import { loadWorkspaceSettings } from '../../org/db/workspace-settings.ts'
import { type Actor, asMemberOf } from '../../org/domain/permissions.ts'
import { identityOf } from '../../org/domain/team-names.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { openWarningsOf, unresolvedWarnings } from '../db/episodes.ts'
import { urgentFirst } from '../domain/listed.ts'
import { rightsOn } from '../domain/permissions.ts'
import { outsideOwnerOf, riskOf, type Warning } from '../domain/warning.ts'
import type { WarningView } from '../domain/warning-view.ts'
import { leadsAlone } from './leads-alone.ts'

export interface ListedWarnings {
  own: readonly WarningView[]
  /** Of others, in teams that the person manages, acts for or directs. */
  team: readonly WarningView[]
  leads: boolean
  reports: boolean
}

export async function listWarnings(context: Context, who: Person): Promise<ListedWarnings> {
  const { db, clock } = context
  const actor = await actorOf(db, who, clock.now())
  const { manages, actsFor, directs } = actor
  const led = [...manages, ...actsFor, ...directs]
  const views = await warningsIn(db, actor, [...new Set([...actor.memberOf, ...led])], clock.now())
  const reached = await reachedAtLast(db, actor, clock.now())
  const known = new Set(views.map(({ warning }) => warning.episodeId))
  const others = reached.filter(({ warning }) => !known.has(warning.episodeId))
  const team = urgentFirst([...views.filter(({ own }) => !own), ...others])
  await recordReading(db, context, who, team.map(readingOf))
  return {
    ...{ own: views.filter(({ own }) => own), team },
    ...{ leads: led.length > 0 || others.length > 0, reports: actor.memberOf.length > 0 },
  }
}

/** What has reached the one whom the workspace names for what nobody answers. */
async function reachedAtLast(q: Queryable, actor: Actor, now: Temporal.Instant): Promise<WarningView[]> {
  const { workspaceId, userId } = actor
  const { lastResortUserId } = await loadWorkspaceSettings(q, workspaceId)
  if (lastResortUserId !== userId) return []
  return viewsOf(q, actor, await openWarningsOf(q, workspaceId, userId), now, userId)
}

/**
 * Of others, told to a person who leads from above or whom the workspace names for what nobody answers, and waiting for somebody whom
 * they can be. The urgent ones first.
 */
export async function warningsReached(
  q: Queryable,
  who: Person,
  now: Temporal.Instant,
): Promise<WarningView[]> {
  const { workspaceId, userId } = who
  const actor = await actorOf(q, who, now)
  const { lastResortUserId } = await loadWorkspaceSettings(q, workspaceId)
  const isLast = lastResortUserId === userId
  if (actor.directs.length === 0 && !isLast) return []
  const runs = [...actor.manages, ...actor.actsFor]
  const waiting = (await openWarningsOf(q, workspaceId, userId)).filter(
    ({ teamId, episode: { state, silenced, level } }) =>
      state === 'open' && !silenced && level !== 'blue' && !runs.includes(teamId),
  )
  const views = await viewsOf(q, actor, waiting, now, isLast ? userId : null)
  return urgentFirst(views.filter(({ own, can }) => !own && can.takeOn))
}

/** What is raised by hand is somebody's report, not their numbers. */
export const readingOf = ({ warning, repUserId }: WarningView) => ({
  userId: repUserId,
  what: riskOf(warning) ? ('report' as const) : ('numbers' as const),
})

/** Only their own. */
export async function ownWarnings(q: Queryable, who: Person, now: Temporal.Instant): Promise<WarningView[]> {
  const memberships = await memberOf(q, who.workspaceId, who.userId)
  const teamIds = memberships.map(({ teamId }) => teamId)
  const views = await warningsIn(q, asMemberOf(who, teamIds), teamIds, now)
  return views.filter(({ own }) => own)
}

/** What needs somebody first. Those behind a higher one about the same number are left out. */
export async function warningsIn(
  q: Queryable,
  actor: Actor,
  teamIds: readonly TeamId[],
  now: Temporal.Instant,
): Promise<WarningView[]> {
  const { workspaceId } = actor
  const refs = teamIds.map((teamId) => ({ workspaceId, teamId }))
  if (refs.length === 0) return []
  const open = (await unresolvedWarnings(q, refs)).filter(
    ({ episode }) => episode.state !== 'pending' && !episode.silenced,
  )
  return urgentFirst(await viewsOf(q, actor, open, now))
}

/** Those of the warnings that the person may see, ended ones too. */
export async function viewsOf(
  q: Queryable,
  actor: Actor,
  warnings: readonly Warning[],
  now: Temporal.Instant,
  lastResort: UserId | null = null,
): Promise<WarningView[]> {
  const { workspaceId } = actor
  const ofMembers = warnings.flatMap(({ memberId }) => (memberId === null ? [] : [{ workspaceId, memberId }]))
  const members = await loadMembers(q, ofMembers)
  const alone = await leadsAlone(q, actor, [...new Set(warnings.map(({ teamId }) => teamId))])
  const seen = warnings.flatMap((warning) => {
    const isAlone = alone.has(warning.teamId)
    const repUserId =
      warning.memberId === null ? outsideOwnerOf(warning) : members.get(warning.memberId)?.userId
    const can =
      repUserId === undefined ? null : rightsOn(actor, warning, repUserId, { now, lastResort, isAlone })
    return can && repUserId !== undefined ? [{ warning, repUserId, can }] : []
  })
  if (seen.length === 0) return []
  const teamIds = [...new Set(seen.map(({ warning }) => warning.teamId))]
  const shown = await namesIn(
    q,
    teamIds.map((teamId) => ({ workspaceId, teamId })),
    now,
  )
  const reps = seen.flatMap(({ repUserId }) => repUserId ?? [])
  const names = await namesOf(q, workspaceId, [...new Set(reps)])
  return seen.flatMap(({ warning, repUserId, can }): WarningView[] => {
    const team = shown.get(warning.teamId)
    const isNumber = warning.metricKey !== ''
    const metric = isNumber ? team?.metrics.get(warning.metricKey) : null
    if (!team || metric === undefined) return []
    const whose = repUserId ?? riskOf(warning)?.raisedBy ?? ''
    return [
      {
        ...{ warning, metric, can, repUserId: whose, team: team.identity, target: null, zone: team.zone },
        name: repUserId === null ? team.identity.teamName : (names[repUserId] ?? ''),
        own: whose === actor.userId && (repUserId !== null || !can.close),
      },
    ]
  })
}

async function namesIn(
  q: Queryable,
  refs: readonly { workspaceId: string; teamId: TeamId }[],
  now: Temporal.Instant,
) {
  const teams = await loadTeams(q, refs)
  const settings = await settingsOfTeamsNow(q, refs, now)
  const metrics = await metricsOfTeams(q, refs)
  const found = new Map<
    TeamId,
    {
      identity: ReturnType<typeof identityOf>
      zone: string
      metrics: ReadonlyMap<MetricKey, Metric>
    }
  >()
  for (const [teamId, team] of teams) {
    const own = settings.get(teamId)
    if (!own) continue
    found.set(teamId, {
      ...{ identity: identityOf(team, own), zone: own.zone, metrics: metrics.get(teamId) ?? new Map() },
    })
  }
  return found
}
