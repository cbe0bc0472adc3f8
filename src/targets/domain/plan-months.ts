// Decides what each month of a target gets, and what it gives to each rep.
import type { MemberId } from '../../core/ids.ts'
import {
  isOfTeam,
  type MonthFacts,
  type MonthLock,
  type PlanFacts,
  type PlannedMonth,
  partOf,
  type TargetDraft,
  type TargetRefusal,
} from './plan.ts'
import {
  asBefore,
  type MonthPlan,
  type MonthRefusal,
  type MonthWish,
  type Owed,
  type PlannedPart,
  planMonth,
  setByHand,
  weightBy,
} from './plan-month.ts'
import { type MonthSlot, splitOverMonths, spread } from './split-time.ts'
import { splitWhole } from './split-whole.ts'
import { isPartOf, type TargetPeriod } from './target-period.ts'

export type MonthsPlan = { ok: true; months: readonly PlannedMonth[] } | TargetRefusal

/** What a month is to get, before its people do. */
interface Share {
  month: MonthFacts
  inPeriod: boolean
  isOver: boolean
  /** Of the team, or of the group. Null: it stays as it is. */
  value: number | null
  lock: MonthLock | null
}

type Shares = { ok: true; shares: readonly Share[] } | TargetRefusal

/** `group`: who alone gets parts; null: the whole team. */
export function planMonths(
  facts: PlanFacts,
  draft: TargetDraft,
  group: ReadonlySet<MemberId> | null,
): MonthsPlan {
  if (group?.size === 0) return { ok: false, reason: draft.role ? 'nobody' : 'not-in-team' }
  const shared = group ? sharesOfGroup(facts, draft, group) : sharesOfTeam(facts, draft)
  if (!shared.ok) return shared
  const set = handsByMonth(shared.shares, draft, group)
  if (!set.ok) return set
  const { hands } = set
  const owed: Owed = new Map()
  const months: PlannedMonth[] = []
  const refusals: MonthRefusal[] = []
  for (const share of shared.shares) {
    const plan = planShare(facts, draft, share, { group, hands }, owed)
    if (plan.ok) months.push(plan.month)
    else if (isOnlyEmpty(plan.refusal) && facts.period.kind !== 'month') {
      refusals.push(plan.refusal)
      months.push(withNobody(share, group !== null))
    } else return plan.refusal
  }
  const open = shared.shares.filter(({ inPeriod, isOver }) => inPeriod && !isOver)
  return refusals.length === open.length ? refusals[0]! : { ok: true, months }
}

/** A month in which nobody is there yet, or nobody has a share, leaves its part unassigned. */
const isOnlyEmpty = ({ reason }: MonthRefusal): boolean => reason === 'nobody' || reason === 'no-weight'

function withNobody(share: Share, ofGroup: boolean): PlannedMonth {
  const month = unchanged(share)
  return ofGroup ? month : { ...month, whole: share.value, unassigned: share.value ?? 0 }
}

/** The single rep, or the people of the role. Null: the whole team. Empty: nobody of them is there. */
export function groupOf({ months, today, period }: PlanFacts, draft: TargetDraft): Set<MemberId> | null {
  if (isOfTeam(draft)) return null
  const open = months.filter((month) => isPartOf(month.period, period) && !isOver(month.period, today))
  const people = open.flatMap((month) => month.people)
  const wanted = people.filter(({ memberId, role }) =>
    draft.persons ? draft.persons.has(memberId) : role === draft.role,
  )
  return new Set(wanted.map(({ memberId }) => memberId))
}

