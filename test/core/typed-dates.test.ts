// Dates as people type them, in English and Chinese: which days are meant, what else was said, and what is asked back.
import { describe, expect, test } from 'vitest'
import type { Locale } from '../../src/core/i18n/locale.ts'
import { type DateReading, readDates } from '../../src/core/typed-dates/read-dates.ts'

/** A Friday. */
const TODAY = Temporal.PlainDate.from('2026-11-27')
const leaning = (lean: 'ahead' | 'back', more: Partial<DateReading> = {}): DateReading => ({
  ...{ today: TODAY, locale: 'zh-CN', weekStartsOn: 1, lean, daysBack: 31 },
  ...more,
})

/** '2026-11-30', '2026-11-30..2026-12-02', '2026-11-30 morning', or the reason why not; and in brackets what else was said. */
function read(text: string, reading: DateReading): string {
  const found = readDates(text, reading)
  const rest = found.rest === '' ? '' : ` (${found.rest})`
  if (!found.ok) {
    const readings = found.reason === 'ambiguous' ? found.readings : []
    return [found.reason, ...readings.map(({ from, to }) => `${from}..${to}`)].join(' ') + rest
  }
  const { from, to, part } = found.dates
  const days = from.equals(to) ? `${from}` : `${from}..${to}`
  return `${days}${part === 'whole' ? '' : ` ${part}`}${rest}`
}
const ahead = (text: string, locale: Locale = 'zh-CN') => read(text, leaning('ahead', { locale }))

