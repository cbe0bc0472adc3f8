// Loads the facts of the message to a rep about a new target.
import type { Queryable } from '../../../core/db/client.ts'
import { metricsOfTeam } from '../../../numbers/db/metrics.ts'
import { loadMember } from '../../../org/db/members.ts'
import { loadTeamIdentity } from '../../../org/flows/facts/team-identity.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import { partsInVersions, versionsOfTarget } from '../../db/targets.ts'
import type { TargetSetFacts } from '../../domain/message-facts.ts'

/** Null: the member has left, or the target or its metric does not exist. */
export async function loadTargetSet(
  db: Queryable,
  { workspaceId, subject }: Message<'target-set'>,
  now: Temporal.Instant,
): Promise<TargetSetFacts | null> {
  const { memberId, metricKey, version } = subject
  const member = await loadMember(db, workspaceId, memberId)
  if (!member || member.leftOn) return null
  const { teamId } = member
  const from = Temporal.PlainDate.from(subject.from)
  const period = { kind: subject.period, from, to: Temporal.PlainDate.from(subject.to) }
  const target = { teamId, metricKey, period }
  const set = (await versionsOfTarget(db, workspaceId, target)).find((one) => one.version === version)
  const parts = await partsInVersions(db, workspaceId, memberId, target)
  const part = parts.get(version)
  const metric = (await metricsOfTeam(db, workspaceId, teamId)).get(metricKey)
  const team = await loadTeamIdentity(db, workspaceId, teamId, now)
  if (!set || !part || !metric || !team) return null
  const earlier = [...parts.values()].filter((one) => one.version < version)
  const before = earlier.toSorted((one, other) => other.version - one.version)[0]
  return {
    ...{ kind: 'target-set', ...team, byUserId: set.setBy, metric, period, reason: set.reason },
    ...{ before: before?.value ?? null, after: part.value },
  }
}
