// The bounds of a metric are read like every other number: what can be read in two ways is asked about at its field.
import { describe, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import { readMetricDraft } from '../../src/numbers/domain/metric-edit.ts'
import { ownMetric } from '../../src/numbers/domain/own-metric.ts'
import { presetMetric } from '../../src/numbers/domain/presets.ts'
import { metricErrors } from '../../src/numbers/slack/metric-form.ts'

const en = BOT.translator('en')
const NO_BOUNDS = { plausibleMin: '', plausibleMax: '' }
const edited = (key: string, currency: string, typed: Partial<typeof NO_BOUNDS>, t = en) => {
  const read = readMetricDraft(
    { name: '', points: '', ...NO_BOUNDS, ...typed },
    presetMetric(key, currency)!,
    [],
    [],
  )
  return read.ok ? read.edit : metricErrors(read.errors, t)
}
const added = (unit: string, decimals: string, typed: object) => {
  const draft = {
    name: 'Demos',
    unit,
    decimals,
    hardMin: '',
    hardMax: '',
    points: '',
    ...NO_BOUNDS,
    ...typed,
  }
  const read = ownMetric(draft, { currency: 'EUR', locale: 'en' }, [], { team: [], catalogue: [] })
  return read.ok ? read.metric : metricErrors(read.errors, en)
}

describe('of a metric that is there', () => {
  test.each([
    ['newRevenue', 'EUR', '1.200', 'Did you mean 1,200 or 1.20? Please type it that way.'],
    ['newRevenue', 'JPY', '1.200', 'Did you mean 1,200? Please type it that way.'],
    ['newRevenue', 'CNY', '3.5', 'Did you mean 35,000 or 3.50? Please type it that way.'],
  ])('%s in %s: %s is asked about', (key, currency, typed, said) => {
    expect(edited(key, currency, { plausibleMax: typed })).toEqual({ plausibleMax: said })
    expect(edited(key, currency, { plausibleMin: typed })).toEqual({ plausibleMin: said })
  })

  test('in the reader’s language', () => {
    const said = LOCALES.map((locale) =>
      edited('newRevenue', 'EUR', { plausibleMax: '1.200' }, BOT.translator(locale)),
    )
    expect(said).toEqual([
      { plausibleMax: 'Did you mean 1,200 or 1.20? Please type it that way.' },
      { plausibleMax: expect.stringMatching(/1,200.*1\.20/) },
      { plausibleMax: expect.stringMatching(/1,200.*1\.20/) },
    ])
  })

  test('what is clear is taken as people write it', () => {
    expect(edited('newRevenue', 'EUR', { plausibleMin: '€1.200,50', plausibleMax: '20k' })).toMatchObject({
      plausibleMin: 120_050,
      plausibleMax: 2_000_000,
    })
  })
})

describe('of a new metric of the team', () => {
  test.each(['hardMin', 'hardMax', 'plausibleMin', 'plausibleMax'])('%s is asked about too', (field) => {
    const said = { [field]: 'Did you mean 1,200 or 1.20? Please type it that way.' }
    expect(added('money', '0', { [field]: '1.200' })).toEqual(said)
    expect(added('count', '0', { [field]: 'lots' })).toEqual({ [field]: expect.stringMatching(/number/) })
  })
})
