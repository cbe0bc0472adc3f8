// The forms of the catalogue are within Slack's limits in every language, whatever people typed, and are read back as shown.
import { describe, expect, test } from 'vitest'
import { checkView } from '../../sandbox/checker/view.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import { inCatalogue } from '../../src/numbers/db/catalogue.ts'
import { type CatalogueErrors, readCatalogueDraft } from '../../src/numbers/domain/catalogue-edit.ts'
import type { CatalogueEntry } from '../../src/numbers/domain/catalogue-entry.ts'
import type { Metric } from '../../src/numbers/domain/metrics.ts'
import { allPresets, presetMetric } from '../../src/numbers/domain/presets.ts'
import {
  adoptView,
  catalogueView,
  definitionErrors,
  definitionView,
  readDefinition,
} from '../../src/numbers/slack/catalogue-form.ts'
import { presetNames } from '../../src/numbers/slack/metric-names.ts'
import { filled, stateOf } from '../support/form-state.ts'

const TEAM = 'b1f6a3de-0000-4000-8000-000000000000'
const PLACE = { teamId: TEAM, role: 'hunter' } as const
const HOSTILE = '<!channel> *b* & <https://evil.example|x>`'
const t = BOT.translator('en')
const presets = allPresets('USD').map(inCatalogue)
const own = (n: number, more: Partial<Metric> = {}): CatalogueEntry => ({
  owner: TEAM,
  metric: {
    ...presets[n % presets.length]!.metric,
    ...{ key: `own-${n}`, names: { en: `${HOSTILE.slice(0, 36)}${n}` }, ...more },
  },
})
const LONGEST: Partial<Metric> = {
  names: { en: '长'.repeat(40), 'zh-CN': '长'.repeat(40), 'zh-TW': '長'.repeat(40) },
  aliases: Array.from({ length: 40 }, (_, n) => `${n}`.padEnd(36, 'x')),
  measureWords: { 'zh-CN': '通'.repeat(8), 'zh-TW': '通'.repeat(8) },
  ...{ baseline: -1e11, benchmark: 1e11, funnelOrder: 20, hardMin: -1e11, hardMax: 1e11 },
}
const many = [...presets, ...Array.from({ length: 250 }, (_, n) => own(n))]
const retired = own(400, { retiredAt: Temporal.Instant.from('2026-03-02T09:00:00Z') })

describe.each(LOCALES)('Slack takes in %s', (locale) => {
  const reader = BOT.translator(locale)
  test('what can be added: nothing, the presets, hundreds', () => {
    for (const entries of [[], presets, [...many, retired]])
      expect(checkView(adoptView(PLACE, entries, reader))).toEqual([])
  })
  test('the catalogue, with what is retired', () => {
    for (const entries of [presets, [retired], [...many, retired]])
      expect(checkView(catalogueView(PLACE, { entries, ask: ['U0ADMIN'] }, reader))).toEqual([])
  })
  test('each metric, also with everything as long as it can be', () => {
    for (const entry of [...presets, own(3, LONGEST), own(6, LONGEST), retired])
      for (const mayShare of [true, false])
        expect(checkView(definitionView(PLACE, { ...entry, mayShare }, reader)), entry.metric.key).toEqual([])
  })
  test('every refusal as a sentence', () => {
    const unclear = { metric: presets[0]!.metric, readings: [1200, 1] }
    const errors: CatalogueErrors[] = [
      ...(['missing', 'too-long', 'in-catalogue', 'too-many-aliases', 'no-stage'] as const),
      ...([
        'min-above-max',
        'too-many-decimals',
        'not-a-number',
        'below-hard-min',
        'above-hard-max',
      ] as const),
      unclear,
    ].map((problem) => ({ aliases: problem }))
    for (const one of errors) expect(definitionErrors(one, reader).aliases).toMatch(/[.?。？]$/)
  })
})

describe('a metric', () => {
  const shown = ({ metric }: CatalogueEntry) =>
    stateOf(definitionView(PLACE, { metric, owner: null, mayShare: false }, t))
  const read = ({ metric }: CatalogueEntry, typed: Record<string, object> = {}, taken: string[] = []) =>
    readCatalogueDraft(
      readDefinition(filled(shown({ metric, owner: null }), typed)),
      metric,
      presetNames(metric.key),
      taken,
    )
  const typed = (value: string) => ({ value })

  test('that is saved as it opens stays as it is', () => {
    for (const entry of [...presets, own(3, LONGEST), own(6, LONGEST)])
      expect(read(entry), entry.metric.key).toEqual({ ok: true, metric: entry.metric })
  })

  test('gets names, other words, a measure word, a benchmark and a place in the funnel', () => {
    const calls = inCatalogue(presetMetric('calls', 'USD')!)
    const changes = {
      'name:en': typed('Dials'),
      'name:zh-CN': typed('电话量'),
      aliases: typed('ring、 打电话，RING'),
      'word:zh-TW': typed('通'),
      benchmark: typed('1,200'),
      funnelOrder: typed('２'),
      hardMax: typed(''),
    }
    expect(read(calls, changes)).toMatchObject({
      ok: true,
      metric: {
        ...{ names: { en: 'Dials' }, aliases: ['RING', '打电话'], measureWords: { 'zh-TW': '通' } },
        ...{ benchmark: 1200, funnelOrder: 2, hardMax: 1e11, kind: 'additive', unit: 'count', decimals: 0 },
      },
    })
  })

  test('of money keeps its values whatever the currency', () => {
    const revenue = inCatalogue(presetMetric('newRevenue', 'USD')!)
    expect(read(revenue, { benchmark: typed('12.50') })).toMatchObject({ metric: { benchmark: 125_000 } })
  })

  test.each([
    [{ 'name:en': typed('x'.repeat(41)) }, { 'name:en': 'too-long' }],
    [{ 'name:zh-TW': typed('拜訪數') }, { 'name:zh-TW': 'in-catalogue' }],
    [{ aliases: typed('mettings, VISITS') }, { aliases: 'in-catalogue' }],
    [
      { aliases: typed(Array.from({ length: 41 }, (_, n) => `a${n}`).join(',')) },
      { aliases: 'too-many-aliases' },
    ],
    [{ 'word:zh-CN': typed('通'.repeat(9)) }, { 'word:zh-CN': 'too-long' }],
    [{ funnelOrder: typed('0') }, { funnelOrder: 'no-stage' }],
    [{ funnelOrder: typed('21') }, { funnelOrder: 'no-stage' }],
    [{ hardMin: typed('9'), hardMax: typed('8') }, { hardMax: 'min-above-max' }],
    [{ benchmark: typed('much') }, { benchmark: 'not-a-number' }],
  ])('%j is refused', (changes, errors) => {
    const calls = inCatalogue(presetMetric('calls', 'USD')!)
    expect(read(calls, changes, ['Visits', '拜訪數'])).toEqual({ ok: false, errors })
  })

  test('that is no preset has to keep a name', () => {
    expect(read(own(1), { 'name:en': typed(' ') })).toEqual({ ok: false, errors: { 'name:en': 'missing' } })
  })
})