describe('on Friday 27 November 2026, for days ahead', () => {
  test.each([
    // Single days.
    ['today', '2026-11-27'],
    ['Tomorrow', '2026-11-28'],
    ['tmr', '2026-11-28'],
    ['the day after tomorrow', '2026-11-29'],
    ['yesterday', '2026-11-26'],
    ['the day before yesterday', '2026-11-25'],
    ['in 3 days', '2026-11-30'],
    ['in two weeks', '2026-12-11'],
    ['2 days ago', '2026-11-25'],
    ['two days ago', '2026-11-25'],
    ['a week ago', '2026-11-20'],
    ['Friday', '2026-11-27'],
    ['on Thursday', '2026-12-03'],
    ['Weds', '2026-12-02'],
    ['this Friday', '2026-11-27'],
    ['this Monday', '2026-11-23'],
    ['next Mon', '2026-11-30'],
    ['next Friday', '2026-12-04'],
    ['last Friday', '2026-11-20'],
    ['coming Friday', '2026-11-27'],
    ['Monday next week', '2026-11-30'],
    ['Tuesday of last week', '2026-11-17'],
    ['20 Nov', '2026-11-20'],
    ['Nov 20', '2026-11-20'],
    ['Nov. 20th, 2026', '2026-11-20'],
    ['20th of November', '2026-11-20'],
    ['1 Dec 2026', '2026-12-01'],
    ['Dec 1', '2026-12-01'],
    ['dec1', '2026-12-01'],
    ['January 4', '2027-01-04'],
    ['Oct 27', '2026-10-27'],
    ['Oct 26', '2027-10-26'],
    ['Feb 29', '2028-02-29'],
    ['the 3rd', '2026-12-03'],
    ['the 20th', '2026-11-20'],
    ['2026-11-23', '2026-11-23'],
    ['2026/11/23', '2026-11-23'],
    ['2026.11.23', '2026-11-23'],
    ['２０２６－１１－２３', '2026-11-23'],
    ['11/20', '2026-11-20'],
    ['11-20', '2026-11-20'],
    ['20/11', '2026-11-20'],
    ['12/01', '2026-12-01'],
    ['11/20/2026', '2026-11-20'],
    ['11/20/26', '2026-11-20'],
    ['20.11.2026', '2026-11-20'],
    ['1.12.2026', '2026-12-01'],
    ['今天', '2026-11-27'],
    ['今日', '2026-11-27'],
    ['本日', '2026-11-27'],
    ['明天', '2026-11-28'],
    ['明日', '2026-11-28'],
    ['后天', '2026-11-29'],
    ['後天', '2026-11-29'],
    ['大后天', '2026-11-30'],
    ['大後天', '2026-11-30'],
    ['昨天', '2026-11-26'],
    ['大前天', '2026-11-24'],
    ['3天后', '2026-11-30'],
    ['三天後', '2026-11-30'],
    ['两天前', '2026-11-25'],
    ['周五', '2026-11-27'],
    ['週四', '2026-12-03'],
    ['星期四', '2026-12-03'],
    ['禮拜四', '2026-12-03'],
    ['星期天', '2026-11-29'],
    ['周日', '2026-11-29'],
    ['下周一', '2026-11-30'],
    ['下週一', '2026-11-30'],
    ['下个星期一', '2026-11-30'],
    ['下個禮拜三', '2026-12-02'],
    ['下周3', '2026-12-02'],
    ['下下周一', '2026-12-07'],
    ['本周五', '2026-11-27'],
    ['这周一', '2026-11-23'],
    ['上周五', '2026-11-20'],
    ['11月20日', '2026-11-20'],
    ['11月20号', '2026-11-20'],
    ['11 月 20 日', '2026-11-20'],
    ['11月20', '2026-11-20'],
    ['１１月２０號', '2026-11-20'],
    ['十一月二十日', '2026-11-20'],
    ['十二月一号', '2026-12-01'],
    ['2027年1月4日', '2027-01-04'],
    ['20号', '2026-11-20'],
    ['3號', '2026-12-03'],
    ['本月30号', '2026-11-30'],
    ['下月3号', '2026-12-03'],
    ['下个月3日', '2026-12-03'],
    // Weeks.
    ['next week', '2026-11-30..2026-12-06'],
    ['this week', '2026-11-23..2026-11-29'],
    ['下周', '2026-11-30..2026-12-06'],
    ['下個禮拜', '2026-11-30..2026-12-06'],
    // Ranges.
    ['2026-12-01..2026-12-03', '2026-12-01..2026-12-03'],
    ['2026-12-01 2026-12-03', '2026-12-01..2026-12-03'],
    ['2026/12/01 ~ 2026/12/03', '2026-12-01..2026-12-03'],
    ['2026-12-01至2026-12-03', '2026-12-01..2026-12-03'],
    ['2026-12-01-2026-12-03', '2026-12-01..2026-12-03'],
    ['next Mon–Wed', '2026-11-30..2026-12-02'],
    ['next Mon - next Wed', '2026-11-30..2026-12-02'],
    ['Mon to Wed', '2026-11-30..2026-12-02'],
    ['from Monday until Wednesday', '2026-11-30..2026-12-02'],
    ['Thu—Tue', '2026-12-03..2026-12-08'],
    ['tomorrow to Tuesday', '2026-11-28..2026-12-01'],
    ['Nov 30 – Dec 2', '2026-11-30..2026-12-02'],
    ['30 Nov to 2 Dec', '2026-11-30..2026-12-02'],
    ['Dec 1-3', '2026-12-01..2026-12-03'],
    ['Dec 1 thru 3rd', '2026-12-01..2026-12-03'],
    ['1-3 Dec', '2026-12-01..2026-12-03'],
    ['1st to 3rd of December 2026', '2026-12-01..2026-12-03'],
    ['Dec 30 to Jan 2', '2026-12-30..2027-01-02'],
    ['Dec 30 to Jan 2, 2027', '2026-12-30..2027-01-02'],
    ['11/30-12/2', '2026-11-30..2026-12-02'],
    ['11/30 ~ 12/2', '2026-11-30..2026-12-02'],
    ['11/20-22', '2026-11-20..2026-11-22'],
    ['明天到后天', '2026-11-28..2026-11-29'],
    ['明天～后天', '2026-11-28..2026-11-29'],
    ['从下周一到周三', '2026-11-30..2026-12-02'],
    ['下周一至下周三', '2026-11-30..2026-12-02'],
    ['下週一－週三', '2026-11-30..2026-12-02'],
    ['周一到周三', '2026-11-30..2026-12-02'],
    ['11月30日到12月2日', '2026-11-30..2026-12-02'],
    ['12月1日-3日', '2026-12-01..2026-12-03'],
    ['12月1-3日', '2026-12-01..2026-12-03'],
    ['12月1至3號', '2026-12-01..2026-12-03'],
    ['1号到3号', '2026-12-01..2026-12-03'],
    ['1-3号', '2026-12-01..2026-12-03'],
    ['next week to Dec 8', '2026-11-30..2026-12-08'],
    // Half days.
    ['2026-11-23 上午', '2026-11-23 morning'],
    ['明天下午', '2026-11-28 afternoon'],
    ['明早', '2026-11-28 morning'],
    ['下周一前半天', '2026-11-30 morning'],
    ['明天上午半天', '2026-11-28 morning'],
    ['明天全天', '2026-11-28'],
    ['明天上午和下午', '2026-11-28 (和)'],
    ['tomorrow morning', '2026-11-28 morning'],
    ['Monday in the afternoon', '2026-11-30 afternoon'],
    ['afternoon of Dec 1', '2026-12-01 afternoon'],
    ['Mon pm', '2026-11-30 afternoon'],
    ['tomorrow all day', '2026-11-28'],
    ['Mon to Wed mornings', '2026-11-30..2026-12-02 morning'],
    ['下周一到周三每天下午', '2026-11-30..2026-12-02 afternoon'],
    // What else was said is kept.
    ['tomorrow sick', '2026-11-28 (sick)'],
    ['sick tomorrow', '2026-11-28 (sick)'],
    ['sick leave on Dec 1 to 3', '2026-12-01..2026-12-03 (sick leave)'],
    ['明天病假', '2026-11-28 (病假)'],
    ['病假 明天上午', '2026-11-28 morning (病假)'],
    ['年假 下周一到周三', '2026-11-30..2026-12-02 (年假)'],
    ['明天起', '2026-11-28'],
    ['明天的事假', '2026-11-28 (事假)'],
    ['tomorrow <@U1|ann>', '2026-11-28 (<@u1|ann>)'],
    // What cannot be kept as it was said.
    ['', 'no-date'],
    ['sick', 'no-date (sick)'],
    ['week', 'no-date (week)'],
    ['someday', 'no-date (someday)'],
    ['monthly', 'no-date (monthly)'],
    ['5', 'no-date (5)'],
    ['3.5', 'no-date (3.5)'],
    ['9:30', 'no-date (9:30)'],
    ['1-3', '2027-01-03'],
    ['24/7', '2027-07-24'],
    ['13/13', 'no-date (13/13)'],
    ['2026-13-01', 'no-date (2026-13-01)'],
    ['2026-02-30', 'no-such-date'],
    ['2月30日', 'no-such-date'],
    ['Feb 30', 'no-such-date'],
    ['1066-10-14', 'no-such-date'],
    ['2026-12-03..2026-12-01', 'ends-before-start'],
    ['tomorrow to today', 'ends-before-start'],
    ['Dec 3 to Dec 1', 'ends-before-start'],
    ['12月3日到11月30日', 'ends-before-start'],
    ['下周三到下周一', 'ends-before-start'],
    ['明天半天', 'which-half'],
    ['half a day tomorrow', 'which-half'],
    ['tomorrow afternoon to Tuesday', 'half-of-range'],
    ['明天下午到后天', 'half-of-range'],
    ['tomorrow and Tuesday', 'several (and tuesday)'],
    ['明天、下周一', 'several (下周一)'],
  ])('%s: %s', (text, expected) => {
    expect(ahead(text)).toBe(expected)
  })
})

