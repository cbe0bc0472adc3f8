// What people type for a preset besides its name is understood, in every language, and never means two presets.
import { describe, expect, test } from 'vitest'
import { foldText } from '../../src/core/text.ts'
import { allPresets, presetFor } from '../../src/numbers/domain/presets.ts'
import { type ParsedLogLine, parseLogLine } from '../../src/numbers/domain/typed-line.ts'
import { metricNames, namesOfMetrics, otherPresets } from '../../src/numbers/slack/metric-names.ts'
import { metricAliases } from '../../src/numbers/words/metric-aliases.ts'

const all = allPresets('CNY')
const entered = all.filter(({ kind }) => kind !== 'ratio')
const HAN = /\p{Script=Han}/u
const keysOf = (parsed: ParsedLogLine) =>
  parsed.ok ? parsed.entries.map(({ metric }) => metric.key) : parsed

test('every preset has some in English and in both Chinese scripts', () => {
  expect(Object.keys(metricAliases).sort()).toEqual(all.map(({ key }) => key).sort())
  for (const { key } of all) {
    expect(
      metricAliases[key]!.some((alias) => /^[a-z -]+$/.test(alias)),
      key,
    ).toBe(true)
    expect(metricAliases[key]!.filter((alias) => HAN.test(alias)).length, key).toBeGreaterThan(1)
  }
})

test('none is the name or an alias of another preset', () => {
  const owners = new Map<string, Set<string>>()
  for (const metric of all)
    for (const text of [...metricNames(metric), ...metricAliases[metric.key]!].map(foldText))
      owners.set(text, (owners.get(text) ?? new Set()).add(metric.key))
  expect([...owners].filter(([, keys]) => keys.size > 1)).toEqual([])
})

describe.each(entered.map((metric) => [metric.key, metric] as const))('%s', (key, metric) => {
  test('is logged by each of them, alone and among all presets', () => {
    for (const alias of metricAliases[key]!) {
      const line = `${alias} 3`
      expect(keysOf(parseLogLine(line, { own: namesOfMetrics(entered) })), alias).toEqual([key])
      const alone = { own: namesOfMetrics([metric]), others: otherPresets([metric]) }
      expect(keysOf(parseLogLine(line, alone)), alias).toEqual([key])
    }
  })
})

test('what sales teams ask for first, as they type it', () => {
  const own = namesOfMetrics(entered)
  for (const [line, keys] of [
    ['合同额 3万，回款 2万', ['contractValue', 'paymentsCollected']],
    ['加微信12个 有效通话20通', ['addedContacts', 'validCalls']],
    ['报价 3 有效线索 5', ['quotes', 'qualifiedLeads']],
    ['收款 20000、報價單 2、加LINE 4', ['paymentsCollected', 'quotes', 'addedContacts']],
    ['quotes 3, collections 5k, MQLs 4', ['quotes', 'paymentsCollected', 'qualifiedLeads']],
    [
      'connects 20, added contacts 3, contract amount 12,000',
      ['validCalls', 'addedContacts', 'contractValue'],
    ],
  ] as const)
    expect(keysOf(parseLogLine(line, { own })), line).toEqual(keys)
})

test('a team’s own name goes before what is typed for a preset, and a renamed preset is found under its names only', () => {
  const [calls, proposals] = presetFor('hunter', 'CNY').filter(({ key }) =>
    ['calls', 'proposals'].includes(key),
  )
  const own = { ...calls!, key: 'own-1', label: 'Dials' }
  expect(keysOf(parseLogLine('dials 3', { own: namesOfMetrics([calls!, own]) }))).toEqual(['own-1'])
  const renamed = { ...proposals!, label: 'Drafts' }
  expect(keysOf(parseLogLine('pitches 3', { own: namesOfMetrics([renamed]) }))).toMatchObject({ ok: false })
  expect(keysOf(parseLogLine('drafts 3, proposals sent 1', { own: namesOfMetrics([renamed]) }))).toEqual([
    'proposals',
  ])
})

test('what the catalogue adds for the company is understood too', () => {
  const demos = { ...all[0]!, key: 'own-1', names: { en: 'Demos' }, aliases: ['演示', 'walkthroughs'] }
  for (const typed of ['demos', '演示', 'walkthrough'])
    expect(keysOf(parseLogLine(`${typed} 3`, { own: namesOfMetrics([demos]) })), typed).toEqual(['own-1'])
})
