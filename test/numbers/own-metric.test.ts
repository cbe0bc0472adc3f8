// A manager's own metric is taken with sensible bounds, or each mistake goes back to its field.
import { describe, expect, test } from 'vitest'
import { isPlausible, parseAmount } from '../../src/numbers/domain/amount.ts'
import { type OwnMetricDraft, type OwnMetricErrors, ownMetric } from '../../src/numbers/domain/own-metric.ts'

const DRAFT: OwnMetricDraft = {
  name: 'Demos held',
  unit: 'count',
  decimals: '0',
  hardMin: '',
  hardMax: '',
  plausibleMin: '',
  plausibleMax: '',
  points: '',
}
const read = (changes: Partial<OwnMetricDraft>, currency = 'CNY', usedKeys: string[] = []) =>
  ownMetric({ ...DRAFT, ...changes }, { currency, locale: 'en' }, usedKeys, {
    ...{ team: ['Calls', '电话量'], catalogue: ['Quotes sent'] },
  })

test('with nothing but a name it counts from zero and asks about nothing', () => {
  const result = read({ name: '  Demos\u0000 held ' })
  if (!result.ok) throw new Error('refused')
  expect(result.metric).toMatchObject({
    key: 'own-1',
    ...{ label: null, names: { en: 'Demos held' } },
    kind: 'additive',
    unit: 'count',
    decimals: 0,
    hardMin: 0,
    plausibleMin: null,
    plausibleMax: null,
    currency: null,
  })
  expect(parseAmount('-1', result.metric)).toEqual({ ok: false, reason: 'below-hard-min' })
  expect(isPlausible(result.metric, 10_000)).toBe(true)
})

test('bounds are kept scaled by the decimals, and may be negative', () => {
  const result = read({
    decimals: '1',
    hardMin: '-5',
    hardMax: '1,000',
    plausibleMin: '0',
    plausibleMax: '99.5',
  })
  expect(result).toMatchObject({
    ok: true,
    metric: { decimals: 1, hardMin: -50, hardMax: 10_000, plausibleMin: 0, plausibleMax: 995 },
  })
})

test.each([
  ['CNY', 2, 100_000],
  ['JPY', 0, 1000],
])('money is kept in the minor unit of %s, whatever was typed', (currency, decimals, hardMax) => {
  const result = read({ unit: 'money', decimals: '', hardMax: '1000' }, currency)
  expect(result).toMatchObject({ ok: true, metric: { unit: 'money', currency, decimals, hardMax } })
})

test('the key is free, also of metrics that are gone from the form', () => {
  expect(read({}, 'CNY', ['calls', 'own-2', 'own-10-2'])).toMatchObject({
    metric: { key: 'own-11' },
  })
})

test.each([
  [{}, 1],
  [{ points: '３' }, 3],
  [{ points: '0' }, 0],
  [{ unit: 'minutes', points: ' ' }, 1],
  [{ unit: 'money' }, 0],
  [{ unit: 'money', points: '2' }, 2],
])('%j earns %i for each one on boards by points', (draft, points) => {
  expect(read(draft)).toMatchObject({ ok: true, metric: { points } })
})

describe('mistakes', () => {
  test.each<[Partial<OwnMetricDraft>, OwnMetricErrors]>([
    [{ name: ' \u200B ' }, { name: 'missing' }],
    [{ name: 'x'.repeat(41) }, { name: 'too-long' }],
    [{ name: 'ｃａｌｌｓ' }, { name: 'taken' }],
    [{ name: '电话量' }, { name: 'taken' }],
    [{ name: 'quotes SENT' }, { name: 'in-catalogue' }],
    [{ unit: 'furlongs' }, { unit: 'unknown-unit' }],
    [{ points: '1001' }, { points: 'not-0-to-1000' }],
    [{ points: 'some' }, { points: 'not-0-to-1000' }],
    [{ decimals: '5' }, { decimals: 'not-0-to-4' }],
    [{ decimals: '-1' }, { decimals: 'not-0-to-4' }],
    [{ decimals: '1e0' }, { decimals: 'not-0-to-4' }],
    [{ decimals: '' }, { decimals: 'not-0-to-4' }],
    [{ hardMax: 'lots' }, { hardMax: 'not-a-number' }],
    [{ hardMax: '1e99' }, { hardMax: 'not-a-number' }],
    [{ hardMax: '99999999999999' }, { hardMax: 'outside-hard-bounds' }],
    [{ hardMax: '1.5' }, { hardMax: 'too-many-decimals' }],
    [{ hardMin: '10', hardMax: '5' }, { hardMax: 'min-above-max' }],
    [{ hardMax: '10', plausibleMax: '11' }, { plausibleMax: 'outside-hard-bounds' }],
    [{ plausibleMin: '-1' }, { plausibleMin: 'outside-hard-bounds' }],
    [{ plausibleMin: '9', plausibleMax: '8' }, { plausibleMax: 'min-above-max' }],
    [
      { name: '', unit: 'x', decimals: 'y' },
      { name: 'missing', unit: 'unknown-unit', decimals: 'not-0-to-4' },
    ],
  ])('%j', (changes, errors) => {
    expect(read(changes)).toEqual({ ok: false, errors })
  })
})
