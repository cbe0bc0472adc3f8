// What a person reads about targets, word for word in three languages, and within Slack's limits whatever the names are.
import { describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { checkView } from '../../sandbox/checker/view.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import type { Metric } from '../../src/numbers/domain/metrics.ts'
import { presetFor } from '../../src/numbers/domain/presets.ts'
import { ROLES } from '../../src/org/domain/team.ts'
import type { Block } from '../../src/slack/blocks.ts'
import { degrade } from '../../src/slack/degrade.ts'
import type { OwnTarget } from '../../src/targets/domain/own-target.ts'
import type { PlannedMonth } from '../../src/targets/domain/plan.ts'
import type { PlannedPart } from '../../src/targets/domain/plan-month.ts'
import type { TargetVersion } from '../../src/targets/domain/target.ts'
import { monthsOf, nextPeriod, targetPeriod } from '../../src/targets/domain/target-period.ts'
import type { TargetPreview } from '../../src/targets/flows/set-target.ts'
import { dayTargetHint } from '../../src/targets/slack/day-target.ts'
import { type TargetMetadata, targetView } from '../../src/targets/slack/target-form.ts'
import { renderHistory } from '../../src/targets/slack/target-history.ts'
import { shortLine, targetBlocks, targetLines, targetWords } from '../../src/targets/slack/target-lines.ts'
import { previewView, weightsView } from '../../src/targets/slack/target-preview.ts'
import { renderTargetSet } from '../../src/targets/slack/target-set.ts'
import { renderTeamTargetSet } from '../../src/targets/slack/team-target-set.ts'
import { whyLines, whyView } from '../../src/targets/slack/why.ts'
import { CALLS, COST, REVENUE, sampleField, sampleTarget, WIN_RATE } from './samples.ts'

const date = Temporal.PlainDate.from
const HOSTILE = '<!channel> *b* & <https://evil.example|x>\u202e`'
const ODD: Metric = { ...CALLS, key: 'own-1', label: `${HOSTILE}${'长'.repeat(60)}` }
const TEAM_ID = 'a0000000-0000-4000-8000-000000000000'
const NORTH = { teamName: 'North', channelId: 'C1', managerUserId: 'UMARA' }
const LONG_TEAM = { ...NORTH, teamName: HOSTILE.repeat(8) }
const MARCH = targetPeriod('month', date('2026-03-16'), 1)
const QUARTER = targetPeriod('quarter', date('2026-11-16'), 1)

/** What stands where, in each language. */
const SAID: readonly { what: string; target: OwnTarget; said: Record<(typeof LOCALES)[number], string[]> }[] =
  [
    {
      what: 'behind, with calls to go',
      target: sampleTarget({ actual: 52, target: 120 }),
      said: {
        en: [
          '*Calls*, March 2026: *52* of 120 (43%)',
          'working time 45% · reached 43% · 3 to catch up',
          '*68 to go, 12 working days: about 6 a day*',
        ],
        'zh-CN': [
          '*电话量* 2026年3月： *52 通* / 120 通，达成 43%',
          '时间进度 45% · 业绩进度 43% · 还需追上 3 通',
          '*还差 68 通，剩 12 个工作日：每天约 6 通*',
        ],
        'zh-TW': [
          '*電話數* 2026年3月： *52 通* / 120 通，達成 43%',
          '時間進度 45% · 業績進度 43% · 還需追上 3 通',
          '*還差 68 通，剩 12 個工作日：每天約 6 通*',
        ],
      },
    },
    {
      what: 'a result, given back in work',
      target: sampleTarget({ metric: REVENUE, target: 3_000_000, actual: 1_800_000, workPerDay: 6 }),
      said: {
        en: [
          '*New revenue*, March 2026: *€18,000* of €30,000 (60%)',
          'working time 45% · reached 60% · €4,364 ahead',
          '*€12,000 to go, 12 working days: about 6 calls a day*',
        ],
        'zh-CN': [
          '*新签金额* 2026年3月： *€18,000* / €30,000，达成 60%',
          '时间进度 45% · 业绩进度 60% · 领先 €4,364',
          '*还差 €12,000，剩 12 个工作日：每天电话量约 6 通*',
        ],
        'zh-TW': [
          '*新客業績* 2026年3月： *€18,000* / €30,000，達成 60%',
          '時間進度 45% · 業績進度 60% · 領先 €4,364',
          '*還差 €12,000，剩 12 個工作日：每天電話數約 6 通*',
        ],
      },
    },
    {
      what: 'the first day',
      target: sampleTarget({ through: null, from: '2026-03-02' }),
      said: {
        en: [
          '*Calls*, March 2026: nothing of 120 yet',
          'pace: not yet, nothing is due so far',
          '*120 to go, 22 working days: about 6 a day*',
        ],
        'zh-CN': [
          '*电话量* 2026年3月：目标 120 通，还没有数据',
          '进度：刚开始，还不用比',
          '*还差 120 通，剩 22 个工作日：每天约 6 通*',
        ],
        'zh-TW': [
          '*電話數* 2026年3月：目標 120 通，還沒有數字',
          '進度：剛開始，還不用比',
          '*還差 120 通，剩 22 個工作日：每天約 6 通*',
        ],
      },
    },
    {
      what: 'reached',
      target: sampleTarget({ actual: 130 }),
      said: {
        en: [
          '*Calls*, March 2026: *130* of 120 (108%)',
          'working time 45% · reached 108% · 75 ahead',
          ':tada: reached',
        ],
        'zh-CN': [
          '*电话量* 2026年3月： *130 通* / 120 通，达成 108%',
          '时间进度 45% · 业绩进度 108% · 领先 75 通',
          ':tada: 已达成',
        ],
        'zh-TW': [
          '*電話數* 2026年3月： *130 通* / 120 通，達成 108%',
          '時間進度 45% · 業績進度 108% · 領先 75 通',
          ':tada: 已達成',
        ],
      },
    },
    {
      what: 'less is better',
      target: sampleTarget({ metric: COST, target: 1_000_000, actual: 500_000 }),
      said: {
        en: [
          '*Campaign cost*, March 2026: *CN¥5,000*, target CN¥10,000',
          'working time 45% · used 50% · CN¥455 too much by now',
          'CN¥5,000 left to use, 12 working days: about CN¥417 a day',
        ],
        'zh-CN': [
          '*活动费用* 2026年3月： *¥5,000* / 目标 ¥10,000',
          '时间进度 45% · 已用 50% · 比进度多用 ¥455',
          '还可用 ¥5,000，剩 12 个工作日：每天约 ¥417',
        ],
        'zh-TW': [
          '*活動費用* 2026年3月： *CN¥5,000* / 目標 CN¥10,000',
          '時間進度 45% · 已用 50% · 比進度多用 CN¥455',
          '還可用 CN¥5,000，剩 12 個工作日：每天約 CN¥417',
        ],
      },
    },
    {
      what: 'a rate of too little',
      target: sampleTarget({ metric: WIN_RATE, target: 400, actual: 667, below: 3 }),
      said: {
        en: [
          '*Proposal win rate*, March 2026: *66.7%*, target 40%',
          'too few to say yet: a rate counts from 10 on',
        ],
        'zh-CN': ['*方案成交率* 2026年3月： *66.7%* / 目标 40%', '样本还少，满 10 才计算比率'],
        'zh-TW': ['*提案成交率* 2026年3月： *66.7%* / 目標 40%', '樣本還少，滿 10 才計算比率'],
      },
    },
  ]

describe.each(LOCALES)('%s', (locale) => {
  const t = BOT.translator(locale)

  test.each(SAID)('$what', ({ target, said }) => {
    expect(targetLines(target, t)).toEqual(said[locale])
  })

  const everything = [
    ...SAID.map(({ target }) => target),
    ...presetFor('campaign-planner', 'TWD').map((metric) =>
      sampleTarget({
        metric,
        kind: 'quarter',
        target: metric.hardMax,
        actual: metric.hardMax,
        monthWeights: [1, 2, 3],
      }),
    ),
    sampleTarget({ metric: ODD, target: 0, actual: 0 }),
    sampleTarget({ metric: ODD, target: 90, actual: 10, through: '2026-03-31', from: '2026-04-01' }),
    sampleTarget({ metric: COST, target: 0, actual: 5 }),
  ]
  const expectClean = (message: { text: string; blocks: Block[] }) => {
    for (let form: ReturnType<typeof degrade> = message; form; form = degrade(form))
      expect(checkMessage(form)).toEqual([])
    const written = JSON.stringify(message)
    expect(written).not.toMatch(/undefined|NaN|Infinity|\[object/)
    // Cells of a table are no markup.
    expect(written.replaceAll(/"raw_text","text":"(?:[^"\\]|\\.)*"/g, '')).not.toMatch(/<!channel>|<https/)
  }

  test('a person’s targets fit into a message, with one button that explains them', () => {
    const title = t('target.yours')
    const blocks = targetBlocks(TEAM_ID, everything, t, title)
    expectClean({ text: targetWords(everything, t, title).join('\n').slice(0, 3900), blocks })
    expect(JSON.stringify(blocks).split('"targets.why').length - 1).toBe(1)
  })

  test('why: each number can be checked by hand', () => {
    const entries = Array.from({ length: 16 }, (_, index) => {
      const day = MARCH.from.add({ days: index })
      return { from: day, to: day, value: 10_000_000 }
    })
    const explained = everything.map((target) => ({ target, entries, version: VERSION }))
    const view = whyView(
      { team: LONG_TEAM, name: HOSTILE.repeat(4), today: date('2026-03-16'), targets: explained },
      t,
    )
    expect(checkView({ ...view })).toEqual([])
    expect(JSON.stringify(view)).not.toMatch(/<!channel>|<https|undefined|NaN|Infinity/)
    expect(checkView({ ...whyView(null, t) })).toEqual([])
  })

  test('the rep is told before, after and why', () => {
    const facts = {
      kind: 'target-set',
      ...LONG_TEAM,
      byUserId: 'UMARA',
      metric: ODD,
      period: QUARTER,
      follows: false,
    } as const
    expectClean(renderTargetSet({ ...facts, before: null, after: 120, reason: '' }, t))
    expectClean(renderTargetSet({ ...facts, before: 100, after: ODD.hardMax, reason: HOSTILE.repeat(4) }, t))
  })

  test('a part of a target is told in whole money', () => {
    const target = { metric: REVENUE, period: QUARTER, before: 5_000_050, after: 10_645_161, follows: true }
    const told = { ...NORTH, byUserId: 'UMARA', reason: '' } as const
    const team = { teamName: 'North', partOf: null } as const
    for (const { text } of [
      renderTargetSet({ kind: 'target-set', ...told, ...target }, t),
      renderTeamTargetSet({ kind: 'team-target-set', ...told, ...target, ...team }, t),
    ]) {
      expect(text).toContain('€106,452')
      expect(text).toContain('€50,001')
      expect(text).not.toMatch(/\d\.\d/)
    }
  })

  test('only where a target changes is it said that the days before keep theirs', () => {
    const target = { metric: CALLS, period: MARCH, after: 120, follows: false }
    const facts = { kind: 'target-set', ...NORTH, byUserId: 'UMARA', reason: '', ...target } as const
    const kept = t('target.effective')
    expect(renderTargetSet({ ...facts, before: null }, t).text).not.toContain(kept)
    expect(renderTargetSet({ ...facts, before: 100 }, t).text).toContain(kept)
    const [preview, metadata] = previewOf(1)
    const viewOf = (version: number) =>
      JSON.stringify(previewView({ ...preview, version }, metadata, t, null))
    expect(viewOf(0)).not.toContain(kept)
    expect(viewOf(1)).toContain(kept)
  })

  test('the list of changes', () => {
    const line = { version: VERSION, metric: ODD, before: null, after: 120, byName: HOSTILE }
    const lines = Array(15).fill(line)
    expectClean(renderHistory({ team: LONG_TEAM, ofTeam: true, lines }, t))
    expectClean(renderHistory({ team: LONG_TEAM, ofTeam: false, lines }, t))
    expectClean(renderHistory({ team: NORTH, ofTeam: true, lines: [] }, t))
  })

  test('the form, the weights and the preview, of one person and of hundreds', () => {
    const periods = [MARCH, nextPeriod(MARCH), QUARTER]
    const metrics = [...presetFor('hunter', 'CNY'), ODD]
    for (const hasTeams of [true, false]) {
      const facts = { teamId: TEAM_ID, team: LONG_TEAM, metrics, periods, roles: [...ROLES], hasTeams }
      expect(checkView({ ...targetView(facts, t) })).toEqual([])
    }
    for (const count of [1, 20, 21, 500]) {
      const [preview, metadata] = previewOf(count)
      const view = previewView(preview, metadata, t, t('target.recalculated'))
      expect(checkView({ ...view }), String(count)).toEqual([])
      expect(JSON.stringify(view.blocks)).not.toMatch(/undefined|NaN|Infinity/)
    }
    const [{ people }, metadata] = previewOf(20)
    expect(checkView({ ...weightsView(people, metadata, t) })).toEqual([])
    const [rep, one] = previewOf(1)
    expect(checkView({ ...previewView(rep, { ...one, user: 'U0ANN' }, t, null) })).toEqual([])
  })

  test('below a field of the standup', () => {
    const target = sampleTarget({ actual: 52 })
    const hint = (more = {}) => dayTargetHint(new Map([['calls', sampleField(more)]]), CALLS, t)
    for (const part of ['6', '52', '120']) expect(hint()).toContain(part)
    const later = hint({ day: null, from: date('2026-03-17') })
    for (const part of ['17', '52', '120']) expect(later).toContain(part)
    expect(dayTargetHint(new Map(), CALLS, t)).toBeNull()
    expect(shortLine(target, t)).toContain('68')
  })
})

const VERSION: TargetVersion = {
  ...{ teamId: TEAM_ID, metricKey: 'calls', period: MARCH, version: 2, whole: 360, split: 'equal' },
  ...{ monthWeights: null, role: null, lock: 'hand', follows: false },
  ...{ partOf: null, keeps: true, own: null, ownKeeps: false },
  ...{ effectiveFrom: date('2026-03-02'), reason: HOSTILE, setBy: 'UMARA' },
  setAt: Temporal.Instant.from('2026-03-02T08:00:00Z'),
}

const MONTHS: PlannedMonth[] = monthsOf(targetPeriod('year', MARCH.from, 1)).map((period, index) => ({
  ...{ inPeriod: true, isOver: index < 2, whole: ODD.hardMax, lock: index % 2 === 0 ? 'hand' : null },
  ...{ parts: [], unassigned: 0 },
  facts: {
    ...{ period, version: 1, lock: null, days: 44, lastYear: 0, people: [], gone: 0, whole: 1 },
  },
}))

function previewOf(count: number): [TargetPreview, TargetMetadata] {
  const ids = Array.from(
    { length: count },
    (_, i) => `b0000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
  )
  const parts = ids.map(
    (memberId, index): PlannedPart => ({
      ...{ memberId, value: ODD.hardMax, byHand: index % 2 === 0, until: MARCH.to, before: 7, present: 0.5 },
      changed: true,
    }),
  )
  const people = new Map(ids.map((id) => [id, { userId: `U${id}`, name: HOSTILE.repeat(2) }]))
  const hundred = Object.fromEntries(ids.slice(0, 20).map((id) => [id, 100_000_000_000]))
  return [
    {
      ...{ team: LONG_TEAM, metric: ODD, version: 12, people, period: MARCH },
      plan: {
        ...{ ok: true, whole: 1e9, before: 90, parts, unassigned: 7, over: 8, months: MONTHS, versions: [] },
        partOf: { period: QUARTER, version: 1, whole: 2e9 },
      },
      advice: [
        { about: 'reach', reach: { best: 100, beyond: 0.4 } },
        { about: 'own' },
        { about: 'late', days: 3 },
      ],
    },
    {
      ...{ team: TEAM_ID, metric: 'own-1', kind: 'month', from: MARCH.from, user: null, value: 1e9 },
      ...{ split: 'weights', role: null, time: 'weights', weightsOfMonths: Array(12).fill(1000) },
      ...{ months: Array(12).fill(1e11) },
      ...{ reason: '"'.repeat(200), weights: hundred, hand: hundred },
      version: 12,
    },
  ]
}

describe('why, in words', () => {
  const t = BOT.translator('en')
  const why = (target: OwnTarget, values: number[]) =>
    whyLines(
      {
        ...{ target, version: VERSION },
        entries: values.map((value, index) => {
          const day = date('2026-03-02').add({ days: index })
          return { from: day, to: day, value }
        }),
      },
      t,
    )
  test('entries, working days, version and formula', () => {
    expect(why(sampleTarget({ actual: 52 }), [20, 32])).toEqual([
      '*Calls*, March 2026',
      'Target 120, version 2: set by <@UMARA> on Mon, Mar 2, 2026.',
      'Entries: Mar 2: 20, Mar 3: 32. Together 52.',
      'Working days: 22, without leave and holidays. Due by Fri, Mar 13: 10.',
      'Expected by now: 120 × 10 ÷ 22 = 55.',
      'Pace: 52 ÷ 55 = 0.95.',
      'From here: 68 ÷ 12 working days = 5.67 a day, rounded up 6.',
    ])
  })
  test('rounding up is said, with the unit on both sides', () => {
    const target = sampleTarget({ actual: 52 })
    const lines = whyLines({ target, version: VERSION, entries: [] }, BOT.translator('zh-CN'))
    expect(lines).toContain('接下来：68 通 ÷ 12 个工作日 = 每天 5.67 通，向上取整为 6 通。')
    const revenue = sampleTarget({ metric: REVENUE, target: 3_000_000, actual: 1_785_754, workPerDay: 5 })
    const [rest, work] = why(revenue, []).slice(-2)
    expect(rest).toBe('From here: €12,142.46 ÷ 12 working days = €1,011.87 a day, rounded up €1,012.')
    expect(work).toMatch(/ €1,011.87 ÷ €212.50, rounded up, is 5 a day.$/)
  })
  test('what is expected of little has its fractions, so that the pace can be calculated by hand', () => {
    const lines = why(sampleTarget({ target: 9, actual: 2 }), [2])
    expect(lines).toContain('Expected by now: 9 × 10 ÷ 22 = 4.09.')
    expect(lines).toContain('Pace: 2 ÷ 4.09 = 0.49.')
  })
})
