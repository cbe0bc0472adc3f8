// What a review of a month says, in three languages: target against actual, where the gap comes from, and the funnel.
import { describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES, type Locale } from '../../src/core/i18n/locale.ts'
import type { Metric } from '../../src/numbers/domain/metrics.ts'
import { periodOf } from '../../src/numbers/domain/period.ts'
import { presetFor } from '../../src/numbers/domain/presets.ts'
import { reviewOf } from '../../src/reviews/domain/review.ts'
import { NOTHING_STORED } from '../../src/reviews/domain/stored-review.ts'
import type { ReviewRecord } from '../../src/reviews/flows/load-review.ts'
import { reviewMessage } from '../../src/reviews/slack/review-message.ts'
import type { DataTableBlock } from '../../src/slack/blocks.ts'
import type { MemberStanding, TeamProgress, TeamStanding } from '../../src/targets/domain/team-progress.ts'
import { sampleTarget } from '../targets/samples.ts'

const date = Temporal.PlainDate.from
const hunter = (key: string): Metric => presetFor('hunter', 'EUR').find((one) => one.key === key)!
const VISITS = hunter('visits')
const PROPOSALS = hunter('proposals')
const CUSTOMERS = hunter('newCustomers')
const REVENUE = hunter('newRevenue')
/** 45 % is good. */
const WIN_RATE: Metric = { ...hunter('proposalWinRate'), benchmark: 450 }

const of = (metric: Metric, actual: number | null, target: number | null): TeamStanding => ({
  ...{ metric, actual, change: { now: null, before: null } },
  target:
    target === null
      ? null
      : {
          // What came early is part of a period that is over.
          ...{ target, expected: target, counted: (actual ?? 0) / 2, unassigned: 0, pace: null },
          attainment: (actual ?? 0) / target,
        },
})
const person = (userId: string, target: number, actual: number): MemberStanding => ({
  member: {
    ...{ workspaceId: 'T1', memberId: userId, teamId: 't', userId, role: 'hunter' },
    ...{ joinedOn: date('2026-01-05'), leftOn: null },
  },
  metrics: [
    {
      ...{ metric: CUSTOMERS, actual, change: { now: null, before: null } },
      progress: sampleTarget({ metric: CUSTOMERS, target, actual }).progress,
    },
  ],
})
const month = (day: string, team: TeamStanding[], people: MemberStanding[] = []): TeamProgress => ({
  ...{ period: periodOf('month', date(day), 1), on: date(day), compared: null, people, team },
})

const FEBRUARY = month('2026-02-28', [of(VISITS, 90, null), of(PROPOSALS, 60, null), of(CUSTOMERS, 30, null)])
const MARCH = month(
  '2026-03-31',
  [
    of(VISITS, 80, 100),
    of(PROPOSALS, 90, 50),
    of(CUSTOMERS, 12, 20),
    of(REVENUE, 30_000_00, 60_000_00),
    of(WIN_RATE, 133, null),
  ],
  [person('UANN', 10, 4), person('UBEN', 10, 8), person('UCAL', 5, 5)],
)
/** The day on which a month is looked back on. */
const APRIL = date('2026-04-02')

describe('a review', () => {
  const { gaps, steps } = reviewOf(MARCH, FEBRUARY, APRIL)

  test('names the largest gaps first, and who is furthest short of their own target', () => {
    expect(gaps.map(({ metric, gap }) => [metric.key, gap])).toEqual([
      ['newRevenue', -30_000_00],
      ['newCustomers', -8],
      ['visits', -20],
    ])
    expect(gaps[1]!.people).toEqual([
      { userId: 'UANN', gap: -6 },
      { userId: 'UBEN', gap: -2 },
    ])
  })

  test('splits the gap of customers into visits and both conversions, and that of revenue down to the average deal', () => {
    const shares = (at: number) => {
      const found = gaps[at]!.arithmetic!.found
      return found.ok ? found.effects.map(({ effect }) => Math.round(effect * 100) / 100) : found
    }
    // L(12, 20) = 15.661; ln 0.8, ln (1.125 ÷ 0.5), ln (12/90 ÷ 0.4).
    expect(shares(1)).toEqual([-3.49, 12.7, -17.21])
    expect(gaps[0]!.arithmetic!.stages.map(({ key }) => key)).toEqual([
      ...['visits', 'proposals', 'newCustomers', 'newRevenue'],
    ])
    expect((shares(0) as number[]).reduce((sum, one) => sum + one, 0)).toBeCloseTo(-30_000, 0)
    expect(gaps[2]!.arithmetic).toBeNull()
  })

  test('a stage leaks when it is below the benchmark by more than chance: 12 of 90 against 45 %, not 2 of 10', () => {
    expect(steps.map(({ from, to, leaks }) => [from.key, to.key, leaks])).toEqual([
      ['visits', 'proposals', false],
      ['proposals', 'newCustomers', true],
    ])
    const few = month('2026-03-31', [
      of(PROPOSALS, 10, null),
      of(CUSTOMERS, 2, null),
      of(WIN_RATE, 200, null),
    ])
    const [step] = reviewOf(few, FEBRUARY, APRIL).steps
    expect(step!.leaks).toBe(false)
    expect(step!.evidence.upper).toBeCloseTo(0.51, 3)
  })

  test('while the month runs, gaps are against what should be in by now, and the month before counts as many days', () => {
    const half = of(CUSTOMERS, 6, 20)
    const running = {
      ...month('2026-03-31', [
        { ...half, change: { now: 6, before: 9 }, target: { ...half.target!, expected: 10, counted: 5 } },
      ]),
      on: date('2026-03-16'),
    }
    const review = reviewOf(running, FEBRUARY, running.on)
    expect(review).toMatchObject({ isOver: false, gaps: [{ gap: -5 }], metrics: [{ before: 9 }] })
    const target = { ...running.team[0]!.target!, counted: 11 }
    const ahead = { ...running, team: [{ ...running.team[0]!, actual: 12, target }] }
    expect(reviewOf(ahead, FEBRUARY, ahead.on).gaps).toEqual([])
  })

  test('on its last day a month still runs, and is over on the day after', () => {
    const customers = of(CUSTOMERS, 12, 20)
    const target = { ...customers.target!, expected: 16, counted: 11 }
    const last = month('2026-03-31', [{ ...customers, change: { now: 11, before: 13 }, target }])
    expect(reviewOf(last, FEBRUARY, date('2026-03-31'))).toMatchObject({
      ...{ isOver: false, gaps: [{ gap: -5 }], metrics: [{ before: 13 }] },
    })
    expect(reviewOf(last, FEBRUARY, date('2026-04-01'))).toMatchObject({
      ...{ isOver: true, gaps: [{ gap: -8 }], metrics: [{ before: 30 }] },
    })
  })

  test('where a stage has no target, the gap is split against the period before, and says so', () => {
    const some = month('2026-03-31', [of(VISITS, 80, null), of(CUSTOMERS, 12, 20)])
    const before = month('2026-02-28', [of(VISITS, 100, null), of(CUSTOMERS, 20, null)])
    const [gap] = reviewOf(some, before, APRIL).gaps
    expect(gap!.against).toBe('before')
    expect(gap!.arithmetic!.found).toMatchObject({ ok: true, gap: -8 })
  })
})

