// Moving a metric in its list, and changing what it is called and what is usual for it.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { METRIC_MOVES, moveInList, readMetricDraft } from '../../src/numbers/domain/metric-edit.ts'
import { presetMetric } from '../../src/numbers/domain/presets.ts'

const LIST = ['a', 'b', 'c'].map((key) => ({ key, enabled: true }))
const keys = (list: ReturnType<typeof moveInList>) => list?.map(({ key }) => key).join('')

describe('a list', () => {
  test.each([
    ['b', 'up', 'bac'],
    ['b', 'down', 'acb'],
    ['a', 'up', 'abc'],
    ['c', 'down', 'abc'],
    ['b', 'off', 'abc'],
  ] as const)('%s %s: %s', (key, move, order) => {
    expect(keys(moveInList(LIST, key, move))).toBe(order)
  })

  test('switches one line only', () => {
    const off = moveInList(LIST, 'b', 'off')!
    expect(off.map(({ enabled }) => enabled)).toEqual([true, false, true])
    expect(moveInList(off, 'b', 'up')!.find(({ key }) => key === 'b')?.enabled).toBe(false)
    expect(moveInList(off, 'b', 'on')!.every(({ enabled }) => enabled)).toBe(true)
    expect(moveInList(LIST, 'x', 'on')).toBeNull()
  })

  test('keeps every line, with places from one on, whatever is done', () => {
    const step = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(...METRIC_MOVES))
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let list: NonNullable<ReturnType<typeof moveInList>> = moveInList(LIST, 'a', 'on')!
        for (const [key, move] of steps) list = moveInList(list, key, move)!
        expect(list.map(({ key }) => key).sort()).toEqual(['a', 'b', 'c'])
        expect(list.map(({ position }) => position)).toEqual([1, 2, 3])
      }),
    )
  })
})

describe('a draft', () => {
  const calls = presetMetric('calls', 'EUR')!
  const own = { ...calls, key: 'own-1', label: 'Demos' }
  const read = (draft: object, metric = calls) =>
    readMetricDraft(
      { name: '', plausibleMin: '', plausibleMax: '', points: '', ...draft },
      metric,
      ['Calls', '电话量'],
      ['Visits', '拜访量'],
    )

  test.each([
    [{}, { label: null, plausibleMin: null, plausibleMax: null, points: 0 }],
    [{ name: 'Calls' }, { label: null }],
    [{ name: '  Dials\n\u202e' }, { label: 'Dials' }],
    [
      { plausibleMin: '３０', plausibleMax: '60', points: '５' },
      { plausibleMin: 30, plausibleMax: 60, points: 5 },
    ],
    [
      { plausibleMin: '30', plausibleMax: '30' },
      { plausibleMin: 30, plausibleMax: 30 },
    ],
  ])('%j is taken', (draft, edit) => {
    expect(read(draft)).toMatchObject({ ok: true, edit })
  })

  test.each([
    [{ name: ' VISITS' }, { name: 'taken' }],
    [{ name: '拜访量' }, { name: 'taken' }],
    [{ name: '王'.repeat(41) }, { name: 'too-long' }],
    [{ plausibleMin: '2', plausibleMax: '1' }, { plausibleMax: 'min-above-max' }],
    [{ plausibleMin: '-1' }, { plausibleMin: 'below-hard-min' }],
    [{ points: '1.5' }, { points: 'not-0-to-1000' }],
    [{ points: '1001' }, { points: 'not-0-to-1000' }],
    [{ points: '0x10' }, { points: 'not-0-to-1000' }],
    [{ points: '1e2' }, { points: 'not-0-to-1000' }],
  ])('%j is refused', (draft, errors) => {
    expect(read(draft)).toEqual({ ok: false, errors })
  })

  test('without a name it gets back the one of the catalogue', () => {
    expect(read({ name: '' }, own)).toMatchObject({ ok: true, edit: { label: null } })
  })
})
