// What is typed into the form of a rule is read exactly, or the field says why not.
import { describe, expect, test } from 'vitest'
import type { Locale } from '../../src/core/i18n/locale.ts'
import { presetFor } from '../../src/numbers/domain/presets.ts'
import { parseRuleSettings } from '../../src/warnings/db/rule-settings.ts'
import { lacksBenchmark, ruleChoices } from '../../src/warnings/domain/rule-choices.ts'
import { type RuleDraft, readRuleDraft } from '../../src/warnings/domain/rule-draft.ts'
import { defaultSettings, SIGNALS, type Signal } from '../../src/warnings/domain/rule-settings.ts'
import { day } from '../checkins/standup/team.ts'

const METRICS = presetFor('hunter', 'CNY')
const metricOf = (key: string) => METRICS.find((metric) => metric.key === key)!
const PACE: RuleDraft = {
  ...{ sign: '<', levels: { blue: '95', yellow: '85', red: '70' }, clearBy: '5', leastDays: '5' },
  ...{ mornings: '3', muted: '', active: true },
}
const dates = (locale: Locale) => ({ today: day('2026-03-10'), locale, weekStartsOn: 1 })
const read = (
  draft: Partial<RuleDraft>,
  signal: Signal = 'behind-pace',
  key = 'calls',
  locale: Locale = 'en',
) => {
  const metric = SIGNALS[signal].needsMetric ? metricOf(key) : null
  return readRuleDraft({ ...PACE, ...draft }, { signal, metric, dates: dates(locale) })
}
const levels = (blue: string, yellow: string, red: string) => ({ levels: { blue, yellow, red } })

describe('limits', () => {
  test('what the default rule says, typed as it is shown, is the default rule', () => {
    expect(read({})).toEqual({
      ok: true,
      wish: { settings: defaultSettings('behind-pace'), muted: [], active: true },
    })
  })

  test.each([
    [
      'percent signs, full-width digits and a decimal',
      levels('95%', '８５％', '72.5'),
      { blue: 0.95, yellow: 0.85, red: 0.725 },
    ],
    ['one level alone', levels('', '', '70'), { red: 0.7 }],
    ['two levels at the same limit', levels('', '80', '80'), { yellow: 0.8, red: 0.8 }],
    ['spaces in an empty field', levels(' ', '80', ''), { yellow: 0.8 }],
  ])('%s', (_, typed, expected) => {
    const result = read(typed)
    expect(result).toMatchObject({ ok: true, wish: { settings: { levels: expected } } })
  })

  test.each([
    ['no level at all', levels('', ' ', ''), { blue: { kind: 'no-limit' } }],
    ['words', levels('low', '85', '70'), { blue: { kind: 'not-a-number' } }],
    ['more than the whole', levels('101', '85', '70'), { blue: { kind: 'outside', least: 0, most: 100 } }],
    ['less than nothing', levels('95', '85', '-1'), { red: { kind: 'outside', least: 0, most: 100 } }],
    ['a middle level beyond the lower one', levels('80', '85', '70'), { yellow: { kind: 'nearer' } }],
    ['the top level beyond the lowest', levels('60', '', '70'), { red: { kind: 'nearer' } }],
    ['finer than a tenth of a percent', levels('95.25', '', ''), { blue: { kind: 'not-a-number' } }],
  ])('%s is refused at its field', (_, typed, problems) => {
    expect(read(typed)).toEqual({ ok: false, problems })
  })

  test('every field that is wrong says so at once', () => {
    const wrong = {
      ...levels('x', '85', '70'),
      leastDays: '61',
      mornings: '0',
      muted: 'soon',
      clearBy: '101',
    }
    expect(read(wrong)).toMatchObject({
      ok: false,
      problems: {
        blue: { kind: 'not-a-number' },
        leastDays: { kind: 'outside', least: 0, most: 60 },
        mornings: { kind: 'outside', least: 1, most: 20 },
        clearBy: { kind: 'outside', least: 0, most: 100 },
        muted: { kind: 'dates', problem: { reason: 'no-date' } },
      },
    })
  })

  test('a sign that the signal does not have falls back to its own', () => {
    expect(read({ sign: '>=' })).toMatchObject({ wish: { settings: { sign: '<' } } })
    expect(read({ sign: '<=' })).toMatchObject({ wish: { settings: { sign: '<=' } } })
  })

  test('of silence nothing is asked but days, and what a forged form adds is left out', () => {
    const typed = { ...levels('1', '2', '4'), clearBy: '50', leastDays: '9', mornings: '9' }
    expect(read(typed, 'silence')).toMatchObject({
      wish: {
        settings: {
          sign: '>=',
          levels: { blue: 1, yellow: 2, red: 4 },
          clearBy: 0,
          leastDays: 0,
          mornings: 1,
        },
      },
    })
    expect(read(levels('1', '2', '21'), 'silence')).toMatchObject({
      problems: { red: { kind: 'outside', least: 1, most: 20 } },
    })
  })
})

