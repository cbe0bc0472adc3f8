// Number fields are read back as rendered for any metric, and impossible values are errors at their field.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkView } from '../../sandbox/checker/view.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES, type Locale } from '../../src/core/i18n/locale.ts'
import { cleanText } from '../../src/core/text.ts'
import { parseAmount } from '../../src/numbers/domain/amount.ts'
import type { Metric } from '../../src/numbers/domain/metrics.ts'
import { presetFor, presetMetric } from '../../src/numbers/domain/presets.ts'
import { confirmView, readKept } from '../../src/numbers/slack/confirm-view.ts'
import { typedValue } from '../../src/numbers/slack/format-value.ts'
import { numberBlockId, numberBlocks, readNumbers } from '../../src/numbers/slack/number-fields.ts'
import { ROLES } from '../../src/org/domain/team.ts'
import type { Block } from '../../src/slack/blocks.ts'
import { modal } from '../../src/slack/fields.ts'
import type { FormState } from '../../src/slack/requests.ts'

const en = BOT.translator('en')
const calls = presetMetric('calls', 'EUR')!
const entered = ROLES.flatMap((role) => presetFor(role, 'CNY')).filter(({ kind }) => kind !== 'ratio')

const viewOf = (blocks: readonly Block[]) => ({
  ...modal({ callbackId: 'x', title: 'x', submit: 'x', close: 'x', metadata: {}, blocks }),
})
/** The form state that Slack returns for these fields. */
function handBack(blocks: readonly Block[]): FormState {
  const inputs = blocks.filter((block) => block.type === 'input') as {
    block_id: string
    element: { action_id: string; initial_value?: string }
  }[]
  return Object.fromEntries(
    inputs.map(({ block_id, element }) => [
      block_id,
      { [element.action_id]: { type: 'number_input', value: element.initial_value ?? null } },
    ]),
  )
}
const typed = (metric: Metric, value: string): FormState => ({
  [numberBlockId(metric.key)]: { number: { type: 'number_input', value } },
})

const anyMetric: fc.Arbitrary<Metric> = fc
  .record({
    decimals: fc.integer({ min: 0, max: 4 }),
    unit: fc.constantFrom('count', 'money', 'percent', 'minutes', 'score'),
    currency: fc.constantFrom('CNY', 'JPY', 'EUR'),
    label: fc.oneof(
      fc.constant('<!channel> & *bold* \u202e'),
      // Without a name that can be seen no metric is saved.
      fc
        .string({ minLength: 1, maxLength: 300, unit: 'grapheme' })
        .filter((label) => cleanText(label, 300) !== ''),
    ),
    hardMin: fc.integer({ min: -1_000_000, max: 0 }),
    hardMax: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
    plausibleMax: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
  })
  .map((more) => ({ ...calls, key: 'own-x', ...more }) as Metric)

