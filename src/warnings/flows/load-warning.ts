// Loads one warning for one reader: what it is about, how it stands, and what it takes from here.
import { openBlockersOf } from '../../checkins/standup/db/blockers.ts'
import type { Queryable } from '../../core/db/client.ts'
import type { UserId, WorkspaceId } from '../../core/ids.ts'
import { metricsOfTeam } from '../../numbers/db/metrics.ts'
import { membershipsOfMembers } from '../../numbers/flows/memberships.ts'
import { loadMember } from '../../org/db/members.ts'
import { findPeople, findPerson } from '../../org/db/people.ts'
import { settingsNow } from '../../org/db/settings.ts'
import { loadTeam, type TeamRef } from '../../org/db/teams.ts'
import type { Member } from '../../org/domain/team.ts'
import { identityOf } from '../../org/domain/team-names.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { ownTargets } from '../../targets/flows/own-targets.ts'
import { findWarning } from '../db/episodes.ts'
import { aboveOf } from '../domain/ladder-of.ts'
import { outsideOwnerOf, riskOf, type Warning } from '../domain/warning.ts'
import type { WarningView } from '../domain/warning-view.ts'
import { chainOf } from './load-above.ts'
import { rightsIn } from './rights-in.ts'

/** Null: there is none, nobody was told yet, or it is not for the reader. */
export async function loadWarning(
  q: Queryable,
  { workspaceId, episodeId, readerId }: { workspaceId: WorkspaceId; episodeId: string; readerId: UserId },
  now: Temporal.Instant,
): Promise<WarningView | null> {
  const warning = await findWarning(q, workspaceId, episodeId)
  if (!warning || warning.episode.state === 'pending') return null
  const { teamId, memberId } = warning
  const member = memberId === null ? null : await loadMember(q, workspaceId, memberId)
  const reader = await findPerson(q, workspaceId, readerId)
  if ((memberId !== null && !member) || !reader) return null
  const whose = member?.userId ?? outsideOwnerOf(warning)
  const can = await rightsIn(q, await actorOf(q, reader, now), warning, whose, now)
  if (!can) return null
  const seen = { warning, readerId, can }
  const view = await (member
    ? aboutMember(q, member, seen, now)
    : aboutTeam(q, { workspaceId, teamId }, seen, now))
  return view && { ...view, readerZone: reader.zone, ...(await ladderSeen(q, warning, whose)) }
}

/**
 * Who is above, and whom it has reached: of those who were told the last who leads from above now, not whoever stands in for the
 * manager, or once led the team.
 */
async function ladderSeen(
  q: Queryable,
  { workspaceId, teamId, episode: { state, step, told } }: Warning,
  rep: UserId | null,
): Promise<Pick<WarningView, 'reached' | 'above'>> {
  const team = await loadTeam(q, workspaceId, teamId)
  if (!team) return {}
  const chain = await chainOf(q, team)
  const above = aboveOf(chain, rep)
  if (state !== 'open' || step === 0) return { above }
  const leads = [...chain.above, chain.named]
  const reached = told.findLast((userId) => leads.includes(userId) && !chain.inTeam.includes(userId))
  return reached === undefined ? { above } : { above, reached }
}

type Seen = Pick<WarningView, 'warning' | 'can'> & { readerId: UserId }

async function aboutMember(
  q: Queryable,
  member: Member,
  { warning, readerId, can }: Seen,
  now: Temporal.Instant,
): Promise<WarningView | null> {
  const { workspaceId, teamId, metricKey } = warning
  const { userId } = member
  const [person] = await findPeople(q, workspaceId, [userId])
  const [membership] = person ? await membershipsOfMembers(q, [member], person, now) : []
  const isNumber = metricKey !== ''
  const metric = isNumber ? (await metricsOfTeam(q, workspaceId, teamId)).get(metricKey) : null
  if (!person || !membership || metric === undefined) return null
  const targets = isNumber ? await ownTargets(q, membership, now) : []
  return {
    ...{ warning, can, team: identityOf(membership.team, membership.settings), metric },
    zone: membership.settings.zone,
    ...{ repUserId: userId, name: person.name, own: userId === readerId },
    target: targets.find((target) => target.metric.key === metricKey) ?? null,
    ...(isNumber ? await blockedBy(q, member) : {}),
  }
}

/** The first step may be to get somebody to help. */
async function blockedBy(q: Queryable, member: Member): Promise<Pick<WarningView, 'blocked'>> {
  const alone = (await openBlockersOf(q, member)).filter(
    ({ helperUserId, state }) => !helperUserId || state !== 'helped',
  )
  const [oldest] = alone
  return oldest ? { blocked: { count: alone.length, since: oldest.raisedOn } } : {}
}

async function aboutTeam(
  q: Queryable,
  { workspaceId, teamId }: TeamRef,
  { warning, readerId, can }: Seen,
  now: Temporal.Instant,
): Promise<WarningView | null> {
  const team = await loadTeam(q, workspaceId, teamId)
  const settings = team && (await settingsNow(q, team, now))
  const risk = riskOf(warning)
  if (!settings) return null
  const shown = {
    ...{ warning, can, team: identityOf(team, settings), zone: settings.zone, metric: null, target: null },
  }
  const outside = outsideOwnerOf(warning)
  const owner = outside && (await findPerson(q, workspaceId, outside))
  if (owner) return { ...shown, repUserId: owner.userId, name: owner.name, own: owner.userId === readerId }
  if (!risk) return null
  return {
    ...shown,
    ...{ repUserId: risk.raisedBy, name: settings.name, own: risk.raisedBy === readerId && !can.close },
  }
}
