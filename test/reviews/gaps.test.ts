// Every target that was missed is a gap, whatever its kind, and the shares that are shown add up to the gap that is shown.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import type { Metric } from '../../src/numbers/domain/metrics.ts'
import { periodOf } from '../../src/numbers/domain/period.ts'
import { presetFor } from '../../src/numbers/domain/presets.ts'
import { type Review, reviewOf } from '../../src/reviews/domain/review.ts'
import { gapLines } from '../../src/reviews/slack/gap-lines.ts'
import type { TeamProgress, TeamStanding } from '../../src/targets/domain/team-progress.ts'

const date = Temporal.PlainDate.from
const hunter = (key: string): Metric => presetFor('hunter', 'EUR').find((one) => one.key === key)!
const VISITS = hunter('visits')
const PROPOSALS = hunter('proposals')
const CUSTOMERS = hunter('newCustomers')
const REVENUE = hunter('newRevenue')
/** In tenths of a percent. */
const WIN_RATE = hunter('proposalWinRate')
const COMPLAINTS: Metric = {
  ...VISITS,
  key: 'complaints',
  label: 'Complaints',
  higherIsBetter: false,
  funnelOrder: null,
}
const SATISFACTION: Metric = {
  ...COMPLAINTS,
  key: 'csat',
  label: 'CSAT',
  kind: 'level',
  unit: 'score',
  higherIsBetter: true,
}

/** `expected`: by now; `early`: of what is added up, before it counts; `pace` null: too little to tell. */
const of = (
  metric: Metric,
  target: number,
  actual: number | null,
  {
    expected = target,
    early = metric.kind === 'additive' ? 1 : 0,
    pace = 1,
  }: { expected?: number; early?: number; pace?: number | null } = {},
): TeamStanding => ({
  ...{ metric, actual, change: { now: null, before: null } },
  target: { target, expected, counted: (actual ?? 0) - early, unassigned: 0, pace, attainment: null },
})
const march = (team: TeamStanding[], on = '2026-03-31'): TeamProgress => ({
  ...{ period: periodOf('month', date(on), 1), on: date(on), compared: null, people: [], team },
})
const BEFORE = march([], '2026-02-28')
/** Of a period seen on its last day it is the day after. */
const reviewed = (progress: TeamProgress): Review => {
  const { on, period } = progress
  return reviewOf(progress, BEFORE, on.equals(period.to) ? on.add({ days: 1 }) : on)
}
const gapsIn = (progress: TeamProgress) => reviewed(progress).gaps.map(({ metric, gap }) => [metric.key, gap])
const said = (progress: TeamProgress, locale: (typeof LOCALES)[number] = 'en', causes = {}) =>
  gapLines(
    {
      ...{ review: reviewed(progress), causes, targetsFrom: null, nameOf: null },
      period: progress.period,
    },
    BOT.translator(locale),
  )