describe('where either can be the month', () => {
  test.each([
    ['3/4', 'ambiguous 2027-03-04..2027-03-04 2027-04-03..2027-04-03'],
    ['3-4', 'ambiguous 2027-03-04..2027-03-04 2027-04-03..2027-04-03'],
    ['12/1 sick', 'ambiguous 2026-12-01..2026-12-01 2027-01-12..2027-01-12 (sick)'],
    ['3/4/2027', 'ambiguous 2027-03-04..2027-03-04 2027-04-03..2027-04-03'],
    ['3/4 - 3/6', 'ambiguous 2027-03-04..2027-03-06 2027-04-03..2027-06-03'],
    // One of them is no date, or both are the same.
    ['3/4 - 13/4', '2027-04-03..2027-04-13'],
    ['4/4', '2027-04-04'],
    ['11/20', '2026-11-20'],
    ['20/11', '2026-11-20'],
    ['3.4.2027', '2027-04-03'],
  ])('%s is asked about in English: %s', (text, expected) => {
    expect(ahead(text, 'en')).toBe(expected)
  })

  test.each(['zh-CN', 'zh-TW'] as const)('the month comes first in %s', (locale) => {
    expect(ahead('3/4', locale)).toBe('2027-03-04')
    expect(ahead('12/1', locale)).toBe('2026-12-01')
  })
})

