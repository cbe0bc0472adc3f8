// Decides what parts that a manager gives to single reps change, for one metric and period of one team.
import type { MemberId } from '../../core/ids.ts'
import type { PlanFacts, TargetPlan, TargetRefusal } from './plan.ts'
import { planTarget } from './plan-target.ts'
import { isPartOf } from './target-period.ts'

export type PartsPlan =
  | Extract<TargetPlan, { ok: true }>
  | Exclude<TargetRefusal, { reason: 'not-in-team' }>
  | { ok: false; reason: 'not-in-team'; memberIds: readonly MemberId[] }

/** The parts of everybody else stay as they are, and so does the team's whole. */
export function planParts(facts: PlanFacts, wanted: ReadonlyMap<MemberId, number>): PartsPlan {
  if (Temporal.PlainDate.compare(facts.period.to, facts.today) < 0)
    return { ok: false, reason: 'period-over' }
  const open = facts.months.filter(
    ({ period }) => isPartOf(period, facts.period) && Temporal.PlainDate.compare(facts.today, period.to) <= 0,
  )
  const there = new Set(open.flatMap(({ people }) => people.map(({ memberId }) => memberId)))
  const memberIds = [...wanted.keys()].filter((memberId) => !there.has(memberId))
  const absent = { ok: false, reason: 'not-in-team', memberIds } as const
  if (memberIds.length > 0) return absent
  const plan = planTarget(facts, {
    ...{ persons: wanted, role: null, split: 'equal', weights: new Map(), byHand: null },
    // Whether a reason is needed is decided for the whole table.
    reason: 'table',
    ...{ time: { by: 'days', weights: null }, monthsByHand: null },
    value: [...wanted.values()].reduce((sum, value) => sum + value, 0),
  })
  return !plan.ok && plan.reason === 'not-in-team' ? absent : plan
}
