// What may follow `/kpi board`, in English and Chinese.
import { describe, expect, test } from 'vitest'
import { parseBoardWords } from '../../src/boards/domain/board-words.ts'
import { presetFor } from '../../src/numbers/domain/presets.ts'
import { namesOfMetrics } from '../../src/numbers/slack/metric-names.ts'

const own = { ...presetFor('hunter', 'EUR')[0]!, key: 'own-1', label: 'Q3 demos' }
const monthly = { ...own, key: 'own-2', label: '月活' }
const dictionary = namesOfMetrics([...presetFor('hunter', 'EUR'), own, monthly])

const TODAY = Temporal.PlainDate.from('2026-11-25')
const MONDAY = 1
const SUNDAY = 7

const words = (text: string, weekStartsOn = MONDAY, yearStarts = 1) =>
  parseBoardWords(text, dictionary, { today: TODAY, locale: 'en', weekStartsOn, yearStarts })
const by = (text: string) => {
  const read = words(text)
  if (!read.ok) return read.reason === 'unread' && read.candidates.length > 1 ? 'ambiguous' : 'unknown'
  if (read.by === null) return null
  if (read.by.kind === 'metric') return read.by.metric
  return read.by.kind === 'attainment' ? `attainment ${read.by.metric}` : read.by.kind
}

/** 'week 2026-11-22': the kind, and the last date that counts. */
function periodOf(text: string, yearStarts = 1): string | null {
  const read = words(text, MONDAY, yearStarts)
  if (!read.ok) return read.reason === 'unread' ? null : read.reason
  if (read.period === null) return null
  return read.period === 'day' ? 'day' : `${read.period.kind} ${read.period.date}`
}