describe('a target that was missed', () => {
  test('is a gap where it is a rate or a number of which less is better', () => {
    const team = [of(WIN_RATE, 450, 133), of(COMPLAINTS, 5, 10)]
    expect(gapsIn(march(team))).toEqual([
      ['complaints', 5],
      ['proposalWinRate', -317],
    ])
    expect(reviewed(march(team)).gaps.map(({ arithmetic }) => arithmetic)).toEqual([null, null])
    expect(said(march(team))).toEqual([
      '• *Complaints* +5 against the target; less is better.',
      '• *Proposal win rate* −31.7 pt against the target.',
    ])
    // A rate is held against the whole target from the first day on.
    expect(said(march([team[0]!], '2026-03-16'))).toEqual([
      '• *Proposal win rate* −31.7 pt against the target.',
    ])
  })

  test('is none where it was reached, or where nothing can be said, which is told', () => {
    expect(said(march([of(WIN_RATE, 450, 450), of(COMPLAINTS, 5, 5)]))).toEqual(['Every target was reached.'])
    const unmeasured = march([of(WIN_RATE, 450, null), of(VISITS, 5, 5)])
    expect(said(unmeasured)).toEqual([
      'No target was missed; there is no value, or too few cases, for Proposal win rate.',
    ])
    const early = march([of(WIN_RATE, 450, 0, { pace: null })], '2026-03-03')
    expect(said(early)[0]).toMatch(/too few numbers so far to tell for Proposal win rate/)
    expect(gapsIn(march(early.team as TeamStanding[]))).toEqual([])
  })

  test('says beside the others of which nothing can be told, and that a level is each person’s own', () => {
    const level = of(SATISFACTION, 9, null)
    const levelLine = 'Not counted here: CSAT, which each person has of their own; see `/kpi team`.'
    expect(said(march([of(COMPLAINTS, 5, 10), of(WIN_RATE, 450, 0, { pace: null }), level]))).toEqual([
      '• *Complaints* +5 against the target; less is better.',
      'No value, or too few cases, for Proposal win rate.',
      levelLine,
    ])
    expect(said(march([of(COMPLAINTS, 5, 5), level]))).toEqual(['Every target was reached.', levelLine])
    expect(said(march([level]))).toEqual([levelLine])
  })

  test.each([
    ['too-few' as const, []],
    ['not-yet' as const, [{ userId: 'UBEN', gap: -450 }]],
  ])('names nobody whose rate is of too few cases (%s)', (reason, people) => {
    const progress = { target: 450, expected: 450, actual: 0, pace: { known: false, reason } }
    const ben = { member: { userId: 'UBEN' }, metrics: [{ metric: WIN_RATE, progress }] }
    const now = { ...march([of(WIN_RATE, 450, 133)]), people: [ben] as unknown as TeamProgress['people'] }
    expect(reviewed(now).gaps[0]!.people).toEqual(people)
  })

  test('has a line of its own among the first three or where its cause is known; the others stand in one', () => {
    const keys = ['a', 'b', 'c', 'd', 'e']
    const team = keys.map((key, n) => of({ ...COMPLAINTS, key, label: `N${n}` }, 10, 20 - n))
    const cause = { e: { text: 'Late goods', by: 'U1', at: '2026-04-01T00:00:00Z' } }
    expect(said(march(team), 'en', cause)).toEqual([
      ...[0, 1, 2].map((n) => `• *N${n}* +${10 - n} against the target; less is better.`),
      '• *N4* +6 against the target; less is better.\n> Cause: Late goods',
      'Also missed: N3 (+7).',
    ])
  })

  test.each(LOCALES)('is told in %s', (locale) => {
    for (const on of ['2026-03-31', '2026-03-16'])
      for (const line of said(march([of(COMPLAINTS, 5, 10, { early: 0 })], on), locale))
        expect(line).toMatch(locale === 'en' ? /\+5 .*less is better/ : /\+5（越低越好）。$/)
  })
})

