// A year's target is the sum of its months, and each month of its reps and what is unassigned; months and reps that are set stay.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type {
  MonthFacts,
  PlanFacts,
  TargetDraft,
  TargetPlan,
  WholePeriod,
} from '../../src/targets/domain/plan.ts'
import { planTarget } from '../../src/targets/domain/plan-target.ts'
import { splitOverMonths, type TimeSplit } from '../../src/targets/domain/split-time.ts'
import {
  isPartOf,
  monthsOf,
  type TargetPeriodKind,
  targetPeriod,
} from '../../src/targets/domain/target-period.ts'

const date = Temporal.PlainDate.from
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

const YEAR = targetPeriod('year', date('2026-01-01'), 1)
const MARCH = targetPeriod('month', date('2026-03-01'), 1)

const draftOf = (value: number, more: Partial<TargetDraft> = {}): TargetDraft => ({
  ...{ persons: null, role: null, value, split: 'equal', weights: new Map(), byHand: null },
  ...{ time: { by: 'equal', weights: null }, monthsByHand: null, reason: 'why', ...more },
})

const person = (id: string, present = 1) => ({
  ...({ memberId: id, role: 'hunter', present, last: 1, until: date('2026-12-31'), before: null } as const),
})

function factsOf(people: readonly string[], more: Partial<PlanFacts> = {}): PlanFacts {
  const months = monthsOf(YEAR).map(
    (period): MonthFacts => ({
      ...{ period, version: 0, lock: null, days: 40, lastYear: 0, gone: 0, whole: null },
      people: people.map((id) => person(id)),
    }),
  )
  return {
    ...{ metric: { kind: 'additive' }, period: YEAR, today: date('2026-01-01') },
    ...{ months, wholes: [], overlapping: null, ...more },
  }
}

/** As it stands once the plan is saved. */
function savedAs(facts: PlanFacts, plan: TargetPlan, more: Partial<PlanFacts> = {}): PlanFacts {
  if (!plan.ok) throw new Error(plan.reason)
  const written = (kind: TargetPeriodKind, from: Temporal.PlainDate) =>
    plan.versions.find(({ period }) => period.kind === kind && period.from.equals(from))
  const months = facts.months.map((month): MonthFacts => {
    const version = written('month', month.period.from)
    if (!version) return month
    const people = month.people.map((one) => {
      const part = version.parts.find(({ memberId }) => memberId === one.memberId)
      return part ? { ...one, before: { ...part, until: one.until } } : one
    })
    return { ...month, version: version.version, whole: version.whole, lock: version.lock, people }
  })
  const wholes = plan.versions
    .filter(({ period }) => period.kind !== 'month')
    .map(({ period, version, whole }): WholePeriod => ({ period, version, whole }))
  const kept = facts.wholes.filter(({ period }) => !written(period.kind, period.from))
  return { ...facts, months, wholes: [...wholes, ...kept], ...more }
}

const wholesIn = (facts: PlanFacts) => facts.months.map(({ whole }) => whole)
const partsOf = (facts: PlanFacts, id: string) =>
  facts.months.map(({ people }) => people.find(({ memberId }) => memberId === id)?.before?.value ?? 0)

