// The settings of stored rules: what every signal starts with, what a team may set, and what is refused.
import { describe, expect, test } from 'vitest'
import { parseRuleSettings } from '../../src/warnings/db/rule-settings.ts'
import { defaultSettings, SIGNALS, type Signal } from '../../src/warnings/domain/rule-settings.ts'

const ALL = Object.keys(SIGNALS) as Signal[]
const PRESET = ALL.filter((signal) => signal !== 'threshold')

test.each([
  {
    signal: 'behind-pace',
    sign: '<',
    levels: { blue: 0.95, yellow: 0.85, red: 0.7 },
    more: { clearBy: 0.05, leastDays: 5, mornings: 3 },
  },
  { signal: 'forecast-miss', sign: '<', levels: { yellow: 0.9, red: 0.9 }, more: { mornings: 1 } },
  { signal: 'trend', sign: '>=', levels: { blue: 3, yellow: 4, red: 5 }, more: { clearBy: 0, leastDays: 0 } },
  { signal: 'silence', sign: '>=', levels: { blue: 1, yellow: 2, red: 3 }, more: {} },
  { signal: 'funnel-leak', sign: '>', levels: { blue: 0.1, yellow: 0.2, red: 0.3 }, more: {} },
  { signal: 'overspend', sign: '>', levels: { blue: 0, yellow: 0.1, red: 0.2 }, more: {} },
  { signal: 'item-overdue', sign: '>=', levels: { blue: 1, yellow: 2, red: 4 }, more: {} },
  { signal: 'raised-by-hand', sign: '>=', levels: { blue: 1, yellow: 7, red: 15 }, more: {} },
] as const)('$signal starts with $levels', ({ signal, sign, levels, more }) => {
  expect(parseRuleSettings(signal, {})).toMatchObject({ sign, levels, ...more })
})

test.each(PRESET)(
  '%s: what is stored comes back, and what an older version lacks has its default',
  (signal) => {
    const settings = defaultSettings(signal)
    expect(parseRuleSettings(signal, settings)).toEqual(settings)
    for (const key of Object.keys(settings)) {
      const older = Object.fromEntries(Object.entries(settings).filter(([name]) => name !== key))
      expect(parseRuleSettings(signal, older)).toEqual(settings)
    }
  },
)

test('a threshold has no limits of its own: a team sets them', () => {
  expect(() => parseRuleSettings('threshold', {})).toThrow()
  expect(parseRuleSettings('threshold', { sign: '>', levels: { yellow: 5 } })).toEqual({
    ...{ sign: '>', levels: { yellow: 5 }, clearBy: 0, leastDays: 0, mornings: 1 },
  })
})

test('a level that a team leaves out is not filled in again', () => {
  expect(parseRuleSettings('behind-pace', { levels: { red: 0.6 } }).levels).toEqual({ red: 0.6 })
})

describe('refused', () => {
  test.each([
    { what: 'no level at all', signal: 'silence', stored: { levels: {} } },
    { what: 'red nearer than yellow', signal: 'behind-pace', stored: { levels: { yellow: 0.7, red: 0.8 } } },
    { what: 'days of red before those of blue', signal: 'silence', stored: { levels: { blue: 3, red: 2 } } },
    { what: 'a pace that warns when it is high', signal: 'behind-pace', stored: { sign: '>' } },
    { what: 'a sign that there is none of', signal: 'threshold', stored: { sign: '=', levels: { red: 1 } } },
    { what: 'a pace in percent', signal: 'behind-pace', stored: { levels: { red: 70 } } },
    { what: 'half a day of silence', signal: 'silence', stored: { levels: { red: 1.5 } } },
    { what: 'a score above 25', signal: 'raised-by-hand', stored: { levels: { red: 26 } } },
    { what: 'a level that there is none of', signal: 'silence', stored: { levels: { black: 9 } } },
    { what: 'least days where a signal has none', signal: 'silence', stored: { leastDays: 2 } },
    { what: 'a row of no morning', signal: 'behind-pace', stored: { mornings: 0 } },
    { what: 'a negative margin', signal: 'behind-pace', stored: { clearBy: -0.1 } },
  ] as const)('$what', ({ signal, stored }) => {
    expect(() => parseRuleSettings(signal, stored)).toThrow()
  })

  test('equal limits are allowed: the higher level counts', () => {
    expect(parseRuleSettings('silence', { levels: { yellow: 2, red: 2 } }).levels).toEqual({
      yellow: 2,
      red: 2,
    })
  })
})