describe('while the period runs', () => {
  const running = (team: TeamStanding[], people: unknown[] = []) => ({
    ...march(team, '2026-03-16'),
    people: people as TeamProgress['people'],
  })
  const person = (
    userId: string,
    [target, expected]: [number, number],
    [actual, counted]: [number, number],
  ) => ({
    ...{ member: { userId } },
    metrics: [
      { metric: VISITS, progress: { target, expected, actual, counted, pace: { known: true, value: 1 } } },
    ],
  })

  test('what came early is held against nothing, of the team as of each person', () => {
    const team = [of(VISITS, 40, 23, { expected: 20, early: 6 })]
    const people = [person('UBEN', [20, 10], [12, 6]), person('UMIA', [20, 10], [11, 11])]
    const [gap, ...others] = reviewed(running(team, people)).gaps
    expect([gap!.gap, gap!.people, others]).toEqual([-3, [{ userId: 'UBEN', gap: -4 }], []])
    expect(said(running(team))).toEqual(['• *Visits* −3 against what should be in by now.'])
    expect(said(running([of(VISITS, 40, 23, { expected: 17, early: 6 })]))).toEqual([
      'Everything is on pace or ahead.',
    ])
  })

  test('the stages of its arithmetic are held by the same measure', () => {
    const chain = [
      of(VISITS, 100, 130, { expected: 50, early: 90 }),
      of(CUSTOMERS, 20, 30, { expected: 10, early: 24 }),
    ]
    const customers = reviewed(running(chain)).gaps.find(({ metric }) => metric === CUSTOMERS)!
    const found = customers.arithmetic!.found
    // 50 × 20 % should be in, 40 × 15 % is: L(6, 10) = 7.830.
    expect(found).toMatchObject({ ok: true, gap: -4 })
    expect(found.ok && found.effects.map(({ effect }) => Math.round(effect * 100) / 100)).toEqual([
      -1.75, -2.25,
    ])
  })

  test('a stage of which all came early is not said to be zero', () => {
    const chain = [of(VISITS, 100, 9, { expected: 50, early: 9 }), of(CUSTOMERS, 20, 8, { expected: 10 })]
    expect(said(running(chain)).join()).toContain('No Visits count yet, so the gap cannot be split.')
  })

  test('where a stage has no target, as many days are held against those of the period before', () => {
    const change = { now: 8, before: 10 }
    const visits = { ...of(VISITS, 0, 15), change, target: null }
    const customers = {
      ...of(CUSTOMERS, 20, 9, { expected: 10, early: 5 }),
      change: { now: 4, before: 5 },
    }
    const [gap] = reviewed(running([visits, customers])).gaps
    expect(gap!.arithmetic!.found).toMatchObject({ ok: true, gap: -1 })
  })
})

/** '−18', '+€1,200.50': in hundredths. */
const shownIn = (text: string): number[] =>
  [...text.matchAll(/([+−])€?([\d,.]+\d|\d)/g)].map(
    ([, sign, digits]) => (sign === '+' ? 1 : -1) * Math.round(Number(digits!.replaceAll(',', '')) * 100),
  )

test('the parts that are shown add up to the gap that is shown, while the period runs and when it is over', () => {
  const volume = fc.integer({ min: 1, max: 10_000 })
  const standing = fc.record({
    target: volume,
    actual: volume,
    share: fc.double({ min: 0.05, max: 1, noNaN: true }),
    late: fc.double({ min: 0, max: 0.9, noNaN: true }),
  })
  const chain = [VISITS, PROPOSALS, CUSTOMERS, REVENUE]
  fc.assert(
    fc.property(fc.array(standing, { minLength: 4, maxLength: 4 }), fc.boolean(), (all, isOver) => {
      const team = all.map(({ target, actual, share, late }, n) =>
        of(chain[n]!, target, actual, { expected: target * share, early: Math.floor(actual * late) }),
      )
      const lines = said(march(team, isOver ? '2026-03-31' : '2026-03-16'))
      for (const line of lines.filter((one) => one.includes('Of this'))) {
        const [gap, parts] = line.split(' Of this: ').map(shownIn) as [number[], number[]]
        expect([line, parts.reduce((sum, one) => sum + one, 0)]).toEqual([line, gap[0]])
      }
    }),
  )
})

test('parts are rounded together: a gap of 18 in customers, whose parts rounded alone make 17.9', () => {
  const [visits, proposals, customers] = [of(VISITS, 100, 110), of(PROPOSALS, 60, 70), of(CUSTOMERS, 40, 22)]
  const line = said(march([visits, proposals, customers])).find((one) => one.includes('*New customers*'))!
  const [gap, parts] = line.split(' Of this: ').map(shownIn) as [number[], number[]]
  expect([gap[0], parts.reduce((sum, one) => sum + one, 0)]).toEqual([-1800, -1800])
})

test.each([
  ['part of one call', VISITS, 10, 9.7, 'Everything is on pace or ahead.'],
  ['part of a cent', REVENUE, 3_000_000, 2_999_999.6, 'Everything is on pace or ahead.'],
  ['one', VISITS, 10, 9, '• *Visits* −1 against what should be in by now.'],
])('short by %s', (_, metric, expected, counted, text) => {
  const standing = of(metric, expected, counted, { early: 0 })
  expect(said(march([standing], '2026-03-16'))).toEqual([text])
})