describe('for days that have been', () => {
  test.each([
    ['Friday', '2026-11-27'],
    ['周四', '2026-11-26'],
    ['Nov 20', '2026-11-20'],
    ['11/28', '2025-11-28'],
    ['Dec 1', '2025-12-01'],
    ['3号', '2026-11-03'],
    ['28日', '2026-10-28'],
    ['周一到周三', '2026-11-23..2026-11-25'],
    ['上周', '2026-11-16..2026-11-22'],
    ['last month', '2026-10-01..2026-10-31'],
    ['Q3', '2026-07-01..2026-09-30'],
    ['2026-11', '2026-11-01..2026-11-30'],
    ['tomorrow', '2026-11-28'],
  ])('%s: %s', (text, expected) => {
    expect(read(text, leaning('back'))).toBe(expected)
  })
})

test('half a day can be either half', () => {
  const found = readDates('half a day tomorrow', leaning('ahead'))
  expect(found).toMatchObject({
    reason: 'which-half',
    readings: [{ part: 'morning' }, { part: 'afternoon' }],
  })
})

test('a day ahead is not looked for in the past where none may be', () => {
  expect(read('the 20th', leaning('ahead', { daysBack: 0 }))).toBe('2026-12-20')
  expect(read('Nov 20', leaning('ahead', { daysBack: 0 }))).toBe('2027-11-20')
})

test('a week starts when the team’s does', () => {
  const sunday = leaning('ahead', { weekStartsOn: 7 })
  expect(read('next week', sunday)).toBe('2026-11-29..2026-12-05')
  expect(read('下周日', sunday)).toBe('2026-11-29')
  expect(read('next Thu', sunday)).toBe('2026-12-03')
})

test('a unit alone is a date only where asked for', () => {
  const units = leaning('back', { units: true })
  for (const [text, span] of [
    ['week', 'week'],
    ['月', 'month'],
    ['daily', 'day'],
    ['每周', 'week'],
  ] as const)
    expect(readDates(text, units), text).toMatchObject({ ok: true, dates: { span, bare: true } })
  expect(readDates('this week', units)).toMatchObject({ ok: true, dates: { bare: false } })
})

test('every date that is written out is read as it is, in each way of writing it', () => {
  const ways: ((date: Temporal.PlainDate) => string)[] = [
    (date) => date.toString(),
    (date) => date.toString().replaceAll('-', '/'),
    ({ year, month, day }) => `${day}.${month}.${year}`,
    ({ year, month, day }) => `${year}年${month}月${day}日`,
    (date) => date.toLocaleString('en-US', { month: 'long', day: 'numeric', year: 'numeric' }),
    (date) => date.toLocaleString('en-GB', { month: 'short', day: 'numeric', year: 'numeric' }),
  ]
  for (let days = 0; days < 800; days += 7) {
    const date = TODAY.add({ days })
    for (const way of ways) expect(ahead(way(date), 'en'), way(date)).toBe(date.toString())
  }
})
