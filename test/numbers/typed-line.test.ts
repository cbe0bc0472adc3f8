// A typed line of numbers is parsed as a person would read it, or the part that is not understood is named.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MetricNames } from '../../src/numbers/domain/metric-match.ts'
import { presetMetric } from '../../src/numbers/domain/presets.ts'
import { isNumbersLine, type Picks, parseLogLine } from '../../src/numbers/domain/typed-line.ts'

const entry = (key: string, ...names: string[]): MetricNames => ({ metric: presetMetric(key, 'CNY')!, names })
const DICTIONARY: MetricNames[] = [
  entry('calls', 'Calls', '电话量', '電話數'),
  entry('followUps', 'Follow-ups', '跟进数', '追蹤次數'),
  entry('proposals', 'Proposals sent', '方案提交数', '提案數'),
  entry('visits', 'Visits', '拜访量', '拜訪數'),
  entry('leadsConverted', 'Leads converted', '线索转化数', '名單轉換數'),
  entry('newCustomers', 'New customers', '新签客户数', '新客戶數'),
  entry('newRevenue', 'New revenue', '新签金额', '新客業績'),
  {
    metric: { ...presetMetric('calls', 'CNY')!, key: 'own-1', label: 'Q3 demos' },
    names: ['Q3 demos', 'own-1'],
  },
]

/** Metrics of other roles. */
const OTHERS = [
  entry('leads', 'Leads', '线索量', '名單數'),
  entry('repeatOrders', 'Repeat orders', '复购订单数'),
]
const parse = (text: string, picks: Picks = {}) =>
  parseLogLine(text, { own: DICTIONARY, others: OTHERS, picks })

const read = (text: string, picks: Picks = {}) => {
  const parsed = parse(text, picks)
  if (!parsed.ok) throw new Error(`${parsed.reason}: ${parsed.part}`)
  return Object.fromEntries(parsed.entries.map(({ metric, value }) => [metric.key, value]))
}

