// The rules that a team starts with: each fits the metrics of its role, and can be stored.
import { expect, test } from 'vitest'
import { presetFor } from '../../src/numbers/domain/presets.ts'
import { ROLES } from '../../src/org/domain/team.ts'
import { parseRuleSettings } from '../../src/warnings/db/rule-settings.ts'
import { defaultRules } from '../../src/warnings/domain/default-rules.ts'
import { SIGNALS } from '../../src/warnings/domain/rule-settings.ts'

test.each(ROLES)(
  'the rules for %s name metrics that the role counts, and only where one is needed',
  (role) => {
    const own = presetFor(role, 'EUR').map(({ key }) => key)
    for (const { signal, metric, settings } of defaultRules([role])) {
      if (SIGNALS[signal].needsMetric) expect(own).toContain(metric)
      else expect(metric).toBeNull()
      expect(parseRuleSettings(signal, settings)).toEqual(settings)
    }
  },
)

test.each(ROLES)('every %s is watched for pace, for the forecast, and for silence', (role) => {
  const signals = defaultRules([role]).map(({ signal }) => signal)
  expect(signals).toEqual(expect.arrayContaining(['behind-pace', 'forecast-miss', 'silence']))
})

test('only costs are watched for overspending', () => {
  for (const role of ROLES)
    for (const { signal, metric } of defaultRules([role]))
      if (signal === 'overspend')
        expect(presetFor(role, 'EUR').find(({ key }) => key === metric)!.higherIsBetter).toBe(false)
})

test('a trend alone is never red', () => {
  const levels = defaultRules(ROLES).flatMap(({ signal, settings }) =>
    signal === 'trend' ? Object.keys(settings.levels) : [],
  )
  expect(new Set(levels)).toEqual(new Set(['blue', 'yellow']))
})

test('a role of the workspace’s own brings what is watched of everyone; two of one role bring no rule twice', () => {
  expect(defaultRules(['Store scout']).map(({ signal }) => signal)).toEqual([
    ...['silence', 'item-overdue', 'raised-by-hand'],
  ])
  expect(defaultRules(['hunter', 'hunter'])).toEqual(defaultRules(['hunter']))
})
