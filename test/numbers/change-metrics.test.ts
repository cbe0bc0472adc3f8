// A role's metrics: switching on and off, reordering, renaming and adding, by the manager only.
import { beforeEach, describe, expect, test } from 'vitest'
import type { MetricDraft, MetricMove } from '../../src/numbers/domain/metric-edit.ts'
import type { OwnMetricDraft } from '../../src/numbers/domain/own-metric.ts'
import { addMetric, editMetric, loadMetrics, moveMetric } from '../../src/numbers/flows/change-metrics.ts'
import { metricNames } from '../../src/numbers/slack/metric-names.ts'
import { ann, manager, salesWithoutTeams, setUp, WORKSPACE } from '../org/people.ts'
import type { TestContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { roleMetricsOf } from '../support/role-metrics.ts'

const database = usesDatabase()
let context: TestContext
let teamId: string

beforeEach(async () => {
  context = await salesWithoutTeams(database.db)
  teamId = (await setUp(context, { measure: { kind: 'metric', metric: 'visits' } })).teamId
})

const asked = async () => (await roleMetricsOf(context.db, WORKSPACE, teamId, 'hunter')).map(({ key }) => key)
const move = (key: string, how: MetricMove, who = manager) =>
  moveMetric(context, who, teamId, { role: 'hunter', key, move: how })
const edit = (key: string, draft: Partial<MetricDraft>) =>
  editMetric(
    context,
    manager,
    teamId,
    key,
    { name: '', plausibleMin: '', plausibleMax: '', points: '1', ...draft },
    metricNames,
  )
const add = (draft: Partial<OwnMetricDraft>, who = manager) =>
  addMetric(
    context,
    who,
    teamId,
    'hunter',
    {
      name: 'Demos',
      unit: 'count',
      decimals: '0',
      hardMin: '',
      hardMax: '',
      plausibleMin: '',
      ...{ plausibleMax: '', points: '' },
      ...draft,
    },
    metricNames,
  )

describe('a role’s list', () => {
  test('is reordered, and stays within its ends', async () => {
    await move('proposals', 'up')
    await move('calls', 'up')
    expect((await asked()).slice(0, 3)).toEqual(['calls', 'proposals', 'followUps'])
    await move('calls', 'down')
    expect((await asked()).slice(0, 3)).toEqual(['proposals', 'calls', 'followUps'])
  })

  test('switches a number off and on in its place', async () => {
    await move('followUps', 'off')
    expect(await asked()).not.toContain('followUps')
    await move('followUps', 'on')
    expect((await asked())[1]).toBe('followUps')
  })

  test('keeps the number that the board ranks by', async () => {
    expect(await move('visits', 'off')).toEqual({ ok: false, reason: 'ranked-by' })
    expect(await asked()).toContain('visits')
  })

  test('is the manager’s', async () => {
    expect(await move('calls', 'off', ann)).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await move('calls', 'off', { ...manager, workspaceId: 'T2' })).toMatchObject({ ok: false })
    expect(await add({}, ann)).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await move('nothing', 'up')).toEqual({ ok: false, reason: 'gone' })
  })
})

describe('a number', () => {
  test('is renamed, with what is usual and what it earns, and gets its own name back', async () => {
    expect(
      await edit('calls', { name: ' Dials ', plausibleMin: '30', plausibleMax: '60', points: '3' }),
    ).toEqual({
      ok: true,
    })
    const [calls] = await roleMetricsOf(context.db, WORKSPACE, teamId, 'hunter')
    expect(calls).toMatchObject({
      key: 'calls',
      label: 'Dials',
      plausibleMin: 30,
      plausibleMax: 60,
      points: 3,
    })
    await edit('calls', { name: '电话量' })
    expect((await roleMetricsOf(context.db, WORKSPACE, teamId, 'hunter'))[0]?.label).toBeNull()
  })

  test.each([
    [{ name: 'visits' }, { name: 'taken' }],
    [{ name: '拜访量' }, { name: 'taken' }],
    [{ name: 'x'.repeat(41) }, { name: 'too-long' }],
    [{ plausibleMin: '60', plausibleMax: '30' }, { plausibleMax: 'min-above-max' }],
    [{ plausibleMax: '1e3' }, { plausibleMax: 'not-a-number' }],
    [{ plausibleMax: '501' }, { plausibleMax: 'above-hard-max' }],
    [{ points: '-1' }, { points: 'not-0-to-1000' }],
    [{ points: 'many' }, { points: 'not-0-to-1000' }],
  ])('is not changed by %j', async (draft, errors) => {
    expect(await edit('calls', draft)).toMatchObject({ ok: false, reason: 'errors', errors })
    const [calls] = await roleMetricsOf(context.db, WORKSPACE, teamId, 'hunter')
    expect(calls).toMatchObject({ label: null, plausibleMax: 100, points: 1 })
  })

  test('of the team’s own comes at the end of the list, in the team’s currency, and keeps its name in the catalogue', async () => {
    const added = await add({ name: 'Samples sold', unit: 'money', decimals: '4', plausibleMax: '1,500.50' })
    expect(added).toMatchObject({ ok: true, metric: { currency: 'EUR', decimals: 2, plausibleMax: 150_050 } })
    expect((await asked()).at(-1)).toBe('own-1')
    expect(await edit('own-1', { name: 'Vials sold' })).toEqual({ ok: true })
    expect(await edit('own-1', { name: '' })).toEqual({ ok: true })
    expect(await add({ name: 'samples SOLD' })).toMatchObject({ errors: { name: 'taken' } })
    const { list } = await loadMetrics(context, manager, { workspaceId: WORKSPACE, teamId }, 'hunter')
    expect(list.at(-1)).toMatchObject({
      enabled: true,
      metric: { label: null, names: { en: 'Samples sold' } },
    })
  })

  test('too many are refused', async () => {
    for (let count = 0; count < 16; count += 1)
      expect(await add({ name: `Number ${count}` })).toMatchObject({ ok: true })
    expect(await add({ name: 'One more' })).toEqual({ ok: false, reason: 'too-many' })
  })
})