describe('sums exactly', () => {
  const people = fc.array(fc.constantFrom(1, 1, 1, 0.3, 0.6, 0), { minLength: 1, maxLength: 6 })
  const locks = fc.array(fc.option(fc.integer({ min: 0, max: 3000 }), { freq: 2 }), {
    minLength: 12,
    maxLength: 12,
  })
  const time: fc.Arbitrary<TimeSplit> = fc.oneof(
    fc.constantFrom<TimeSplit['by']>('days', 'equal', 'last').map((by) => ({ by, weights: null })),
    fc
      .oneof(
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 12, maxLength: 12 }),
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 4, maxLength: 4 }),
      )
      .map((weights) => ({ by: 'weights' as const, weights })),
  )
  const months = fc.array(
    fc.record({ days: fc.integer({ min: 0, max: 46 }), last: fc.integer({ min: 0, max: 9999 }) }),
    { minLength: 12, maxLength: 12 },
  )

  test('year, months, reps and the unassigned, for any presence, weights, locks, calendars and later changes', () => {
    let planned = 0
    const whole = fc.integer({ min: 0, max: 10_000_000 })
    const today = fc.integer({ min: 0, max: 364 })
    fc.assert(
      fc.property(
        ...([whole, whole, people, locks, time, months, today] as const),
        (value, next, present, set, split, slots, day) => {
          const facts = factsOf([])
          const start = {
            ...facts,
            months: facts.months.map((month, index) => ({
              ...{ ...month, days: slots[index]!.days, lastYear: slots[index]!.last },
              people: present.map((share, id) => person(`m${id}`, share)),
            })),
          }
          const monthsByHand = new Map(
            set.flatMap((one, index) =>
              one === null ? [] : [[start.months[index]!.period.from.toString(), one] as const],
            ),
          )
          const first = planTarget(start, draftOf(value, { time: split, monthsByHand }))
          if (!first.ok) return
          planned += 1
          const saved = savedAs(start, first)
          expectSums(saved, value)
          for (const [from, one] of monthsByHand)
            expect(saved.months.find(({ period }) => period.from.toString() === from)!.whole).toBe(one)
          // Changed in the middle of the year: what is over stays.
          const later = { ...saved, today: YEAR.from.add({ days: day }) }
          const second = planTarget(later, draftOf(next, { time: split }))
          if (!second.ok) return
          const changed = savedAs(later, second)
          expectSums(changed, next)
          changed.months.forEach((month, index) => {
            if (Temporal.PlainDate.compare(month.period.to, later.today) < 0)
              expect(month).toEqual(later.months[index])
          })
        },
      ),
    )
    expect(planned).toBeGreaterThan(20)
  })

  function expectSums(facts: PlanFacts, whole: number): void {
    expect(sum(wholesIn(facts).map((one) => one ?? 0))).toBe(whole)
    expect(facts.wholes.find(({ period }) => period.kind === 'year')!.whole).toBe(whole)
    for (const { whole: month, people: there } of facts.months) {
      const given = sum(there.map(({ before }) => before?.value ?? 0))
      // A ramp leaves a rest; rounding adds at most half a tick for each.
      expect(given).toBeLessThanOrEqual((month ?? 0) + there.length)
      if (there.every(({ present }) => present === 1) && there.some(({ before }) => before))
        expect(given).toBe(month)
    }
  }

  test('a split by quarters gives each quarter its share', () => {
    const slots = Array(12).fill({ days: 42, last: 0, locked: null })
    const split = splitOverMonths(1000, slots, { by: 'weights', weights: [1, 2, 3, 4] })
    const values = split.ok ? split.values : []
    expect([0, 3, 6, 9].map((from) => sum(values.slice(from, from + 3)))).toEqual([100, 200, 300, 400])
  })
})

describe('equal parts over a year', () => {
  test('differ by a tick at most, though no month can be divided', () => {
    const facts = factsOf(['a', 'b', 'c', 'd', 'e', 'f', 'g'])
    const saved = savedAs(facts, planTarget(facts, draftOf(1200)))
    const years = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => sum(partsOf(saved, id)))
    expect(sum(years)).toBe(1200)
    expect(Math.max(...years) - Math.min(...years)).toBeLessThanOrEqual(1)
  })
})

