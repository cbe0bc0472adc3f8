// A target of the whole company sums exactly at each level: teams, their teams, and their people, whatever the tree looks like.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CascadeDraft,
  type CascadePlan,
  type CascadeTeam,
  NO_WHOLE,
  type PlannedTeam,
  periodKey,
  type TeamWholes,
  wholeIn,
} from '../../src/targets/domain/cascade.ts'
import type { MonthFacts, PlanFacts, WholePeriod } from '../../src/targets/domain/plan.ts'
import { planCascade } from '../../src/targets/domain/plan-cascade.ts'
import { headsIn } from '../../src/targets/domain/split-teams.ts'
import {
  isPartOf,
  monthsOf,
  samePeriod,
  type TargetPeriod,
  targetPeriod,
} from '../../src/targets/domain/target-period.ts'

const date = Temporal.PlainDate.from
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

const YEAR = targetPeriod('year', date('2026-04-01'), 4)
const QUARTER = targetPeriod('quarter', date('2026-07-01'), 4)
const MONTH = targetPeriod('month', date('2026-07-01'), 4)

/** A team as a test draws it: the presence of each of its people, half working days of a month, and the teams below. */
interface Drawn {
  people: readonly number[]
  days: number
  last: number
  below: readonly Drawn[]
}

function teamOf({ people, days, last, below }: Drawn, id = '1', period: TargetPeriod = YEAR): CascadeTeam {
  const months = monthsOf(period).map(
    (month): MonthFacts => ({
      ...{ period: month, version: 0, lock: null, days, lastYear: 0, gone: 0, whole: null },
      people: people.map((present, index) => ({
        ...({ memberId: `${id} m${index}`, role: 'hunter', present, last: 1 } as const),
        ...{ until: month.to, before: null },
      })),
    }),
  )
  const facts: PlanFacts = {
    ...{ metric: { kind: 'additive' }, period, today: YEAR.from, months, wholes: [], overlapping: null },
  }
  return {
    ...{ teamId: id, currency: null, wholes: new Map(), last, facts: people.length > 0 ? facts : null },
    below: below.map((one, index) => teamOf(one, `${id}.${index + 1}`, period)),
  }
}

const draftOf = (value: number, more: Partial<CascadeDraft> = {}): CascadeDraft => ({
  ...{ value, split: 'equal', weights: new Map(), byHand: null, reason: 'why' },
  ...{ time: { by: 'days', weights: null }, ...more },
})

const plan = (team: CascadeTeam, draft: CascadeDraft, period: TargetPeriod = YEAR, isSum = true) =>
  planCascade(team, { period, isSum, rates: null, today: YEAR.from }, draft)

const named = (planned: CascadePlan) => {
  if (!planned.ok) throw new Error(planned.reason)
  return Object.fromEntries(planned.teams.map(({ teamId, whole }) => [teamId, whole]))
}

/** As it stands once the plan is saved. */
function savedAs(team: CascadeTeam, planned: CascadePlan, period: TargetPeriod = YEAR): CascadeTeam {
  if (!planned.ok) throw new Error(planned.reason)
  const own = planned.teams.find(({ teamId }) => teamId === team.teamId)
  const below = team.below.map((one) => savedAs(one, planned, period))
  if (!own) return { ...team, below }
  const wholes: TeamWholes = new Map([
    ...team.wholes,
    ...own.versions.map((version) => [periodKey(version.period), version] as const),
  ])
  return { ...team, wholes, facts: team.facts && factsAfter(team.facts, own), below }
}