describe('the period, on Wednesday 25 November 2026', () => {
  test.each([
    ['', null],
    ['day', 'day'],
    ['daily', 'day'],
    ['日', 'day'],
    ['today', 'day 2026-11-25'],
    ['今日', 'day 2026-11-25'],
    ['今天', 'day 2026-11-25'],
    ['yesterday', 'day 2026-11-24'],
    ['Yesterday visits', 'day 2026-11-24'],
    ['last day', 'day 2026-11-24'],
    ['昨天', 'day 2026-11-24'],
    ['昨日电话', 'day 2026-11-24'],
    ['the day before yesterday', 'day 2026-11-23'],
    ['前天', 'day 2026-11-23'],
    ['week', 'week 2026-11-25'],
    ['this week by calls', 'week 2026-11-25'],
    ['本周', 'week 2026-11-25'],
    ['這週', 'week 2026-11-25'],
    ['这个星期', 'week 2026-11-25'],
    ['周 新签客户', 'week 2026-11-25'],
    ['last week', 'week 2026-11-22'],
    ['LAST  WEEK calls', 'week 2026-11-22'],
    ['previous week', 'week 2026-11-22'],
    ['上周', 'week 2026-11-22'],
    ['上週電話', 'week 2026-11-22'],
    ['上个星期', 'week 2026-11-22'],
    ['上個禮拜', 'week 2026-11-22'],
    ['上一周', 'week 2026-11-22'],
    ['上上周', 'week 2026-11-15'],
    ['month', 'month 2026-11-25'],
    ['本月电话', 'month 2026-11-25'],
    ['这个月按拜访', 'month 2026-11-25'],
    ['calls of last month', 'month 2026-10-31'],
    ['上月', 'month 2026-10-31'],
    ['上个月', 'month 2026-10-31'],
    ['上個月的電話', 'month 2026-10-31'],
    ['2026-11', 'month 2026-11-25'],
    ['2026-10 calls', 'month 2026-10-31'],
    ['2026/9', 'month 2026-09-30'],
    ['2026年10月', 'month 2026-10-31'],
    ['10月', 'month 2026-10-31'],
    ['１０月份', 'month 2026-10-31'],
    ['12月', 'month 2025-12-31'],
    ['October', 'month 2026-10-31'],
    ['oct 2025', 'month 2025-10-31'],
    ['December', 'month 2025-12-31'],
    ['2026-11-20', 'day 2026-11-20'],
    ['11月20日', 'day 2026-11-20'],
    ['11月26日', 'day 2025-11-26'],
    ['quarter', 'quarter 2026-11-25'],
    ['this quarter', 'quarter 2026-11-25'],
    ['本季度', 'quarter 2026-11-25'],
    ['Q3', 'quarter 2026-09-30'],
    ['Q4', 'quarter 2026-11-25'],
    ['q3 2025', 'quarter 2025-09-30'],
    ['2025Q3 calls', 'quarter 2025-09-30'],
    ['第三季度', 'quarter 2026-09-30'],
    ['2025年第3季', 'quarter 2025-09-30'],
    ['last quarter', 'quarter 2026-09-30'],
    ['上季度', 'quarter 2026-09-30'],
    ['上一季', 'quarter 2026-09-30'],
    ['year', 'year 2026-11-25'],
    ['this year by calls', 'year 2026-11-25'],
    ['2026', 'year 2026-11-25'],
    ['calls 2025', 'year 2025-12-31'],
    ['last year', 'year 2025-12-31'],
    ['fiscal year', 'year 2026-11-25'],
    ['FY2025', 'year 2025-12-31'],
    ['今年电话', 'year 2026-11-25'],
    ['去年', 'year 2025-12-31'],
    ['前年', 'year 2024-12-31'],
    ['本年度', 'year 2026-11-25'],
    ['上年度', 'year 2025-12-31'],
    ['2025年', 'year 2025-12-31'],
    ['2025財年', 'year 2025-12-31'],
    ['2027年', 'not-come'],
    ['next year', 'not-come'],
    ['tomorrow', 'not-come'],
    ['next week', 'not-come'],
    ['下周', 'not-come'],
    ['明天', 'not-come'],
    ['2026-12', 'not-come'],
    ['Q1 2027', 'not-come'],
    ['2026-11-26', 'not-come'],
    ['2026-02-30', 'no-such-date'],
    ['2月30日', 'no-such-date'],
    ['Friday', 'day 2026-11-20'],
    ['last Friday calls', 'day 2026-11-20'],
    ['上周五', 'day 2026-11-20'],
    ['周一', 'day 2026-11-23'],
    ['20 Nov', 'day 2026-11-20'],
    ['11/20', 'day 2026-11-20'],
    ['yesterday morning', 'day 2026-11-24'],
    ['three days ago', 'day 2026-11-22'],
    ['周榜', 'week 2026-11-25'],
    ['月榜', 'month 2026-11-25'],
    ['上月 月活', 'month 2026-10-31'],
    ['Q3 demos last week', 'week 2026-11-22'],
    ['3/4', 'which-date'],
    ['Nov 16 to Nov 20', 'not-one-period'],
    ['10月到11月', 'not-one-period'],
    ['last week and last month', 'not-one-period'],
    ['2026-13', null],
    ['q5', null],
  ])('%s', (text, expected) => {
    expect(periodOf(text)).toBe(expected)
  })

  test.each([
    ['Q3', 'quarter 2026-11-25'],
    ['this quarter', 'quarter 2026-11-25'],
    ['last quarter', 'quarter 2026-09-30'],
    ['Q4', 'quarter 2026-03-31'],
    ['Q4 2025', 'quarter 2026-03-31'],
    ['Q1 2026', 'quarter 2026-06-30'],
    ['第一季度', 'quarter 2026-06-30'],
    ['Q4 2026', 'not-come'],
    ['year', 'year 2026-11-25'],
    ['last year', 'year 2026-03-31'],
    ['fiscal year 2025/26', 'year 2026-03-31'],
    ['2025/26财年', 'year 2026-03-31'],
  ])('of a fiscal year from April: %s', (text, expected) => {
    expect(periodOf(text, 4)).toBe(expected)
  })

  test('a week starts when the team’s does', () => {
    expect(words('last week', SUNDAY)).toMatchObject({
      period: { kind: 'week', date: Temporal.PlainDate.from('2026-11-21') },
    })
  })
})

describe('the measure', () => {
  test.each([
    ['week', null],
    ['this week by calls', 'calls'],
    ['calls month', 'calls'],
    ['Yesterday visits', 'visits'],
    ['本週 電話', 'calls'],
    ['本月电话', 'calls'],
    ['这个月按拜访', 'visits'],
    ['上個月的電話', 'calls'],
    ['calls of last month', 'calls'],
    ['周 新签客户', 'newCustomers'],
    ['new customers', 'newCustomers'],
    ['Q3 demos', 'own-1'],
    ['Q3 visits', 'visits'],
    ['last month Q3 demos', 'own-1'],
    ['月活', 'own-2'],
    ['月活 上月', 'own-2'],
    ['月 电话', 'calls'],
    ['points week', 'points'],
    ['积分 本月', 'points'],
    ['targets', 'attainment null'],
    ['week by attainment', 'attainment null'],
    ['达成率 上周', 'attainment null'],
    ['本月达成率', 'attainment null'],
    ['calls target', 'attainment calls'],
    ['attainment of calls last month', 'attainment calls'],
    ['电话达成率 本月', 'attainment calls'],
    ['上周拜访量的达成率', 'attainment visits'],
    ['weighted month', 'team-weights'],
    ['综合 上周', 'team-weights'],
    ['golf target', 'unknown'],
    ['teams last week', 'unknown'],
    ['prop', 'ambiguous'],
    ['线索', 'ambiguous'],
    ['fortnight', 'unknown'],
    ['<!channel>', 'unknown'],
    ['q5', 'unknown'],
  ])('%s', (text, expected) => {
    expect(by(text)).toBe(expected)
  })
})
