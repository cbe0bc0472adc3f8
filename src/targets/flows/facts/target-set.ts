// Loads the facts of the messages to a rep about a new target, or several.
import type { Queryable } from '../../../core/db/client.ts'
import { metricsOfTeam } from '../../../numbers/db/metrics.ts'
import { loadMember } from '../../../org/db/members.ts'
import type { Member } from '../../../org/domain/team.ts'
import { loadTeamIdentity } from '../../../org/flows/facts/team-identity.ts'
import type { MessageSubjects } from '../../../outbox/domain/message.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import { partsInVersions, versionsOfTarget } from '../../db/targets.ts'
import type { SetTarget, TargetSetFacts, TargetsSetFacts } from '../../domain/message-facts.ts'

/** Null: the member has left, or the target or its metric does not exist. */
export async function loadTargetSet(
  db: Queryable,
  { workspaceId, subject }: Message<'target-set'>,
  now: Temporal.Instant,
): Promise<TargetSetFacts | null> {
  const member = await loadMember(db, workspaceId, subject.memberId)
  const facts = member && (await loadSet(db, member, [subject], now))
  if (!facts) return null
  const { targets, ...common } = facts
  return { ...common, kind: 'target-set', ...targets[0]! }
}

/** Null: the member has left, or none of the targets exists any more. */
export async function loadTargetsSet(
  db: Queryable,
  { workspaceId, subject }: Message<'targets-set'>,
  now: Temporal.Instant,
): Promise<TargetsSetFacts | null> {
  const member = await loadMember(db, workspaceId, subject.memberId)
  const facts = member && (await loadSet(db, member, subject.targets, now))
  return facts && { ...facts, kind: 'targets-set' }
}

async function loadSet(
  db: Queryable,
  { workspaceId, memberId, teamId, leftOn }: Member,
  set: MessageSubjects['targets-set']['targets'],
  now: Temporal.Instant,
): Promise<Omit<TargetsSetFacts, 'kind'> | null> {
  const team = leftOn ? null : await loadTeamIdentity(db, workspaceId, teamId, now)
  if (!team) return null
  const metrics = await metricsOfTeam(db, workspaceId, teamId)
  const targets: SetTarget[] = []
  let by: { byUserId: string; reason: string } | null = null
  for (const { metricKey, period: kind, from, to, version, since = version } of set) {
    const period = { kind, from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) }
    const target = { teamId, metricKey, period }
    const versions = await versionsOfTarget(db, workspaceId, target)
    const saved = versions.find((one) => one.version === version)
    const parts = await partsInVersions(db, workspaceId, memberId, target)
    const part = parts.get(version)
    const metric = metrics.get(metricKey)
    if (!saved || !part || !metric) continue
    const earlier = [...parts.values()].filter((one) => one.version < since)
    const before = earlier.toSorted((one, other) => other.version - one.version)[0]
    targets.push({ metric, period, before: before?.value ?? null, after: part.value, follows: saved.follows })
    by ??= { byUserId: saved.setBy, reason: saved.reason }
  }
  return by && { ...team, ...by, targets }
}
