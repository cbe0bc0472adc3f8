// What a manager is told about a team's set-up, and what a team starts with.
import { describe, expect, test } from 'vitest'
import { CURRENCIES, currencyOf } from '../../src/numbers/domain/currency.ts'
import { isMeasureAvailable } from '../../src/numbers/domain/measure-available.ts'
import { presetFor } from '../../src/numbers/domain/presets.ts'
import { HOLIDAY_COUNTRIES } from '../../src/org/domain/holidays.ts'
import {
  CLOSE_AFTER_MINUTES,
  defaultSettings,
  REMIND_BEFORE_MINUTES,
} from '../../src/setup/domain/default-settings.ts'
import { setupCheck } from '../../src/setup/domain/setup-check.ts'
import { testSettings } from '../support/settings.ts'

const today = Temporal.PlainDate.from('2026-03-02')
const check = (holidayCountry: string | null, inChannel: string[] | null = ['U1', 'U2']) =>
  setupCheck(testSettings({ holidayCountry }), ['U1', 'U2'], inChannel, today)

describe('the check', () => {
  test('is silent when all is well', () => expect(check('TW')).toEqual([]))
  test('names a country whose states differ, until one is chosen', () => {
    expect(check('DE')).toEqual([{ kind: 'no-region', country: 'DE' }])
    const settings = testSettings({ holidayCountry: 'DE', holidayRegion: 'BY' })
    const chosen = setupCheck(settings, ['U1'], ['U1'], today)
    expect(chosen).toEqual([])
  })
  test.each(['GB', 'HU', 'KR', 'ZA'])('says that %s adds or swaps single days', (country) =>
    expect(check(country)).toContainEqual({ kind: 'single-days', country }),
  )
  test('names a year that is not published', () =>
    expect(check('CN')).toEqual([{ kind: 'holidays-unknown', country: 'CN', year: 2027, lawCounts: true }]))
  test('names that no holidays are kept', () => expect(check(null)).toEqual([{ kind: 'no-holidays' }]))
  test('names the next Saturday that is worked where every other one is, past a holiday', () => {
    const every = (alternateDay: string) => testSettings({ holidayCountry: 'TW', alternateDay })
    const next = (date: string) => [{ kind: 'alternate-day', next: Temporal.PlainDate.from(date) }]
    expect(setupCheck(every('2026-12-05'), ['U1'], ['U1'], today)).toEqual(next('2026-03-14'))
    // 2026-02-28 is Peace Memorial Day in Taiwan.
    const holiday = Temporal.PlainDate.from('2026-02-28')
    expect(setupCheck(every('2026-02-28'), ['U1'], ['U1'], holiday)).toEqual(next('2026-03-14'))
  })
  test('names who is not in the channel, if Slack tells', () => {
    expect(check('TW', ['U2'])).toEqual([{ kind: 'not-in-channel', userIds: ['U1'] }])
    expect(check('TW', null)).toEqual([])
  })
})

test.each([
  ['Europe/Berlin', 'DE'],
  ['Asia/Shanghai', 'CN'],
  ['Asia/Taipei', 'TW'],
  ['America/New_York', 'US'],
  ['UTC', null],
])('a team in %s starts with the holidays of %s, and choices that are offered', (zone, country) => {
  const settings = defaultSettings('North', { zone, locale: 'en' })
  expect(settings).toMatchObject({ name: 'North', zone, holidayCountry: country })
  expect(settings.zoneRule).toBe(country === 'CN' ? 'team' : 'member')
  expect(CLOSE_AFTER_MINUTES).toContain(settings.closeAfterMinutes)
  expect(REMIND_BEFORE_MINUTES).toContain(settings.remindBeforeCloseMinutes)
})

test('the currency follows the country, and can always be chosen and counted in', () => {
  // The last three: one without a currency of its own, one whose own cannot be chosen, none.
  const countries = ['DE', 'CN', 'TW', 'US', 'JP', 'BG', 'HR', 'LI', 'KE', null]
  expect(countries.map(currencyOf)).toEqual([
    'EUR',
    'CNY',
    'TWD',
    'USD',
    'JPY',
    'EUR',
    'EUR',
    'CHF',
    'USD',
    'USD',
  ])
  // Own names of objects are no countries.
  expect(currencyOf('toString')).toBe('USD')
  expect(CURRENCIES).toEqual([...new Set(CURRENCIES)].sort())
  for (const country of HOLIDAY_COUNTRIES) expect(CURRENCIES).toContain(currencyOf(country))
  for (const currency of CURRENCIES) expect(() => presetFor('hunter', currency)).not.toThrow()
})

test('a board ranks by points, or by what someone is asked for', () => {
  const metricsOf = (role: 'hunter' | string) => presetFor(role as 'hunter', 'EUR')
  expect(isMeasureAvailable({ kind: 'points' }, [], metricsOf)).toBe(true)
  expect(isMeasureAvailable({ kind: 'metric', metric: 'calls' }, ['analyst', 'hunter'], metricsOf)).toBe(true)
  expect(isMeasureAvailable({ kind: 'metric', metric: 'calls' }, ['analyst'], metricsOf)).toBe(false)
})
