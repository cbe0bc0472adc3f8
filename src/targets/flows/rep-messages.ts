// The messages to reps whose parts of a target a plan changes.
import type { UserId } from '../../core/ids.ts'
import type { TeamRef } from '../../org/db/teams.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import type { PlannedVersion, TargetPlan } from '../domain/plan.ts'
import { ownVersion, shiftedMonths } from '../domain/shifted-months.ts'
import type { TargetRef } from '../domain/target.ts'
import type { LoadedPlan } from './load-plan.ts'

/** One message for each rep, also about other months that change with it; nobody is told of what they set themselves. */
export function repMessages(
  plan: Extract<TargetPlan, { ok: true }>,
  { people }: Pick<LoadedPlan, 'people'>,
  { workspaceId, teamId }: TeamRef,
  { metricKey, period }: Pick<TargetRef, 'metricKey' | 'period'>,
  byUserId: UserId,
): MessageDraft[] {
  const own = ownVersion(plan, period)
  if (!own) return []
  const changed = plan.parts.filter(({ before, value }) => before !== value)
  const shifted = shiftedMonths(plan, period)
  const subjectOf = ({ period: { kind, from, to }, version }: PlannedVersion) => ({
    ...{ metricKey, period: kind, from: from.toString(), to: to.toString(), version },
  })
  const reps = new Set([...changed.map(({ memberId }) => memberId), ...shifted.keys()])
  return [...reps].flatMap((memberId): MessageDraft[] => {
    const userId = people.get(memberId)!.userId
    if (userId === byUserId) return []
    const isOwn = changed.some((part) => part.memberId === memberId)
    const targets = [...(isOwn ? [own] : []), ...(shifted.get(memberId) ?? [])].map(subjectOf)
    const key = `target:${memberId}:${metricKey}:${period.kind}:${period.from}:${own.version}`
    const message = { workspaceId, teamId, key, audience: { to: 'person', userId } as const }
    return shifted.has(memberId)
      ? [{ ...message, kind: 'targets-set', subject: { memberId, targets } }]
      : [{ ...message, kind: 'target-set', subject: { memberId, ...targets[0]! } }]
  })
}
