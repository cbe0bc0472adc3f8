// Loads one warning for one reader: what it is about, how it stands, and what it takes from here.
import type { Queryable } from '../../core/db/client.ts'
import type { UserId, WorkspaceId } from '../../core/ids.ts'
import { metricsOfTeam } from '../../numbers/db/metrics.ts'
import { membershipsOfMembers } from '../../numbers/flows/memberships.ts'
import { loadMember } from '../../org/db/members.ts'
import { findPeople, findPerson } from '../../org/db/people.ts'
import { may } from '../../org/domain/permissions.ts'
import { identityOf } from '../../org/domain/team-names.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { ownTargets } from '../../targets/flows/own-targets.ts'
import { findWarning } from '../db/episodes.ts'
import { mayAnswerWarning, maySeeWarning, mayTakeOn } from '../domain/permissions.ts'
import type { WarningView } from '../domain/warning-view.ts'

/** Null: there is none, nobody was told yet, or it is not for the reader. */
export async function loadWarning(
  q: Queryable,
  { workspaceId, episodeId, readerId }: { workspaceId: WorkspaceId; episodeId: string; readerId: UserId },
  now: Temporal.Instant,
): Promise<WarningView | null> {
  const warning = await findWarning(q, workspaceId, episodeId)
  if (!warning || warning.episode.state === 'pending') return null
  const { teamId, memberId, metricKey } = warning
  const [member, reader] = [
    await loadMember(q, workspaceId, memberId),
    await findPerson(q, workspaceId, readerId),
  ]
  if (!member || !reader) return null
  const { userId } = member
  const [actor, subject] = [await actorOf(q, reader, now), { workspaceId, teamId, userId }]
  if (!may(actor, maySeeWarning, subject)) return null
  const [person] = await findPeople(q, workspaceId, [userId])
  const [membership] = person ? await membershipsOfMembers(q, [member], person, now) : []
  const isNumber = metricKey !== ''
  const metric = isNumber ? (await metricsOfTeam(q, workspaceId, teamId)).get(metricKey) : null
  if (!person || !membership || metric === undefined) return null
  const targets = isNumber ? await ownTargets(q, membership, now) : []
  return {
    ...{ warning, team: identityOf(membership.team, membership.settings), metric },
    zone: membership.settings.zone,
    ...{ repUserId: userId, name: person.name, own: userId === readerId },
    can: {
      takeOn: may(actor, mayTakeOn(warning.episode.level), subject),
      close: may(actor, mayAnswerWarning, subject),
    },
    target: targets.find((target) => target.metric.key === metricKey) ?? null,
  }
}
