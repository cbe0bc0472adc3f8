// Decides what a manager's new target gives to each rep, before anything is saved, and what cannot be.
import type { MemberId } from '../../core/ids.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { type Candidate, type PeopleSplit, type PersonPart, splitOverPeople } from './split-people.ts'
import type { TargetPeriod } from './target-period.ts'

export interface PlanPerson {
  memberId: MemberId
  /** The share of a full part that is theirs, 0 to 1. */
  present: number
  /** What they reached in the period before, scaled. */
  last: number
  /** The last day of the period that they are in the team, as far as is known. */
  until: Temporal.PlainDate
  /** Their part so far. */
  before: { value: number; byHand: boolean; until: Temporal.PlainDate } | null
}

export interface PlanFacts {
  metric: Pick<Metric, 'kind'>
  period: TargetPeriod
  today: Temporal.PlainDate
  /** Who counts the metric and is in the team on any day still to come of the period. */
  people: readonly PlanPerson[]
  /** What people who have left had of it. */
  gone: number
  current: { whole: number | null; monthWeights: readonly number[] | null } | null
}

export interface TargetDraft {
  /** Null: the whole team. */
  memberId: MemberId | null
  /** Scaled. */
  value: number
  split: PeopleSplit
  /** Of the split by weights. */
  weights: ReadonlyMap<MemberId, number>
  /** Null: those that are set by hand so far stay. */
  byHand: ReadonlyMap<MemberId, number> | null
  monthWeights: readonly number[] | null
  reason: string
}

export interface PlannedPart extends PersonPart {
  until: Temporal.PlainDate
  /** Null: they had no part yet. */
  before: number | null
  present: number
  /** False: nothing is to be written for them. */
  changed: boolean
}

export type TargetRefusal =
  | {
      ok: false
      reason: 'period-over' | 'reason-missing' | 'not-in-team' | 'nobody' | 'no-weight' | 'unchanged'
    }
  | { ok: false; reason: 'does-not-add-up'; whole: number; byHand: number; open: number }
  /** A rep's part does not fit beside what the others have. */
  | { ok: false; reason: 'above-whole'; whole: number; others: number; value: number }

export type TargetPlan =
  | {
      ok: true
      whole: number | null
      parts: readonly PlannedPart[]
      /** Null: there is no whole to be assigned. */
      unassigned: number | null
      monthWeights: readonly number[] | null
    }
  | TargetRefusal

export function planTarget(facts: PlanFacts, draft: TargetDraft): TargetPlan {
  if (Temporal.PlainDate.compare(facts.period.to, facts.today) < 0)
    return { ok: false, reason: 'period-over' }
  if (facts.current && draft.reason === '') return { ok: false, reason: 'reason-missing' }
  const plan = draft.memberId === null ? planTeam(facts, draft) : planRep(facts, draft, draft.memberId)
  if (!plan.ok || plan.parts.some(({ changed }) => changed)) return plan
  const { current } = facts
  const sameWhole = current !== null && current.whole === plan.whole
  const sameMonths = JSON.stringify(current?.monthWeights ?? null) === JSON.stringify(plan.monthWeights)
  return sameWhole && sameMonths ? { ok: false, reason: 'unchanged' } : plan
}

function planTeam({ metric, people, gone }: PlanFacts, draft: TargetDraft): TargetPlan {
  const { value: whole, monthWeights } = draft
  if (people.length === 0) return { ok: false, reason: 'nobody' }
  const byHand = draft.byHand ?? setByHand(people)
  // Ratios and levels are inherited, not split: everyone's is the team's.
  if (metric.kind !== 'additive') {
    const inherited = people.map(({ memberId }) => {
      const hand = byHand.get(memberId)
      return { memberId, value: hand ?? whole, byHand: hand !== undefined }
    })
    return { ok: true, whole, parts: withBefore(people, inherited), unassigned: null, monthWeights: null }
  }
  const candidates = people.map((one): Candidate => ({ ...one, weight: weightOf(one, draft) }))
  const split = splitOverPeople(whole, candidates, byHand, gone)
  if (!split.ok) return split
  return {
    ok: true,
    whole,
    parts: withBefore(people, split.parts),
    unassigned: split.unassigned,
    monthWeights,
  }
}

const setByHand = (people: readonly PlanPerson[]): Map<MemberId, number> =>
  new Map(
    people.flatMap(({ memberId, before }) => (before?.byHand ? [[memberId, before.value] as const] : [])),
  )

function weightOf({ memberId, last }: PlanPerson, { split, weights }: TargetDraft): number {
  if (split === 'equal') return 1
  return split === 'last' ? Math.max(0, last) : (weights.get(memberId) ?? 0)
}

/** The colleagues' parts stay as they are. */
function planRep(
  { metric, people, gone, current }: PlanFacts,
  draft: TargetDraft,
  memberId: MemberId,
): TargetPlan {
  const { value } = draft
  const own = people.find((one) => one.memberId === memberId)
  if (!own) return { ok: false, reason: 'not-in-team' }
  const [part] = withBefore([own], [{ memberId, value, byHand: true }])
  const whole = current?.whole ?? null
  const planned = { ok: true, whole, parts: [part!], monthWeights: current?.monthWeights ?? null } as const
  if (whole === null || metric.kind !== 'additive') return { ...planned, unassigned: null }
  const others = people.reduce(
    (sum, one) => sum + (one.memberId === memberId ? 0 : (one.before?.value ?? 0)),
    gone,
  )
  if (others + value > whole) return { ok: false, reason: 'above-whole', whole, others, value }
  return { ...planned, unassigned: whole - others - value }
}

/** What is planned, beside what each had so far. */
export function withBefore(people: readonly PlanPerson[], parts: readonly PersonPart[]): PlannedPart[] {
  const byMember = new Map(people.map((one) => [one.memberId, one]))
  return parts.map((part) => {
    const { before, until, present } = byMember.get(part.memberId)!
    const same =
      before !== null &&
      before.value === part.value &&
      before.byHand === part.byHand &&
      before.until.equals(until)
    return { ...part, until, present, before: before?.value ?? null, changed: !same }
  })
}