const RECORD: ReviewRecord = {
  ...{ stored: NOTHING_STORED, measures: [], agreed: [], targetsFrom: null, writable: true },
  last: { period: periodOf('month', date('2026-02-01'), 1), measures: [] },
}

const SAID: Record<Locale, string[]> = {
  en: [
    '*Review · North (<#C1>) · March 2026*',
    '• *New customers* −8 against the target. Of this: −3.5 from the number of Visits, +12.7 from Visits → Proposals sent, −17.2 from Proposals sent → New customers. Furthest behind: Ann (−6), Ben (−2).',
    ':droplet: *Proposals sent → New customers* loses more than it should: 13%, benchmark 45%. Even allowing for chance, the true share is hardly above 22%.',
  ],
  'zh-CN': [
    '*复盘 · North（<#C1>） · 2026年3月*',
    '• *新签客户数* 与目标相差 −8。其中：拜访量 −3.5、拜访量 → 方案提交数 转化 +12.7、方案提交数 → 新签客户数 转化 −17.2。差得最多：Ann（−6）、Ben（−2）。',
    ':droplet: *方案提交数 → 新签客户数* 流失偏多：转化率 13%，标杆 45%。即使考虑偶然波动，真实转化率也很难超过 22%。',
  ],
  'zh-TW': ['*檢討 · North（<#C1>） · 2026年3月*', '即使考慮偶然波動，真正的轉換率也很難超過 22%。'],
}

describe.each(LOCALES)('%s', (locale) => {
  const t = BOT.translator(locale)
  const view = (progress: TeamProgress, name = 'North') => ({
    ...{ teamId: 'a0000000-0000-4000-8000-000000000000', today: date('2026-04-02'), weekStartsOn: 1 },
    team: { teamName: name, channelId: 'C1', managerUserId: 'UMARA' },
    progress: { ...progress, nameOf: { UANN: 'Ann', UBEN: 'Ben', UCAL: 'Cal' } },
    ...{ tree: null, review: reviewOf(progress, FEBRUARY, APRIL), record: RECORD },
  })

  test('what the message says, and the same in its text', () => {
    const message = reviewMessage(view(MARCH), t)
    expect(checkMessage(message)).toEqual([])
    for (const line of SAID[locale]) expect(message.text).toContain(line)
    const tables = message.blocks.filter((one): one is DataTableBlock => one.type === 'data_table')
    expect(tables.map(({ rows }) => rows.length)).toEqual([6, 3])
    expect(message.blocks.some(({ type }) => type === 'data_visualization')).toBe(true)
  })

  test('a month without numbers and targets says so; hostile names stay text', () => {
    const empty = reviewMessage(view(month('2026-03-31', [])), t)
    expect(checkMessage(empty)).toEqual([])
    expect(empty.text).toContain(t('review.nothing'))
    const odd: Metric = { ...VISITS, label: `<!channel> *b* & ${'长'.repeat(80)}` }
    const message = reviewMessage(
      view(month('2026-03-31', [of(odd, 0, 9), of(CUSTOMERS, 1, 9)]), '<!here>'),
      t,
    )
    expect(checkMessage(message)).toEqual([])
    expect(JSON.stringify(message.blocks.filter(({ type }) => type === 'section'))).not.toContain('<!')
  })
})
