// Decides what one month of a target gives to each rep: all of the team, those of a role, or a single person.
import type { MemberId } from '../../core/ids.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { Role } from '../../org/domain/team.ts'
import { type Candidate, type PeopleSplit, type PersonPart, splitOverPeople } from './split-people.ts'

export interface PlanPerson {
  memberId: MemberId
  role: Role
  /** The share of a full part that is theirs, 0 to 1. */
  present: number
  /** What they reached in the period before, scaled. */
  last: number
  /** The last day of the month that they are in the team, as far as is known. */
  until: Temporal.PlainDate
  /** Their part so far. */
  before: { value: number; byHand: boolean; until: Temporal.PlainDate } | null
}

export interface PlannedPart extends PersonPart {
  until: Temporal.PlainDate
  /** Null: they had no part yet. */
  before: number | null
  present: number
  /** False: nothing is to be written for them. */
  changed: boolean
}

/** The people of one month, and what they have of it so far. */
export interface MonthPeople {
  people: readonly PlanPerson[]
  /** What people who have left had of it. */
  gone: number
  /** The team's whole so far. Null: there is none. */
  whole: number | null
}

export interface MonthWish {
  /** Of the team, or of the group. */
  value: number
  /** Null: the whole team. */
  group: ReadonlySet<MemberId> | null
  weightOf: (person: PlanPerson) => number
  byHand: ReadonlyMap<MemberId, number>
}

export type MonthRefusal =
  | { ok: false; reason: 'nobody' | 'no-weight' }
  | { ok: false; reason: 'does-not-add-up'; whole: number; byHand: number; open: number }
  /** The group's part does not fit beside what the others have. */
  | { ok: false; reason: 'above-whole'; whole: number; others: number; value: number }

export type MonthPlan =
  | {
      ok: true
      whole: number | null
      parts: readonly PlannedPart[]
      /** Null: there is no whole to be assigned. */
      unassigned: number | null
    }
  | MonthRefusal

/** What rounding has left each rep short of in the months before, in ticks; brought up to date by each month. */
export type Owed = Map<MemberId, number>

export function planMonth(
  metric: Pick<Metric, 'kind'>,
  month: MonthPeople,
  wish: MonthWish,
  owed: Owed,
): MonthPlan {
  const among = month.people.filter(({ memberId }) => wish.group === null || wish.group.has(memberId))
  if (among.length === 0) return { ok: false, reason: 'nobody' }
  // Ratios and levels are inherited, not split: everyone's is the team's.
  if (metric.kind !== 'additive') {
    const inherited = among.map(({ memberId }) => inherit(memberId, wish))
    const whole = wish.group === null ? wish.value : month.whole
    return { ok: true, whole, parts: withBefore(among, inherited), unassigned: null }
  }
  const gone = wish.group === null ? month.gone : 0
  const candidates = among.map(
    (one): Candidate => ({ ...one, weight: wish.weightOf(one), owed: owed.get(one.memberId) ?? 0 }),
  )
  const split = splitOverPeople(wish.value, candidates, wish.byHand, gone)
  if (!split.ok) return split
  keepOwed(owed, candidates, wish, gone, split.parts)
  const parts = withBefore(among, split.parts)
  if (wish.group === null) return { ok: true, whole: wish.value, parts, unassigned: split.unassigned }
  return besideOthers(month, wish, parts)
}

function inherit(memberId: MemberId, { value, byHand }: MonthWish): PersonPart {
  const hand = byHand.get(memberId)
  return { memberId, value: hand ?? value, byHand: hand !== undefined }
}

/** The parts of those outside the group stay as they are. */
function besideOthers(
  { people, gone, whole }: MonthPeople,
  { value, group }: MonthWish,
  parts: readonly PlannedPart[],
): MonthPlan {
  if (whole === null) return { ok: true, whole, parts, unassigned: null }
  const others = people.reduce(
    (sum, { memberId, before }) => sum + (group!.has(memberId) ? 0 : (before?.value ?? 0)),
    gone,
  )
  if (others + value > whole) return { ok: false, reason: 'above-whole', whole, others, value }
  const given = parts.reduce((sum, part) => sum + part.value, 0)
  return { ok: true, whole, parts, unassigned: whole - others - given }
}

function keepOwed(
  owed: Owed,
  candidates: readonly Candidate[],
  { value, byHand }: MonthWish,
  gone: number,
  parts: readonly PersonPart[],
): void {
  const open = candidates.filter(({ memberId }) => !byHand.has(memberId))
  const set = candidates.reduce((sum, { memberId }) => sum + (byHand.get(memberId) ?? 0), 0)
  const weights = open.reduce((sum, { weight }) => sum + weight, 0)
  const given = new Map(parts.map((part) => [part.memberId, part.value]))
  for (const { memberId, weight, present } of open) {
    if (weights === 0 || present < 1) continue
    const exact = ((value - set - gone) * weight) / weights
    owed.set(memberId, (owed.get(memberId) ?? 0) + exact - given.get(memberId)!)
  }
}

/** Their parts in the proportion that they have so far; equally where nobody has one. */
export function asBefore(people: readonly PlanPerson[]): (person: PlanPerson) => number {
  const open = people.filter(({ before }) => !before?.byHand)
  const known = open.some(({ before }) => (before?.value ?? 0) > 0)
  return ({ before }) => (known ? (before?.value ?? 0) : 1)
}

export const setByHand = (people: readonly PlanPerson[]): Map<MemberId, number> =>
  new Map(
    people.flatMap(({ memberId, before }) => (before?.byHand ? [[memberId, before.value] as const] : [])),
  )

export function weightBy(
  split: PeopleSplit,
  weights: ReadonlyMap<MemberId, number>,
): (person: PlanPerson) => number {
  if (split === 'equal') return () => 1
  return ({ memberId, last }) => (split === 'last' ? Math.max(0, last) : (weights.get(memberId) ?? 0))
}

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
