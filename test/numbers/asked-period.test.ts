// Which period is meant after `/kpi team`, in the words that people type.
import { describe, expect, test } from 'vitest'
import type { Locale } from '../../src/core/i18n/locale.ts'
import { neighboursOf, periodAround, readPeriod } from '../../src/numbers/domain/asked-period.ts'

/** A Friday. */
const TODAY = Temporal.PlainDate.from('2026-11-27')
const STARTS = { week: 1, year: 1 }
const read = (typed: string, locale: Locale = 'en', weekStartsOn = 1) =>
  readPeriod(typed, { today: TODAY, weekStartsOn, yearStarts: 1, locale })
const told = (typed: string, locale?: Locale, weekStartsOn?: number) => {
  const asked = read(typed, locale, weekStartsOn)
  return asked.ok ? `${asked.period.kind} ${asked.period.from} ${asked.period.to}` : asked.reason
}

test.each([
  ['', 'month 2026-11-01 2026-11-30'],
  ['today', 'day 2026-11-27 2026-11-27'],
  ['yesterday', 'day 2026-11-26 2026-11-26'],
  ['this week', 'week 2026-11-23 2026-11-29'],
  ['week', 'week 2026-11-23 2026-11-29'],
  ['last week', 'week 2026-11-16 2026-11-22'],
  ['this month', 'month 2026-11-01 2026-11-30'],
  ['last month', 'month 2026-10-01 2026-10-31'],
  ['this quarter', 'quarter 2026-10-01 2026-12-31'],
  ['last quarter', 'quarter 2026-07-01 2026-09-30'],
  ['Q3', 'quarter 2026-07-01 2026-09-30'],
  ['2026-10', 'month 2026-10-01 2026-10-31'],
  ['October', 'month 2026-10-01 2026-10-31'],
  ['Nov 20', 'day 2026-11-20 2026-11-20'],
  ['for last week', 'week 2026-11-16 2026-11-22'],
  ['今天', 'day 2026-11-27 2026-11-27'],
  ['本周', 'week 2026-11-23 2026-11-29'],
  ['上週', 'week 2026-11-16 2026-11-22'],
  ['上个月', 'month 2026-10-01 2026-10-31'],
  ['本季度', 'quarter 2026-10-01 2026-12-31'],
  ['三季度', 'quarter 2026-07-01 2026-09-30'],
  ['11月20日', 'day 2026-11-20 2026-11-20'],
  ['tomorrow', 'not-come'],
  ['next week', 'not-come'],
  ['下个月', 'not-come'],
  ['Nov 3 to Nov 10', 'several'],
  ['last week and this week', 'unread'],
  ['calls', 'unread'],
  ['last week calls', 'unread'],
  ['2026-02-30', 'unread'],
])('“%s” is %s', (typed, expected) => {
  expect(told(typed, /[^\p{ASCII}]/u.test(typed) ? 'zh-CN' : 'en')).toBe(expected)
})

test('a team that works from Sunday on has weeks from Sunday on', () => {
  expect(told('this week', 'en', 7)).toBe('week 2026-11-22 2026-11-28')
})

test('a date that can be read in two ways is the one that is over', () => {
  expect(told('3/4')).toMatch(/^day 2026-0[34]-0[34]/)
})

test.each([
  ['this quarter', 2, 'quarter 2026-11-01 2027-01-31'],
  ['last quarter', 2, 'quarter 2026-08-01 2026-10-31'],
  ['Q1', 4, 'quarter 2026-04-01 2026-06-30'],
  ['本季度', 3, 'quarter 2026-09-01 2026-11-30'],
  ['this year', 1, 'year 2026-01-01 2026-12-31'],
  ['this year', 4, 'year 2026-04-01 2027-03-31'],
  ['去年', 4, 'year 2025-04-01 2026-03-31'],
])('“%s” of a year that starts in month %i is %s', (typed, yearStarts, expected) => {
  const asked = readPeriod(typed, { today: TODAY, weekStartsOn: 1, yearStarts, locale: 'en' })
  expect(asked.ok && `${asked.period.kind} ${asked.period.from} ${asked.period.to}`).toBe(expected)
})

describe('from one period to the next', () => {
  test('back as far as one likes, forward until today', () => {
    const asked = read('last month')
    if (!asked.ok) throw new Error(asked.reason)
    const { before, after } = neighboursOf(asked.period, TODAY)
    expect(periodAround(before, TODAY, STARTS)).toMatchObject({
      period: { from: Temporal.PlainDate.from('2026-09-01') },
    })
    expect(periodAround(after!, TODAY, STARTS)).toMatchObject({
      period: { from: Temporal.PlainDate.from('2026-11-01') },
    })
    const now = read('')
    expect(now.ok && neighboursOf(now.period, TODAY).after).toBeNull()
  })

  test('a forged button shows no period that has not begun', () => {
    const ahead = { kind: 'month', date: Temporal.PlainDate.from('2026-12-01') } as const
    expect(periodAround(ahead, TODAY, STARTS)).toMatchObject({ ok: false, reason: 'not-come' })
  })
})