describe('what is drawn', () => {
  test.each(LOCALES)('is what Slack takes, for every preset, with questions (%s)', (locale) => {
    const fields = entered.map((metric) => ({ metric, value: metric.hardMax }))
    const questions = Object.fromEntries(entered.map(({ key, hardMax }) => [key, hardMax]))
    const unique = fields.filter(
      ({ metric }, index) => fields.findIndex((one) => one.metric.key === metric.key) === index,
    )
    expect(checkView(viewOf(numberBlocks(unique, BOT.translator(locale), questions)))).toEqual([])
  })

  test.each(LOCALES)(
    'the question on top of the form is what Slack takes, for any number of metrics (%s)',
    (locale) => {
      const t = BOT.translator(locale)
      const form = { viewId: 'V1', digest: 'd'.repeat(22), metadata: '{}', state: {}, asked: {} }
      const named = entered.map((metric) => ({ ...metric, label: `<b>*${'名'.repeat(300)}` }))
      for (const metrics of [entered, entered.slice(0, 1), named]) {
        const questions = Object.fromEntries(metrics.map(({ key, hardMax }) => [key, hardMax]))
        const view = confirmView('x', form, { questions, metrics }, t)
        expect(checkView(view)).toEqual([])
        expect(readKept(view!.private_metadata!)?.asked).toEqual(questions)
      }
      expect(
        confirmView('x', { ...form, metadata: 'x'.repeat(3000) }, { questions: {}, metrics: [] }, t),
      ).toBeNull()
    },
  )

  test('money, and in Chinese large numbers, are fields of text that say how to write them', () => {
    const elementOf = (key: string, locale: Locale) => {
      const [block] = numberBlocks(
        [{ metric: presetMetric(key, 'CNY')!, value: null }],
        BOT.translator(locale),
      )
      const { element, label, hint } = block as unknown as Record<string, { type: string; text: string }>
      return [element!.type, label!.text, hint?.text]
    }
    expect(elementOf('newRevenue', 'en')).toEqual([
      'plain_text_input',
      'New revenue (CNY)',
      'For example 1,200 or 5k',
    ])
    expect(elementOf('newRevenue', 'zh-CN')).toEqual([
      'plain_text_input',
      '新签金额（元）',
      '可以写 35000，也可以写 3.5万',
    ])
    expect(elementOf('newRevenue', 'zh-TW')[1]).toBe('新客業績（人民幣）')
    expect(elementOf('exposure', 'zh-CN')[0]).toBe('plain_text_input')
    expect(elementOf('exposure', 'en')[0]).toBe('number_input')
    expect(elementOf('calls', 'zh-CN')[0]).toBe('number_input')
  })

  test('what is offered where an amount is unclear is taken without another question', () => {
    fc.assert(
      fc.property(anyMetric, fc.stringMatching(/^\d{1,6}[.,]\d{1,4}[mw]?$/), (metric, text) => {
        const parsed = parseAmount(text, metric)
        if (parsed.ok || parsed.reason !== 'unclear') return
        for (const value of parsed.readings)
          expect(parseAmount(typedValue(metric, value), metric)).toEqual({ ok: true, value })
      }),
      { numRuns: 2000 },
    )
  })

  test('is read back as it was, for any metric and value', () => {
    fc.assert(
      fc.property(anyMetric, fc.double({ min: 0, max: 1, noNaN: true }), (metric, share) => {
        const value = Math.round(metric.hardMin + share * (metric.hardMax - metric.hardMin))
        const blocks = numberBlocks([{ metric, value }], en)
        expect(checkView(viewOf(blocks))).toEqual([])
        const read = readNumbers(handBack(blocks), [metric], en, { [metric.key]: value })
        expect(read).toMatchObject({ ok: true, values: { [metric.key]: value } })
      }),
      { numRuns: 500 },
    )
  })

  test('a total outside bounds that were narrowed since is not put into the field', () => {
    const blocks = numberBlocks([{ metric: { ...calls, hardMax: 50 }, value: 60 }], en)
    expect(checkView(viewOf(blocks))).toEqual([])
    expect(handBack(blocks)).toEqual({
      [numberBlockId('calls')]: { number: { type: 'number_input', value: null } },
    })
  })
})

describe('what is read', () => {
  test('an empty field is skipped; 0 is a number', () => {
    expect(readNumbers(typed(calls, ' '), [calls], en, {})).toMatchObject({
      ok: true,
      values: {},
      confirmed: {},
    })
    expect(readNumbers({}, [calls], en, {})).toMatchObject({ ok: true, values: {}, confirmed: {} })
    expect(readNumbers(typed(calls, '0'), [calls], en, {})).toMatchObject({ values: { calls: 0 } })
  })

  test('fields of metrics that are not asked for are not read', () => {
    expect(readNumbers(typed(calls, '5'), [], en, {})).toMatchObject({ values: {} })
  })

  test.each(LOCALES)('impossible values are sentences at their own field (%s)', (locale) => {
    const money = presetMetric('newRevenue', 'CNY')!
    for (const value of ['-1', '3.5', '1e99', 'Infinity', 'NaN', 'x', '501', '9'.repeat(40), '0x10']) {
      const read = readNumbers(
        { ...typed(calls, value), ...typed(money, '5') },
        [calls, money],
        BOT.translator(locale),
        {},
      )
      expect(read).toMatchObject({ ok: false, reason: 'errors' })
      const errors = read.ok || read.reason !== 'errors' ? {} : read.errors
      expect(Object.keys(errors)).toEqual([numberBlockId('calls')])
      expect(Object.values(errors)[0]).toMatch(/\S/)
    }
    expect(readNumbers(typed(money, '1.234'), [money], BOT.translator(locale), {})).toMatchObject({
      reason: 'errors',
    })
  })

  test('unusual values are asked about until they are confirmed; errors come first', () => {
    const usual = { ...calls, plausibleMin: 20 }
    const read = (value: string, asked: Record<string, number>, dayOver = true) =>
      readNumbers(typed(usual, value), [usual], en, asked, { dayOver })
    expect(read('101', {})).toMatchObject({
      reason: 'questions',
      questions: { calls: 101 },
      values: { calls: 101 },
    })
    expect(read('101', { calls: 102 })).toMatchObject({ reason: 'questions' })
    expect(read('101', { calls: 101 })).toMatchObject({
      ok: true,
      values: { calls: 101 },
      confirmed: { calls: 101 },
    })
    expect(read('100', {})).toMatchObject({ ok: true, confirmed: {} })
    expect(read('19', {})).toMatchObject({ reason: 'questions' })
    expect(read('19', {}, false)).toMatchObject({ ok: true, confirmed: {} })
    expect(read('501', { calls: 501 })).toMatchObject({ reason: 'errors' })
  })
})
