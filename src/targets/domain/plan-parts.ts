// Decides what parts that a manager gives to single reps change, for one metric and period of one team.
import type { MemberId } from '../../core/ids.ts'
import { type PlanFacts, type TargetPlan, withBefore } from './plan-target.ts'

export type PartsPlan =
  | Extract<TargetPlan, { ok: true }>
  | { ok: false; reason: 'period-over' }
  | { ok: false; reason: 'not-in-team'; memberIds: readonly MemberId[] }
  | { ok: false; reason: 'above-whole'; whole: number; others: number; value: number }

/** The parts of everybody else stay as they are, and so does the team's whole. */
export function planParts(
  { metric, period, today, people, gone, current }: PlanFacts,
  wanted: ReadonlyMap<MemberId, number>,
): PartsPlan {
  if (Temporal.PlainDate.compare(period.to, today) < 0) return { ok: false, reason: 'period-over' }
  const there = new Set(people.map(({ memberId }) => memberId))
  const memberIds = [...wanted.keys()].filter((memberId) => !there.has(memberId))
  if (memberIds.length > 0) return { ok: false, reason: 'not-in-team', memberIds }
  const set = [...wanted].map(([memberId, value]) => ({ memberId, value, byHand: true }))
  const parts = withBefore(people, set)
  const whole = current?.whole ?? null
  const planned = { ok: true, whole, parts, monthWeights: current?.monthWeights ?? null } as const
  if (whole === null || metric.kind !== 'additive') return { ...planned, unassigned: null }
  const others = people.reduce(
    (sum, { memberId, before }) => sum + (wanted.has(memberId) ? 0 : (before?.value ?? 0)),
    gone,
  )
  const value = set.reduce((sum, part) => sum + part.value, 0)
  if (others + value > whole) return { ok: false, reason: 'above-whole', whole, others, value }
  return { ...planned, unassigned: whole - others - value }
}
