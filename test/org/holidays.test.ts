// Public holidays of countries, whole days only, and years whose holidays are not published.
import { describe, expect, test } from 'vitest'
import { guessCountry, HOLIDAY_COUNTRIES, holidayOn, knowsHolidays } from '../../src/org/domain/holidays.ts'
import { WEEKDAYS_OFF } from './holiday-lists.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const kind = (country: string, date: string, region: string | null = null) =>
  holidayOn(country, region, day(date))?.kind ?? null

/** Dates from Monday to Friday that are off. */
function weekdaysOff(country: string, year: number): string[] {
  const dates: string[] = []
  for (let date = day(`${year}-01-01`); date.year === year; date = date.add({ days: 1 }))
    if (date.dayOfWeek < 6 && holidayOn(country, null, date)?.kind === 'holiday') dates.push(date.toString())
  return dates
}

describe('mainland China', () => {
  test.each([
    ['2026-02-14', 'working-weekend', '春节'],
    ['2026-02-28', 'working-weekend', '春节'],
    ['2026-02-17', 'holiday', '春节'],
    ['2026-10-01', 'holiday', '国庆节'],
    ['2026-10-07', 'holiday', '国庆节'],
    ['2026-10-10', 'working-weekend', '国庆节'],
    ['2025-09-28', 'working-weekend', '国庆节'],
  ])('%s is a %s', (date, expected, name) => {
    const fact = holidayOn('CN', null, day(date))
    expect(fact?.kind).toBe(expected)
    expect(fact?.name).toContain(name)
  })

  test('ordinary days and weekends have no entry', () => {
    expect(kind('CN', '2026-10-08')).toBeNull()
    expect(kind('CN', '2026-10-11')).toBeNull()
  })

  test('knows the published years and no others', () => {
    expect(knowsHolidays('CN', null, 2026)).toBe(true)
    expect(knowsHolidays('CN', null, 2004)).toBe(true)
    expect(knowsHolidays('CN', null, 2003)).toBe(false)
    expect(knowsHolidays('CN', null, 2100)).toBe(false)
  })

  test('a year that is not published has the 13 days of the law, and no adjusted weekends', () => {
    const days: string[] = []
    for (let date = day('2029-01-01'); date.year === 2029; date = date.add({ days: 1 }))
      if (holidayOn('CN', null, date)?.kind === 'holiday') days.push(date.toString().slice(5))
    const newYear = ['02-12', '02-13', '02-14', '02-15']
    const rest = ['04-04', '05-01', '05-02', '06-16', '09-22', '10-01', '10-02', '10-03']
    expect(days).toEqual(['01-01', ...newYear, ...rest])
    expect(knowsHolidays('CN', null, 2029)).toBe(false)
  })
})

describe('Taiwan, by the calendar that its government published for 2026', () => {
  test('exactly these weekdays are off', () => {
    expect(weekdaysOff('TW', 2026)).toEqual([
      '2026-01-01',
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
      '2026-02-19',
      '2026-02-20',
      '2026-02-27',
      '2026-04-03',
      '2026-04-06',
      '2026-05-01',
      '2026-06-19',
      '2026-09-25',
      '2026-09-28',
      '2026-10-09',
      '2026-10-26',
      '2026-12-25',
    ])
  })

  test.each([
    ['2027-02-09', 'New Year days on a weekend come after it'],
    ['2027-02-10', 'New Year days on a weekend come after it'],
    ['2027-04-06', "Children's Day on a Sunday, the Monday taken by Tomb-Sweeping Day"],
    ['2027-12-31', "next year's first day is a Saturday"],
    ['2028-04-03', "Children's Day on Tomb-Sweeping Day, a Tuesday"],
  ])('%s is off: %s', (date) => {
    expect(kind('TW', date)).toBe('holiday')
  })

  test('years before the act of 2025 follow the old rules', () => {
    expect(kind('TW', '2024-09-17')).toBe('holiday')
    expect(kind('TW', '2023-09-28')).toBeNull()
  })
})

test.each(Object.entries(WEEKDAYS_OFF))('%s has the weekdays off that were announced', (country, years) => {
  for (const [year, listed] of Object.entries(years)) {
    const months = Map.groupBy(
      weekdaysOff(country, Number(year)).map((date) => day(date)),
      ({ month }) => month,
    )
    const found = [...months].map(([month, dates]) => `${month}/${dates.map((date) => date.day).join()}`)
    expect(found.join(' ')).toBe(listed)
  }
})

describe('other countries', () => {
  test.each([
    ['US', '2026-07-03', null, 'holiday'],
    ['US', '2026-11-26', null, 'holiday'],
    ['US', '2026-02-14', null, null],
    ['GB', '2026-12-28', null, 'holiday'],
    ['JP', '2026-05-06', null, 'holiday'],
    ['JP', '2026-01-02', null, 'holiday'],
    ['DE', '2026-10-03', null, 'holiday'],
    ['DE', '2026-12-24', null, null],
    ['NL', '2026-12-31', null, null],
    ['IE', '2026-03-17', null, 'holiday'],
    ['DE', '2026-01-06', null, null],
    ['DE', '2026-01-06', 'BY', 'holiday'],
    ['SG', '2026-02-17', null, 'holiday'],
  ])('%s on %s (%s): %s', (country, date, region, expected) => {
    expect(kind(country, date, region)).toBe(expected)
  })

  test('a holiday from sunset to sunset counts on one date, and one that ends at noon not on its last', () => {
    const off = (country: string, dates: string[]) =>
      dates.filter((date) => kind(country, date) === 'holiday')
    expect(off('IL', ['2026-04-01', '2026-04-02', '2026-04-03'])).toEqual(['2026-04-02'])
    const feast = ['2026-03-19', '2026-03-20', '2026-03-21', '2026-03-22', '2026-03-23']
    expect(off('TR', feast)).toEqual(['2026-03-20', '2026-03-21', '2026-03-22'])
  })

  test('no country has no holidays, and those that can be chosen are known', () => {
    expect(holidayOn(null, null, day('2026-12-25'))).toBeNull()
    for (const country of ['CN', 'TW', 'HK', 'SG', 'MY', 'US', 'GB', 'DE', 'JP', 'IN']) {
      expect(HOLIDAY_COUNTRIES).toContain(country)
      expect(knowsHolidays(country, null, 2027)).toBe(country !== 'CN')
    }
    expect(knowsHolidays('XX', null, 2026)).toBe(false)
  })
})

test.each([
  ['Asia/Shanghai', 'CN'],
  ['Asia/Chongqing', 'CN'],
  ['Asia/Taipei', 'TW'],
  ['Asia/Hong_Kong', 'HK'],
  ['Asia/Kolkata', 'IN'],
  ['Asia/Calcutta', 'IN'],
  ['Europe/Berlin', 'DE'],
  ['America/New_York', 'US'],
  ['US/Pacific', 'US'],
  ['UTC', null],
  ['Mars/Olympus', null],
])('people in %s keep the holidays of %s', (zone, country) => {
  expect(guessCountry(zone)).toBe(country)
})