function factsAfter(facts: PlanFacts, { versions }: PlannedTeam): PlanFacts {
  const ofPeople = versions.map((version) => ({ ...version, whole: version.own ?? version.whole }))
  const months = facts.months.map((month): MonthFacts => {
    const version = ofPeople.find((one) => samePeriod(one.period, month.period))
    if (!version) return month
    const people = month.people.map((one) => {
      const part = version.parts.find(({ memberId }) => memberId === one.memberId)
      return part ? { ...one, before: { ...part, until: one.until } } : one
    })
    return { ...month, version: version.version, whole: version.whole, lock: version.lock, people }
  })
  const wholes = ofPeople
    .filter(({ period }) => period.kind !== 'month')
    .map(({ period, version, whole }): WholePeriod => ({ period, version, whole }))
  return { ...facts, months, wholes: wholes.length > 0 ? wholes : facts.wholes }
}

/** Each team's whole is what the teams below have, and its own people; theirs the sum of their months. */
function expectSums(team: CascadeTeam, period: TargetPeriod, value: number): void {
  const had = wholeIn(team.wholes, period)
  expect(had.whole).toBe(value)
  const below = team.below.filter((one) => wholeIn(one.wholes, period).whole !== null)
  if (team.below.length > 0)
    expect(sum(below.map((one) => wholeIn(one.wholes, period).whole!)) + (had.own ?? 0)).toBe(value)
  if (team.facts && headsIn({ ...team, below: [] }) > 0) expectPeople(team.facts, had.own ?? value)
  for (const one of below) expectSums(one, period, wholeIn(one.wholes, period).whole!)
}

function expectPeople({ months, period }: PlanFacts, value: number): void {
  const own = months.filter((month) => isPartOf(month.period, period))
  expect(sum(own.map(({ whole }) => whole ?? 0))).toBe(value)
  for (const { whole, people } of own) {
    const given = sum(people.map(({ before }) => before?.value ?? 0))
    // A ramp leaves a rest; rounding adds at most half a tick for each.
    expect(given).toBeLessThanOrEqual((whole ?? 0) + people.length)
    if (people.length > 0 && people.every(({ present }) => present === 1)) expect(given).toBe(whole)
  }
}

describe('sums exactly at each level', () => {
  const trees = fc.letrec<{ leaf: Drawn; two: Drawn; three: Drawn; four: Drawn }>((tie) => {
    const team = (below: fc.Arbitrary<readonly Drawn[]>): fc.Arbitrary<Drawn> =>
      fc.record({
        people: fc.array(fc.constantFrom(1, 1, 1, 0.3, 0.6), { maxLength: 4 }),
        ...{ days: fc.integer({ min: 0, max: 46 }), last: fc.integer({ min: 0, max: 5000 }), below },
      })
    const some = (of: 'leaf' | 'two' | 'three') => fc.array(tie(of), { maxLength: 3 })
    return {
      ...{ leaf: team(fc.constant([])), two: team(some('leaf')) },
      ...{ three: team(some('two')), four: team(some('three')) },
    }
  }).four
  const whole = fc.integer({ min: 0, max: 10_000_000 })
  const periods = fc.constantFrom(YEAR, QUARTER, MONTH)
  const splits = fc.constantFrom<CascadeDraft['split']>('equal', 'last', 'weights')
  const hands = fc.array(fc.option(fc.integer({ min: 0, max: 20_000 }), { freq: 2 }), {
    ...{ minLength: 4, maxLength: 4 },
  })
  const weights = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 4, maxLength: 4 })

  test('for trees four deep, any people, calendars, weights and parts set by hand, and a later change', () => {
    let planned = 0
    let changed = 0
    fc.assert(
      fc.property(
        ...([trees, periods, whole, whole, splits, weights, hands] as const),
        (drawn, period, value, next, split, given, set) => {
          const team = teamOf(drawn, '1', period)
          const ids = ['1', '1.1', '1.2', '1.3']
          const byHand = new Map(ids.flatMap((id, at) => (set[at] === null ? [] : [[id, set[at]!] as const])))
          const draft = draftOf(value, {
            ...{ split, weights: new Map(ids.map((id, at) => [id, given[at]!])), byHand },
          })
          const first = plan(team, draft, period)
          if (!first.ok) return
          planned += 1
          const saved = savedAs(team, first, period)
          expectSums(saved, period, value)
          for (const one of saved.below)
            if (byHand.has(one.teamId) && headsIn(one) > 0)
              expect(wholeIn(one.wholes, period).whole).toBe(byHand.get(one.teamId))
          // What was set by hand stays where the whole changes.
          const second = plan(saved, draftOf(next, { split }), period)
          if (!second.ok) return
          changed += 1
          const after = savedAs(saved, second, period)
          expectSums(after, period, next)
          for (const one of after.below)
            if (saved.below.length > 0 && byHand.has(one.teamId) && headsIn(one) > 0)
              expect(wholeIn(one.wholes, period)).toMatchObject({
                whole: byHand.get(one.teamId),
                keeps: true,
              })
        },
      ),
      { numRuns: 150 },
    )
    expect(planned).toBeGreaterThan(25)
    expect(changed).toBeGreaterThan(10)
  })
})

