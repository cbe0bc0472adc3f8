// A metric is found under its names in every language, and every preset has a name in each language.

import { describe, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import type { MessageKey } from '../../src/core/i18n/translate.ts'
import { allPresets, presetFor } from '../../src/numbers/domain/presets.ts'
import { parseLogLine } from '../../src/numbers/domain/typed-line.ts'
import { metricName } from '../../src/numbers/slack/format-value.ts'
import { metricNames, namesOfMetrics, otherPresets } from '../../src/numbers/slack/metric-names.ts'
import { ROLES } from '../../src/org/domain/team.ts'

const presets = ROLES.flatMap((role) => presetFor(role, 'CNY'))

test('the catalogs name exactly the presets and the roles', () => {
  for (const locale of LOCALES) {
    const named = (prefix: string) =>
      Object.keys(BOT.words[locale])
        .filter((key) => key.startsWith(prefix))
        .sort()
    expect(named('metric.')).toEqual(
      allPresets('CNY')
        .map(({ key }) => `metric.${key}`)
        .sort(),
    )
    expect(named('role.')).toEqual(ROLES.map((role) => `role.${role}`).sort())
  }
})

test.each(LOCALES)('in %s no two presets, and no two roles, share a name', (locale) => {
  const names = allPresets('CNY').map((metric) => metricName(metric, BOT.translator(locale)).toLowerCase())
  expect(new Set(names).size).toBe(names.length)
  const roles = ROLES.map((role) => BOT.words[locale][`role.${role}` as MessageKey])
  expect(new Set(roles).size).toBe(roles.length)
})

test('a renamed preset answers to its new name and to the old ones; an own metric to its label and key', () => {
  const calls = presets[0]!
  expect(metricNames({ ...calls, label: 'Dials' })).toEqual(['Dials', 'calls', 'Calls', '电话量', '電話數'])
  expect(metricNames({ ...calls, key: 'own-1', label: 'Demos' })).toEqual(['Demos', 'own-1'])
})

describe('the one-line log understands the role’s metrics by their names', () => {
  test.each(ROLES.flatMap((role) => LOCALES.map((locale) => [role, locale] as const)))(
    '%s in %s',
    (role, locale) => {
      const entered = presetFor(role, 'CNY').filter(({ kind }) => kind !== 'ratio')
      const t = BOT.translator(locale)
      const line = entered.map((metric) => `${metricName(metric, t)} 3`).join(', ')
      const parsed = parseLogLine(line, { own: namesOfMetrics(entered), others: otherPresets(entered) })
      expect(parsed.ok && parsed.entries.map(({ metric }) => metric.key)).toEqual(
        entered.map(({ key }) => key),
      )
    },
  )

  test('short forms that people use', () => {
    const entered = presetFor('hunter', 'CNY').filter(({ kind }) => kind !== 'ratio')
    const hunter = namesOfMetrics(entered)
    for (const [typed, key] of [
      ['电话', 'calls'],
      ['電話', 'calls'],
      ['跟进', 'followUps'],
      ['追蹤', 'followUps'],
      ['方案', 'proposals'],
      ['提案', 'proposals'],
      ['拜访', 'visits'],
      ['拜訪', 'visits'],
      ['转化', 'leadsConverted'],
      ['新客戶', 'newCustomers'],
      ['新签客户', 'newCustomers'],
      ['revenue', 'newRevenue'],
    ]) {
      const parsed = parseLogLine(`${typed} 3`, { own: hunter, others: otherPresets(entered) })
      expect(parsed.ok && parsed.entries[0]?.metric.key).toBe(key)
    }
  })
})