describe('a month under a year', () => {
  const facts = factsOf(['a', 'b'])
  const year = savedAs(facts, planTarget(facts, draftOf(1200)), { period: MARCH })

  test('is part of it: the other months share the rest, and the year stays', () => {
    const plan = planTarget(year, draftOf(210))
    expect(plan).toMatchObject({ ok: true, whole: 210, before: 100, partOf: { whole: 1200 } })
    const saved = savedAs(year, plan)
    expect(wholesIn(saved)).toEqual([90, 90, 210, ...Array(9).fill(90)])
    expect(saved.wholes[0]).toMatchObject({ whole: 1200, version: 1 })
    // It keeps what it has when the year changes.
    const raised = savedAs(saved, planTarget({ ...saved, period: YEAR }, draftOf(1310)))
    expect(wholesIn(raised)).toEqual([100, 100, 210, ...Array(9).fill(100)])
  })

  test('that cannot be part of it is refused, with the numbers that clash', () => {
    expect(planTarget(year, draftOf(1300))).toMatchObject({
      ok: false,
      reason: 'not-in-whole',
      whole: 1200,
      value: 1300,
    })
    const locked = { ...year, months: year.months.map((month) => ({ ...month, lock: 'hand' as const })) }
    expect(planTarget(locked, draftOf(150))).toMatchObject({
      reason: 'not-in-whole',
      others: 1100,
      value: 150,
    })
    const all = new Map(monthsOf(YEAR).map(({ from }) => [from.toString(), 90]))
    expect(planTarget({ ...year, period: YEAR }, draftOf(1200, { monthsByHand: all }))).toEqual({
      ...{ ok: false, reason: 'months-clash', whole: 1200, set: 1080, open: 0 },
    })
  })

  test('of a quarter changes that quarter alone', () => {
    const first = targetPeriod('quarter', YEAR.from, 1)
    const quarter = savedAs(year, planTarget({ ...year, period: first }, draftOf(360)))
    expect(wholesIn(quarter).slice(0, 4)).toEqual([120, 120, 120, 94])
    const march = savedAs(quarter, planTarget({ ...quarter, period: MARCH }, draftOf(160)))
    expect(wholesIn(march).slice(0, 4)).toEqual([100, 100, 160, 94])
  })
})

describe('single reps and roles', () => {
  test('a rep’s year is set by hand: the months follow, the others share what is left', () => {
    const facts = factsOf(['a', 'b', 'c'])
    const plan = planTarget(facts, draftOf(1200, { byHand: new Map([['a', 600]]) }))
    const saved = savedAs(facts, plan)
    expect(['a', 'b', 'c'].map((id) => sum(partsOf(saved, id)))).toEqual([600, 300, 300])
    expect(partsOf(saved, 'a')).toEqual(Array(12).fill(50))
    expect(saved.months.every((month) => sum(month.people.map(({ before }) => before!.value)) === 100)).toBe(
      true,
    )
    expect(planTarget(saved, draftOf(700, { persons: new Map([['a', 700]]) }))).toMatchObject({
      reason: 'above-whole',
    })
  })

  test('of a role only its people get parts; the others keep theirs, and the whole its size', () => {
    const facts = factsOf(['a', 'b', 'c'], { period: MARCH })
    const mixed = {
      ...facts,
      months: facts.months
        .filter(({ period }) => isPartOf(period, MARCH))
        .map((month) => ({
          ...month,
          people: month.people.map((one) => ({
            ...one,
            ...(one.memberId === 'c' ? { role: 'analyst' as const } : {}),
          })),
        })),
    }
    const plan = planTarget(mixed, draftOf(300, { role: 'hunter' }))
    expect(plan.ok && plan.parts.map(({ memberId, value }) => [memberId, value])).toEqual([
      ['a', 150],
      ['b', 150],
    ])
    const team = savedAs(mixed, planTarget(mixed, draftOf(300)))
    expect(planTarget(team, draftOf(260, { role: 'hunter' }))).toMatchObject({
      reason: 'above-whole',
      others: 100,
    })
    expect(planTarget(team, draftOf(180, { role: 'hunter' }))).toMatchObject({
      ok: true,
      whole: 300,
      unassigned: 20,
    })
    expect(planTarget(team, draftOf(10, { role: 'campaign-planner' }))).toMatchObject({ reason: 'nobody' })
  })
})
