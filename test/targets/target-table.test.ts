// The table of a person's targets, its chart, and why each number is so: cell by cell, in each language.
import { describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { checkView } from '../../sandbox/checker/view.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import { parseAmount } from '../../src/numbers/domain/amount.ts'
import { homeView } from '../../src/slack/home.ts'
import { courseOf } from '../../src/targets/domain/course.ts'
import { forecastOf } from '../../src/targets/domain/forecast.ts'
import type { OwnTarget } from '../../src/targets/domain/own-target.ts'
import { homeTargets } from '../../src/targets/slack/home-section.ts'
import { targetBlocks, targetLines } from '../../src/targets/slack/target-lines.ts'
import { targetTable } from '../../src/targets/slack/target-table.ts'
import { whyLines } from '../../src/targets/slack/why.ts'
import { CALLS, COST, REVENUE, sampleTarget, WIN_RATE } from './samples.ts'

const TEAM_ID = 'a0000000-0000-4000-8000-000000000000'
const NORTH = { teamName: 'North', channelId: 'C1', managerUserId: 'UMARA' }

/** Ten days that brought 52 calls, of which the table is seen on the 16th; twelve are still to come. */
const DAYS = [5, 6, 4, 5, 6, 5, 5, 6, 4, 6]
const OPEN = sampleTarget()
  .shares.slice(10)
  .map(({ date, fraction }) => ({ date, fraction }))
const own = { days: 10, active: 10, sum: 52, squares: 276 }
const alone = forecastOf({ actual: 52, own, colleagues: [], open: OPEN })!
const calls = sampleTarget({ actual: 52, values: DAYS, forecast: alone })

const cells = (target: OwnTarget, locale: (typeof LOCALES)[number] = 'en') => {
  const table = targetTable([{ target, team: null }], BOT.translator(locale))
  const { rows } = table as { rows: { text: string }[][] } & typeof table
  return rows[1]!.map(({ text }) => text)
}

describe('the table', () => {
  test('says in one row where a rep stands and what it comes to', () => {
    // 52 + 12 × 5.2 = 114.4.
    expect(cells(calls)).toEqual([
      'Calls',
      '52 / 120',
      '43% / 45%',
      '−3',
      `114 (${alone.low}–${alone.high})`,
      '68 to go, 12 working days: about 6 a day',
    ])
    expect(cells(calls, 'zh-CN')).toEqual([
      '电话量',
      '52 通 / 120 通',
      '43% / 45%',
      '−3 通',
      `114 通（${alone.low}–${alone.high}）`,
      '还差 68 通，剩 12 个工作日：每天约 6 通',
    ])
  })
  test('says "not yet" before anything is expected, and makes up no pace', () => {
    const first = sampleTarget({ through: null, from: '2026-03-02' })
    expect(cells(first).slice(1, 5)).toEqual(['– / 120', 'not yet', '–', '–'])
  })
  test('marks a target of which less is better, and what is too much of it', () => {
    const cost = sampleTarget({ metric: COST, target: 1_000_000, actual: 500_000 })
    expect(cells(cost).slice(1, 4)).toEqual(['CN¥5,000 / ≤\u00A0CN¥10,000', '50% / 45%', '−CN¥455'])
  })
  test('keeps a sign beside its money where a column is narrow, and the amount can be typed as it was copied', () => {
    const gapOf = (currency: string, actual: number, locale: 'en' | 'zh-CN' | 'zh-TW' = 'en') =>
      cells(
        sampleTarget({ metric: { ...COST, higherIsBetter: true, currency }, target: 1_000_000, actual }),
        locale,
      )[3]!
    expect(gapOf('EUR', 0)).toBe('−\u2060€4,545')
    expect(gapOf('EUR', 1_000_000)).toBe('+\u2060€5,455')
    expect(gapOf('CNY', 0, 'zh-CN')).toBe('−\u2060¥4,545')
    // Letters and digits are not parted from a sign.
    expect(gapOf('TWD', 0, 'zh-TW')).toBe('−NT$4,545')
    const euros = { ...COST, currency: 'EUR', hardMin: -1e9 }
    expect(parseAmount('−\u2060€4,545', euros)).toEqual({ ok: true, value: -454_500 })
  })
  test('gives a rate no share of time, and none at all of too little', () => {
    const rate = (below: number) => sampleTarget({ metric: WIN_RATE, target: 400, actual: 300, below })
    expect(cells(rate(10)).slice(1)).toEqual(['30% / 40%', '75%', '−10%', '–', '–'])
    expect(cells(rate(3)).slice(1)).toEqual(['30% / 40%', 'too few yet', '–', '–', '–'])
  })
  test('says nothing of the pace of a target of zero', () => {
    expect(cells(sampleTarget({ target: 0, actual: 5 })).slice(1, 4)).toEqual(['5 / 0', '–', '–'])
  })
})

describe('the chart', () => {
  test('shows reached beside expected, day by day, as far as days count', () => {
    const course = courseOf(calls, 20)
    expect(course.map(({ actual }) => actual)).toEqual([5, 11, 15, 20, 26, 31, 36, 42, 46, 52])
    expect(course.at(-1)).toMatchObject({ expected: (120 * 10) / 22 })
  })
  test('has 20 points at most, from the first day to the last', () => {
    const quarter = sampleTarget({ kind: 'quarter', actual: 52, values: DAYS })
    const course = courseOf(quarter, 20)
    expect(course).toHaveLength(20)
    expect([course[0]!.date, course.at(-1)!.date].map(String)).toEqual(['2026-01-01', '2026-03-13'])
    expect(new Set(course.map(({ date }) => String(date))).size).toBe(20)
  })
  test('is not drawn on the first day, nor for a rate', () => {
    expect(courseOf(sampleTarget({ through: null }), 20)).toEqual([])
    expect(courseOf(sampleTarget({ metric: WIN_RATE }), 20)).toEqual([])
  })
})

describe.each(LOCALES)('%s', (locale) => {
  const t = BOT.translator(locale)
  test('a message with table, chart and button is one that Slack takes', () => {
    const blocks = targetBlocks(TEAM_ID, [calls, sampleTarget({ metric: REVENUE, kind: 'quarter' })], t, 'x')
    expect(checkMessage({ text: targetLines(calls, t).join('\n'), blocks })).toEqual([])
    expect(blocks.map(({ type }) => type)).toEqual([
      ...['section', 'table', 'context', 'data_visualization', 'actions'],
    ])
  })
  test('Home has one table for all teams, and a button for each of them', () => {
    const held = ['1', '2', '3'].map((id) => ({
      ...{ teamId: TEAM_ID.replace('a', id), team: { ...NORTH, teamName: `${id}${'长'.repeat(90)}` } },
      targets: [calls, calls],
    }))
    for (const teams of [held, held.slice(0, 1), []]) {
      const blocks = homeTargets(teams, t)
      expect(checkView({ ...homeView(blocks, t) })).toEqual([])
      expect(blocks.filter(({ type }) => type === 'table')).toHaveLength(Math.min(teams.length, 1))
      expect(JSON.stringify(blocks).split('targets.why#').length - 1).toBe(teams.length)
    }
  })
})

describe('why', () => {
  const t = BOT.translator('en')
  const why = (target: OwnTarget) => whyLines({ target, version: null, entries: [] }, t)
  test('of the forecast: days, rate and formula', () => {
    expect(why(calls).slice(-2)).toEqual([
      'Own rate: 52 ÷ 10 recent working days = 5.2 a day.',
      `Forecast: 52 + 12 working days to come × 5.2 = 114. From how much days vary: four times in five it ends within ${alone.low} to ${alone.high}.`,
    ])
  })
  test('of the forecast: how much of it is the colleagues’', () => {
    // (52 + 2 × 9) ÷ (10 + 2) = 5.83.
    const team = { days: 10, active: 10, sum: 90, squares: 834 }
    const forecast = forecastOf({ actual: 52, own, colleagues: [team], open: OPEN })!
    expect(why(sampleTarget({ actual: 52, forecast })).at(-2)).toBe(
      'Own rate: 52 in 10 recent working days, and the colleagues’ 9 a day for 2 more: (52 + 2 × 9) ÷ (10 + 2) = 5.83 a day.',
    )
  })
  test('of the number given back: what calls have brought', () => {
    // (6,000 + 10 × 250) ÷ (30 + 10) = 212.5; 12,000 ÷ 12 days = 1,000 a day.
    const target = sampleTarget({ metric: REVENUE, target: 3_000_000, actual: 1_800_000, workPerDay: 5 })
    expect(why(target).at(-1)).toBe(
      'In calls: 30 of the last 60 working days brought €6,000, and the team’s average, €250 each, counts for 10 more: (€6,000 + 10 × €250) ÷ (30 + 10) = €212.50 each. €1,000 ÷ €212.50, rounded up, is 5 a day.',
    )
  })
  test('of a rate: what is divided by what, and how it stands against its target', () => {
    const sums = { above: { metric: CALLS, value: 3 }, below: { metric: CALLS, value: 10 } }
    const target = { ...sampleTarget({ metric: WIN_RATE, target: 400, actual: 300, below: 10 }), sums }
    expect(why(target).slice(2)).toEqual([
      'Calls: 3. Calls: 10. Divided 30%.',
      'A rate is held against its target as it is, once there is enough to divide by.',
      'Pace: 30% ÷ 40% = 0.75.',
    ])
  })
})