describe('a limit of a number', () => {
  test('is typed as the number is, in words too, and higher than any day', () => {
    const typed = { sign: '<=', ...levels('', '5000', '¥3,000'), clearBy: '0.5万' }
    expect(read(typed, 'threshold', 'newRevenue')).toMatchObject({
      wish: { settings: { sign: '<=', levels: { yellow: 500_000, red: 300_000 }, clearBy: 500_000 } },
    })
    const many = String(metricOf('calls').hardMax * 20)
    expect(read({ sign: '<', ...levels('', '', many) }, 'threshold')).toMatchObject({ ok: true })
  })

  test('above a limit the higher level lies further up', () => {
    const above = (yellow: string, red: string) =>
      read({ sign: '>', ...levels('', yellow, red) }, 'threshold')
    expect(above('100', '200')).toMatchObject({ ok: true })
    expect(above('200', '100')).toEqual({ ok: false, problems: { red: { kind: 'nearer' } } })
  })

  test('what can be read in two ways is asked back', () => {
    expect(read({ sign: '<', ...levels('', '', '3.5') }, 'threshold', 'newRevenue')).toMatchObject({
      problems: { red: { kind: 'unclear', readings: [3_500_000, 350] } },
    })
  })
})

describe('mute dates', () => {
  const muted = (typed: string, locale: Locale = 'en') => {
    const found = read({ muted: typed }, 'behind-pace', 'calls', locale)
    if (!found.ok) return found.problems.muted
    return found.wish.muted.map(({ from, to }) => `${from} ${to}`).join(', ')
  }
  test.each([
    ['24 Dec to 3 Jan', 'en', '2026-12-24 2027-01-03'],
    ['next week', 'en', '2026-03-16 2026-03-22'],
    ['2026-04-03', 'en', '2026-04-03 2026-04-03'],
    ['2026-12-24 – 2027-01-03', 'en', '2026-12-24 2027-01-03'],
    ['2026-12-24 – 2027-01-03', 'zh-CN', '2026-12-24 2027-01-03'],
    ['2026-12-24 – 2027-01-03', 'zh-TW', '2026-12-24 2027-01-03'],
    ['12月24日到1月3日', 'zh-CN', '2026-12-24 2027-01-03'],
    ['下週', 'zh-TW', '2026-03-16 2026-03-22'],
    ['today', 'en', '2026-03-10 2026-03-10'],
    ['', 'en', ''],
    ['24 Dec to 3 Jan\n1 May', 'en', '2026-05-01 2026-05-01, 2026-12-24 2027-01-03'],
    ['12月24日到1月3日\n\n5月1日', 'zh-CN', '2026-05-01 2026-05-01, 2026-12-24 2027-01-03'],
    ['5月1日；10月1日至10月7日', 'zh-TW', '2026-05-01 2026-05-01, 2026-10-01 2026-10-07'],
    // Those that overlap or follow each other are one.
    ['2026-05-01 – 2026-05-04; 2026-05-03; 2026-05-05', 'en', '2026-05-01 2026-05-05'],
  ] as const)('“%s” in %s', (typed, locale, expected) => {
    expect(muted(typed, locale)).toBe(expected)
  })

  test.each([
    ['2026-03-09', { kind: 'over' }],
    ['30 Feb', { kind: 'dates', problem: { reason: 'no-such-date' } }],
    ['2026-03-20 to 2026-03-12', { kind: 'dates', problem: { reason: 'ends-before-start' } }],
    ['12 March and 20 March and 3 April', { kind: 'dates', problem: { reason: 'several' } }],
    ['24 Dec\nsoon', { kind: 'dates', problem: { reason: 'no-date' }, line: 2 }],
    ['24 Dec\n2026-03-09', { kind: 'over', line: 2 }],
    ['1 May\n'.repeat(11), { kind: 'too-many', most: 10 }],
  ])('“%s” is refused', (typed, problem) => {
    expect(muted(typed)).toMatchObject(problem)
  })
})

describe('what can be added', () => {
  const choices = ruleChoices(METRICS, []).map(({ signal, metric }) => `${signal} ${metric.key}`)
  test('each signal only of numbers that it can read', () => {
    expect(choices).toEqual(expect.arrayContaining(['threshold calls', 'trend calls', 'behind-pace calls']))
    expect(choices.filter((choice) => choice.startsWith('overspend'))).toEqual([])
    const stages = METRICS.flatMap(({ kind, numerator }) =>
      kind === 'ratio' && numerator ? [numerator] : [],
    )
    expect(choices.filter((choice) => choice.startsWith('funnel-leak'))).toEqual(
      METRICS.filter(({ key }) => stages.includes(key)).map(({ key }) => `funnel-leak ${key}`),
    )
  })

  test('what the team has already is not offered again, but for limits', () => {
    const rules = (['trend', 'threshold'] as const).map((signal) => ({ signal, metricKey: 'calls' }))
    const left = ruleChoices(METRICS, rules).map(({ signal, metric }) => `${signal} ${metric.key}`)
    expect(choices.filter((choice) => !left.includes(choice))).toEqual(['trend calls'])
  })

  test('every choice starts from settings that can be stored, but for a limit, which has none', () => {
    for (const { signal } of ruleChoices(METRICS, []))
      if (signal !== 'threshold')
        expect(() => parseRuleSettings(signal, defaultSettings(signal))).not.toThrow()
  })

  test('a funnel is quiet until its conversion has a benchmark', () => {
    const ratio = METRICS.find(({ kind, numerator }) => kind === 'ratio' && numerator !== null)!
    const rule = { signal: 'funnel-leak', metricKey: ratio.numerator } as const
    const others = METRICS.filter(({ numerator }) => numerator !== ratio.numerator)
    expect(lacksBenchmark(rule, [...others, { ...ratio, benchmark: null }])).toBe(true)
    expect(lacksBenchmark(rule, [...others, { ...ratio, benchmark: 30 }])).toBe(false)
    expect(lacksBenchmark({ ...rule, signal: 'trend' }, METRICS)).toBe(false)
  })
})