describe('is understood', () => {
  test.each([
    ['calls 5, visits 2', { calls: 5, visits: 2 }],
    ['visits 2 calls 5', { visits: 2, calls: 5 }],
    ['5 calls', { calls: 5 }],
    ['5 calls 2 visits', { calls: 5, visits: 2 }],
    ['5 calls and 2 visits', { calls: 5, visits: 2 }],
    ['calls 5, 2 visits', { calls: 5, visits: 2 }],
    ['电话5 拜访2', { calls: 5, visits: 2 }],
    ['电话5拜访2', { calls: 5, visits: 2 }],
    ['電話５、拜訪２', { calls: 5, visits: 2 }],
    ['5通电话，3次拜访', { calls: 5, visits: 3 }],
    ['电话5通 拜访3家', { calls: 5, visits: 3 }],
    ['电话：5；拜访：2', { calls: 5, visits: 2 }],
    ['calls=5; visits=2', { calls: 5, visits: 2 }],
    ['CALLS 5\nVISITS 2', { calls: 5, visits: 2 }],
    ['calls 5.', { calls: 5 }],
    ['电话5。拜访2。', { calls: 5, visits: 2 }],
    ['电话5和拜访2', { calls: 5, visits: 2 }],
    ['cal 5 vis 2', { calls: 5, visits: 2 }],
    ['follow-ups 3', { followUps: 3 }],
    ['follow-ups3', { followUps: 3 }],
    ['customers 1', { newCustomers: 1 }],
    ['金额 1.2万', { newRevenue: 1_200_000 }],
    ['revenue 1,200.50', { newRevenue: 120_050 }],
    ['revenue ¥1,200,calls 5', { newRevenue: 120_000, calls: 5 }],
    ['calls 5,visits 2', { calls: 5, visits: 2 }],
    ['Q3 demos 4', { 'own-1': 4 }],
    ['4 q3 demos, calls 5', { 'own-1': 4, calls: 5 }],
    ['calls 5, calls 3', { calls: 8 }],
    ['calls 0', { calls: 0 }],
    ['calls 5 & visits 2', { calls: 5, visits: 2 }],
    ['calls 5,2 visits', { calls: 5, visits: 2 }],
    ['5 calls,2 visits', { calls: 5, visits: 2 }],
    ['电话４２', { calls: 42 }],
    ['call 5, visit 1', { calls: 5, visits: 1 }],
    ['新签金额3.5万', { newRevenue: 3_500_000 }],
    ['新签金额 3.5 万元，电话5', { newRevenue: 3_500_000, calls: 5 }],
    ['新客戶 1，電話2', { newCustomers: 1, calls: 2 }],
    ['金额3万5千 电话5', { newRevenue: 3_500_000, calls: 5 }],
    ['金额3万5通电话', { newRevenue: 3_000_000, calls: 5 }],
    ['金额1.2w', { newRevenue: 1_200_000 }],
    ['金额１，２００', { newRevenue: 120_000 }],
    ['金额 人民币3000', { newRevenue: 300_000 }],
    ['revenue rmb 3000 calls 5', { newRevenue: 300_000, calls: 5 }],
    ['revenue 3000 cny, calls 5', { newRevenue: 300_000, calls: 5 }],
    ['revenue 5k', { newRevenue: 500_000 }],
    ['revenue 1\u2009200', { newRevenue: 120_000 }],
    ['revenue 1.200,50', { newRevenue: 120_050 }],
    ['revenue 1,20,000', { newRevenue: 12_000_000 }],
    ['leads converted 3', { leadsConverted: 3 }],
    ['线索转化 3', { leadsConverted: 3 }],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('is not understood', () => {
  test.each([
    ['', 'empty', '', [], null],
    [' ,， ', 'empty', '', [], null],
    ['golf 5', 'unknown-metric', 'golf', [], null],
    ['5', 'unknown-metric', '5', [], null],
    ['calls 5 7', 'unknown-metric', '7', [], null],
    ['calls 5k', 'bad-amount', '5k', ['calls'], 'above-hard-max'],
    ['新签 3', 'ambiguous', '新签', ['newCustomers', 'newRevenue'], null],
    ['new 3', 'ambiguous', 'new', ['newCustomers', 'newRevenue'], null],
    ['calls', 'bad-amount', 'calls', ['calls'], 'missing'],
    ['calls many', 'bad-amount', 'many', ['calls'], 'not-a-number'],
    ['golf many', 'unknown-metric', 'golf many', [], null],
    ['线索 5', 'ambiguous', '线索', ['leadsConverted'], null],
    ['名單 5', 'ambiguous', '名單', ['leadsConverted'], null],
    ['5 leads', 'ambiguous', 'leads', ['leadsConverted'], null],
    ['lead 5', 'ambiguous', 'lead', ['leadsConverted'], null],
    ['c 5', 'ambiguous', 'c', ['calls', 'leadsConverted', 'newCustomers'], null],
    ['revenue 12,50', 'bad-amount', '12,50', ['newRevenue'], 'unclear'],
    ['revenue 12,50, calls 5', 'bad-amount', '12,50', ['newRevenue'], 'unclear'],
    ['revenue 1.200', 'bad-amount', '1.200', ['newRevenue'], 'unclear'],
    ['新签金额3万5', 'bad-amount', '3万5', ['newRevenue'], 'unclear'],
    ['revenue 1.5m', 'bad-amount', '1.5m', ['newRevenue'], 'unclear'],
    ['revenue €500', 'bad-amount', '€500', ['newRevenue'], 'other-currency'],
    ['revenue 500 eur', 'bad-amount', '500 eur', ['newRevenue'], 'other-currency'],
    ['calls 12,50', 'bad-amount', '12,50', ['calls'], 'too-many-decimals'],
    ['calls 5 &amp; visits 2', 'unknown-metric', '&amp', [], null],
    ['calls 3.5', 'bad-amount', '3.5', ['calls'], 'too-many-decimals'],
    ['calls -1', 'bad-amount', '-1', ['calls'], 'below-hard-min'],
    ['calls 1e99', 'bad-amount', '1e99', ['calls'], 'not-a-number'],
    ['calls 9999', 'bad-amount', '9999', ['calls'], 'above-hard-max'],
    ['calls 300, calls 300', 'bad-amount', '600', ['calls'], 'above-hard-max'],
    ['visits 2, golf 5', 'unknown-metric', 'golf', [], null],
  ])('%j: %s', (text, reason, part, candidates, problem) => {
    const parsed = parse(text)
    expect(parsed.ok).toBe(false)
    if (parsed.ok) return
    expect([parsed.reason, parsed.part, parsed.candidates.map(({ key }) => key), parsed.problem]).toEqual([
      reason,
      part,
      candidates,
      problem,
    ])
  })
})

test('what was asked about is taken as it was chosen, and only as one of what was offered', () => {
  expect(read('new 3, revenue 1.200', { new: 'newCustomers', '1.200': '120' })).toEqual({
    newCustomers: 3,
    newRevenue: 120,
  })
  expect(read('线索 5', { 线索: 'leadsConverted' })).toEqual({ leadsConverted: 5 })
  for (const picks of [{ new: 'calls' }, { new: 'nonsense' }])
    expect(parse('new 3', picks)).toMatchObject({ reason: 'ambiguous' })
  for (const picks of [{ '1.200': '999' }, { '1.200': '' }, { '1.200': 'x' }])
    expect(parse('revenue 1.200', picks)).toMatchObject({ problem: 'unclear', readings: [120_000, 120] })
})

const anyEntries = fc
  .uniqueArray(fc.constantFrom(...DICTIONARY.slice(0, 6)), {
    minLength: 1,
    selector: ({ metric }) => metric.key,
  })
  .chain((chosen) =>
    fc.tuple(
      ...chosen.map(({ metric, names }) =>
        fc.record({
          key: fc.constant(metric.key),
          name: fc.constantFrom(...names),
          value: fc.nat(metric.hardMax),
          turned: fc.boolean(),
        }),
      ),
    ),
  )

test('whole names in any language, either way round, with any separator', () => {
  fc.assert(
    fc.property(anyEntries, fc.constantFrom(', ', '，', '、', '; ', '\n'), (entries, separator) => {
      const parts = entries.map(({ name, value, turned }) =>
        turned ? `${value} ${name}` : `${name} ${value}`,
      )
      const expected = Object.fromEntries(entries.map(({ key, value }) => [key, value]))
      expect(read(parts.join(separator))).toEqual(expected)
    }),
  )
})

test('nothing typed ever throws, and what is taken is within bounds', () => {
  const unit = fc.constantFrom(...'calls visits 0123456789.,，、-+%¥万电话拜访 \n', '😀')
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
      const parsed = parse(text)
      if (!parsed.ok) return
      for (const { metric, value } of parsed.entries) {
        expect(value).toBeGreaterThanOrEqual(metric.hardMin)
        expect(value).toBeLessThanOrEqual(metric.hardMax)
      }
    }),
    { numRuns: 3000 },
  )
})

test.each([
  ['calls 5', true],
  ['leads 5', true],
  ['a < b <@U0EVIL', false],
])('a line of numbers, of others too: %s %s', (line, is) => {
  expect(isNumbersLine(line, { own: DICTIONARY, others: OTHERS }, 'whole')).toBe(is)
  // Whoever counts all there is has nobody else's numbers to look through.
  expect(isNumbersLine(line, { own: [...DICTIONARY, ...OTHERS] }, 'whole')).toBe(is)
})