const isOver = ({ to }: TargetPeriod, today: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(to, today) < 0

const isoOf = ({ period }: MonthFacts): string => period.from.toString()

function sharesOfTeam(facts: PlanFacts, draft: TargetDraft): Shares {
  const { months, period, today, metric } = facts
  const own = months.filter((month) => isPartOf(month.period, period))
  const locks = own.map((month) => lockedTo(facts, draft, month))
  const slots = own.map((month, index): MonthSlot => slotOf(month, locks[index]!))
  const values =
    metric.kind === 'additive'
      ? splitOverMonths(draft.value, slots, draft.time)
      : { ok: true as const, values: locks.map((locked) => locked ?? draft.value) }
  if (!values.ok) return values
  const beside = besideShares(facts, draft.value)
  if (!beside.ok) return beside
  const byMonth = new Map(own.map((month, index) => [month, values.values[index]!]))
  return {
    ok: true,
    shares: months.map((month): Share => {
      const value = byMonth.get(month)
      const over = isOver(month.period, today)
      if (value !== undefined)
        return { month, inPeriod: true, isOver: over, value, lock: lockOf(facts, draft, month) }
      const rest = beside.values.get(month) ?? null
      return { month, inPeriod: false, isOver: over, value: rest, lock: month.lock }
    }),
  }
}

const slotOf = ({ days, lastYear }: MonthFacts, locked: number | null): MonthSlot => ({
  ...{ days, last: lastYear, locked },
})

/** What a month of the period keeps. Null: it gets its part. */
function lockedTo(
  { period, today }: PlanFacts,
  { monthsByHand }: TargetDraft,
  month: MonthFacts,
): number | null {
  if (period.kind === 'month') return null
  if (isOver(month.period, today)) return month.version > 0 ? (month.whole ?? 0) : null
  if (monthsByHand) return monthsByHand.get(isoOf(month)) ?? null
  return keeps(month, period) ? month.whole : null
}

/** Under a quarter only a month that was set itself keeps what it has; under a year also the months of a quarter that was set. */
const keeps = ({ lock }: MonthFacts, { kind }: TargetPeriod): boolean =>
  lock === 'hand' || (lock === 'quarter' && kind === 'year')

function lockOf({ period }: PlanFacts, { monthsByHand }: TargetDraft, month: MonthFacts): MonthLock | null {
  if (period.kind === 'month' || monthsByHand?.has(isoOf(month))) return 'hand'
  if (period.kind === 'quarter') return monthsByHand === null && month.lock === 'hand' ? 'hand' : 'quarter'
  return monthsByHand === null ? month.lock : null
}

type Beside = { ok: true; values: ReadonlyMap<MonthFacts, number> } | TargetRefusal

/** The other months of the year or quarter above share what is left of it, in the proportion that they have. */
function besideShares(facts: PlanFacts, value: number): Beside {
  const above = partOf(facts)
  if (!above || above.whole === null || facts.metric.kind !== 'additive')
    return { ok: true, values: new Map() }
  const { period, today } = facts
  const others = facts.months.filter(
    (month) => isPartOf(month.period, above.period) && !isPartOf(month.period, period),
  )
  const slots = others.map((month) => ({
    locked: isOver(month.period, today) || keeps(month, above.period) ? (month.whole ?? 0) : null,
  }))
  const known = others.some(({ whole }, index) => slots[index]!.locked === null && (whole ?? 0) > 0)
  const weights = others.map(({ whole, days }) => (known ? (whole ?? 0) : days))
  const rest = spread(above.whole - value, slots, weights)
  if (rest.ok)
    return { ok: true, values: new Map(others.map((month, index) => [month, rest.values[index]!])) }
  const set = slots.reduce((sum, { locked }) => sum + (locked ?? 0), 0)
  return {
    ...{ ok: false, reason: 'not-in-whole', period: above.period },
    ...{ whole: above.whole, others: set, value },
  }
}

/** The value of a single rep, or of the people of a role, over the months; the team's months stay as they are. */
function sharesOfGroup(facts: PlanFacts, draft: TargetDraft, group: ReadonlySet<MemberId>): Shares {
  const { months, period, today, metric } = facts
  const own = months.filter((month) => isPartOf(month.period, period))
  const slots = own.map((month) => {
    const known = month.people.filter(({ memberId, before }) => group.has(memberId) && before)
    const had = known.reduce((sum, { before }) => sum + before!.value, 0)
    const kept = period.kind !== 'month' && isOver(month.period, today) && month.version > 0
    return slotOf(month, kept ? had : null)
  })
  const values =
    metric.kind === 'additive'
      ? splitOverMonths(draft.value, slots, draft.time)
      : { ok: true as const, values: own.map(() => draft.value) }
  if (!values.ok) return values
  const byMonth = new Map(own.map((month, index) => [month, values.values[index]!]))
  return {
    ok: true,
    shares: months.map((month): Share => {
      const value = byMonth.get(month) ?? null
      const more = { inPeriod: value !== null, isOver: isOver(month.period, today), lock: month.lock }
      return { month, value, ...more }
    }),
  }
}

type Hands = ReadonlyMap<MonthFacts, ReadonlyMap<MemberId, number>>

/** The parts that are set by hand, month by month: a rep's part of the period is spread as the period is. */
function handsByMonth(
  shares: readonly Share[],
  { byHand, persons }: TargetDraft,
  group: ReadonlySet<MemberId> | null,
): { ok: true; hands: Hands } | TargetRefusal {
  const own = shares.filter(({ inPeriod }) => inPeriod)
  const hands = new Map(own.map(({ month }) => [month, new Map<MemberId, number>()]))
  const wanted = persons ?? byHand
  if (!wanted) {
    for (const { month } of own) {
      const among = month.people.filter((one) => !group || group.has(one.memberId))
      hands.set(month, setByHand(among))
    }
    return { ok: true, hands }
  }
  for (const [id, whole] of wanted) {
    const there = own.filter(({ month }) => month.people.some((one) => one.memberId === id))
    const had = there.reduce((sum, { month, isOver: over }) => sum + (over ? beforeIn(month, id) : 0), 0)
    if (had > whole) return { ok: false, reason: 'does-not-add-up', whole, byHand: had, open: 0 }
    const open = there.filter((share) => !share.isOver)
    const parts = splitWhole(
      whole - had,
      open.map(({ month, value: weight }) => ({ id: isoOf(month), weight: weight ?? 0 })),
    )
    for (const { month } of open) hands.get(month)!.set(id, parts?.get(isoOf(month)) ?? 0)
  }
  return { ok: true, hands }
}

const sumOf = (values: ReadonlyMap<MemberId, number>): number =>
  [...values.values()].reduce((sum, value) => sum + value, 0)

const beforeIn = ({ people }: MonthFacts, id: MemberId): number =>
  people.find(({ memberId }) => memberId === id)?.before?.value ?? 0

function planShare(
  { metric }: PlanFacts,
  draft: TargetDraft,
  share: Share,
  { group, hands }: { group: ReadonlySet<MemberId> | null; hands: Hands },
  owed: Owed,
): { ok: true; month: PlannedMonth } | { ok: false; refusal: MonthRefusal } {
  const { month, inPeriod, value } = share
  if (share.isOver) return { ok: true, month: overMonth(share, group !== null) }
  if (value === null || (!inPeriod && value === month.whole)) return { ok: true, month: unchanged(share) }
  const wish: MonthWish = {
    // The parts of single reps are spread over the months that they are there.
    value: inPeriod && draft.persons ? sumOf(hands.get(month)!) : value,
    group: inPeriod ? group : null,
    weightOf: inPeriod ? weightBy(draft.split, draft.weights) : asBefore(month.people),
    byHand: inPeriod ? hands.get(month)! : setByHand(month.people),
  }
  const plan: MonthPlan = planMonth(metric, month, wish, owed)
  if (!plan.ok) return { ok: false, refusal: plan }
  const rest = unchanged(share).parts.filter(
    ({ memberId }) => !plan.parts.some((part) => part.memberId === memberId),
  )
  return {
    ok: true,
    month: {
      ...unchanged(share),
      ...{ whole: plan.whole, parts: [...plan.parts, ...rest], unassigned: plan.unassigned ?? 0 },
    },
  }
}

/** Of a month that is over only the whole may come new: nobody is measured by it any more. */
function overMonth(share: Share, ofGroup: boolean): PlannedMonth {
  const month = unchanged(share)
  const whole = ofGroup ? month.whole : (share.value ?? month.whole)
  const given = month.parts.reduce((sum, { value }) => sum + value, 0)
  return { ...month, whole, unassigned: (whole ?? 0) - share.month.gone - given }
}

function unchanged({ month, inPeriod, isOver: over, lock }: Share): PlannedMonth {
  const parts = month.people.flatMap(({ memberId, before, until, present }): PlannedPart[] =>
    before ? [{ memberId, present, ...before, until, before: before.value, changed: false }] : [],
  )
  return { facts: month, inPeriod, isOver: over, whole: month.whole, lock, parts, unassigned: 0 }
}
