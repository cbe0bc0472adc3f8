// Reads an open warning by the target that it is measured by, which is not always the one of now.
import type { DayMember } from '../../org/domain/team-day.ts'
import { type Leads, loweredTarget, progressBefore, type TargetEvidence } from './kept-target.ts'
import type { Signal } from './rule-settings.ts'
import type { SignalFacts } from './signal-facts.ts'
import type { Warning } from './warning.ts'

const BY_TARGET: readonly Signal[] = ['behind-pace', 'forecast-miss', 'overspend']

/** The facts and what to say, by the target that the warning is measured by. */
export function measuredBy(
  { signal, metricKey, episode }: Pick<Warning, 'signal' | 'metricKey' | 'episode'>,
  { member }: DayMember,
  facts: SignalFacts,
  leads: Leads,
): { facts: SignalFacts; said: TargetEvidence } {
  const own = facts.standings.get(member.memberId)
  const standing = own?.metrics.find(({ metric }) => metric.key === metricKey)
  const changes = facts.targetChanges?.get(`${member.memberId} ${metricKey}`) ?? []
  if (!own || !standing?.progress || !BY_TARGET.includes(signal)) return { facts, said: {} }
  const { metric, progress } = standing
  const lowered = loweredTarget(changes, episode, { leads, rep: member.userId, metric })
  if (!lowered) return { facts, said: {} }
  const before = progressBefore(progress, lowered, metric)
  const metrics = own.metrics.map((one) => (one === standing ? { ...one, progress: before } : one))
  const standings = new Map([...facts.standings, [member.memberId, { ...own, metrics }]])
  const said = { lowered: { before: before.target, now: progress.target, by: lowered.by } }
  return { facts: { ...facts, standings }, said }
}