/** A director with a rep of her own, North with three reps, and South with two teams of one and two. */
const COMPANY: Drawn = {
  ...{ people: [1], days: 40, last: 100 },
  below: [
    { people: [1, 1, 1], days: 40, last: 500, below: [] },
    {
      ...{ people: [], days: 40, last: 0 },
      below: [
        { people: [1], days: 40, last: 300, below: [] },
        { people: [1, 1], days: 40, last: 100, below: [] },
      ],
    },
  ],
}

describe('a company’s year', () => {
  test('goes by heads: the same for everyone, the director’s own reps included', () => {
    const planned = plan(teamOf(COMPANY), draftOf(7000))
    expect(named(planned)).toEqual({ '1': 7000, '1.1': 3000, '1.2': 3000, '1.2.1': 1000, '1.2.2': 2000 })
    expect(planned.ok && planned.teams[0]!.own).toMatchObject({ whole: 1000, keeps: false })
  })

  test('goes by working days too: a team with fewer of them gets less', () => {
    const fewer = { ...COMPANY, below: [{ ...COMPANY.below[0]!, days: 20 }, COMPANY.below[1]!] }
    expect(named(plan(teamOf(fewer), draftOf(5500)))).toMatchObject({ '1.1': 1500, '1.2': 3000 })
  })

  test('or by what each reached in the period before, or by weights of the first level', () => {
    expect(named(plan(teamOf(COMPANY), draftOf(1000, { split: 'last' })))).toEqual({
      ...{ '1': 1000, '1.1': 500, '1.2': 400, '1.2.1': 300, '1.2.2': 100 },
    })
    const weights = new Map([
      ['1.1', 1],
      ['1.2', 3],
    ])
    expect(named(plan(teamOf(COMPANY), draftOf(400, { split: 'weights', weights })))).toEqual({
      ...{ '1': 400, '1.1': 100, '1.2': 300, '1.2.1': 100, '1.2.2': 200 },
    })
  })

  test('leaves what a team has set for itself, and refuses what cannot hold it, with the numbers', () => {
    const team = teamOf(COMPANY)
    const own = { ...NO_WHOLE, whole: 4000, version: 1, keeps: true }
    const [north, south] = team.below
    const set = { ...team, below: [{ ...north!, wholes: new Map([[periodKey(YEAR), own]]) }, south!] }
    expect(named(plan(set, draftOf(8000)))).toMatchObject({ '1.1': 4000, '1.2': 3000 })
    expect(plan(set, draftOf(3000))).toEqual({
      ...{ ok: false, reason: 'teams-clash', teamId: '1', whole: 3000, open: 2 },
      set: [{ teamId: '1.1', value: 4000 }],
    })
    expect(named(plan(set, draftOf(7000, { byHand: new Map() })))).toMatchObject({ '1.1': 3000 })
    expect(plan(set, draftOf(8000, { reason: '' }))).toEqual({ ok: false, reason: 'reason-missing' })
  })

  test('further down too, where the clash is told of the team that has it', () => {
    const saved = savedAs(teamOf(COMPANY), plan(teamOf(COMPANY), draftOf(7000)))
    const south = saved.below[1]!
    const hand = plan(south, draftOf(3000, { byHand: new Map([['1.2.1', 2500]]) }))
    const after = { ...saved, below: [saved.below[0]!, savedAs(south, hand)] }
    expect(named(plan(after, draftOf(8400)))).toMatchObject({ '1.2': 3600, '1.2.1': 2500, '1.2.2': 1100 })
    expect(plan(after, draftOf(3500))).toMatchObject({ reason: 'teams-clash', teamId: '1.2', whole: 1500 })
    const people = plan(after, draftOf(8400, { byHand: new Map([['1.1', 0]]) }))
    expect(named(people)).toMatchObject({ '1.1': 0 })
  })

  test('the same again changes nothing; a team that was set anew alone becomes part of it once more', () => {
    const saved = savedAs(teamOf(COMPANY), plan(teamOf(COMPANY), draftOf(7000)))
    expect(plan(saved, draftOf(7000))).toEqual({ ok: false, reason: 'unchanged' })
    const again = plan(saved, draftOf(7700))
    const versions = again.ok
      ? again.teams.map(({ versions: all }) => all.find(({ follows }) => !follows))
      : []
    expect(versions.map((one) => [one?.version, one?.partOf])).toEqual([
      [2, null],
      [2, '1'],
      [2, '1'],
      [2, '1.2'],
      [2, '1.2'],
    ])
  })

  test('shared out anew, the part of a team that has nobody left goes to the others', () => {
    const drawn = (people: number[]): Drawn => ({ people, days: 40, last: 0, below: [] })
    const of = (last: number[]): Drawn => ({
      ...{ people: [], days: 40, last: 0 },
      below: [drawn([1]), { ...drawn([]), below: [drawn(last)] }],
    })
    const before = teamOf(of([1]))
    const saved = savedAs(before, plan(before, draftOf(100)))
    const left = teamOf(of([]))
    const emptyTeam = {
      ...saved,
      below: saved.below.map((one, index) => ({
        ...one,
        below: one.below.map((last, at) => ({ ...last, facts: left.below[index]!.below[at]!.facts })),
      })),
    }
    const planned = plan(emptyTeam, draftOf(100))
    expect(named(planned)).toEqual({ 1: 100, 1.1: 100, 1.2: 0, '1.2.1': 0 })
    expectSums(savedAs(emptyTeam, planned), YEAR, 100)
  })

  test('a month of it stays part of each team’s year', () => {
    const saved = savedAs(teamOf(COMPANY), plan(teamOf(COMPANY), draftOf(84_000)))
    const inMonth = (team: CascadeTeam): CascadeTeam => ({
      ...{ ...team, facts: team.facts && { ...team.facts, period: MONTH } },
      below: team.below.map(inMonth),
    })
    const after = savedAs(inMonth(saved), plan(inMonth(saved), draftOf(14_000), MONTH), MONTH)
    expectSums(after, MONTH, 14_000)
    expect(wholeIn(after.wholes, YEAR).whole).toBe(84_000)
    expect(after.below.map(({ wholes }) => wholeIn(wholes, YEAR).whole)).toEqual([36_000, 36_000])
    expect(plan(inMonth(saved), draftOf(100_000), MONTH)).toMatchObject({
      ...{ reason: 'in-team', teamId: '1', refusal: { reason: 'not-in-whole', whole: 12_000 } },
    })
  })

  test('a rate is everybody’s own, not a share', () => {
    expect(named(plan(teamOf(COMPANY), draftOf(400), YEAR, false))).toEqual({
      ...{ '1': 400, '1.1': 400, '1.2': 400, '1.2.1': 400, '1.2.2': 400 },
    })
  })

  test('without anybody who counts it there is nothing to share out', () => {
    const nobody = teamOf({ people: [], days: 40, last: 0, below: [] })
    expect(plan(nobody, draftOf(100))).toEqual({ ok: false, reason: 'nobody' })
  })
})
