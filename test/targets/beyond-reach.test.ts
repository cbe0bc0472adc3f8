// Where a day would take far more than somebody has ever done lately, that is said instead of a number to work by.
import { describe, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import { beyondReach } from '../../src/targets/domain/beyond-reach.ts'
import { ownTarget } from '../../src/targets/domain/own-target.ts'
import { restText } from '../../src/targets/slack/rest-text.ts'
import { testSettings } from '../support/settings.ts'
import { CALLS, REVENUE, sampleTarget, WEEKDAYS } from './samples.ts'

const date = Temporal.PlainDate.from

describe('what a day takes', () => {
  const lately = [12, 20, 31, 18, 0, 25]
  test.each([
    ['three times the best day is still told', 93, lately, null],
    ['one more is beyond, and half of the days with numbers reached 20', 94, lately, { usual: 20 }],
    ['of four days with numbers nothing is known', 1000, [12, 20, 31, 18, 0], null],
    ['without any day neither', 1000, [], null],
  ])('%s', (_, perDay, days, expected) => {
    expect(beyondReach(perDay, days)).toEqual(expected)
  })
})

describe('a target of revenue, seen on March 16 by somebody with five calls and €500 on each of ten days', () => {
  const total = (value: number) => ({ value, late: false, implausible: false, correctedUp: false })
  const worked = [2, 3, 4, 5, 6, 9, 10, 11, 12, 13].map((day) => date({ year: 2026, month: 3, day }))
  const recent = { days: 10, active: 10, sum: 0, squares: 0 }
  const own = { calls: { sum: 50, recent }, newRevenue: { sum: 500_000, recent } }
  const seen = (target: number, metric = REVENUE) =>
    ownTarget(
      {
        ...{ settings: testSettings(), calendar: WEEKDAYS, zone: 'Europe/Berlin' },
        today: date('2026-03-16'),
      },
      { metric, part: { ...sampleTarget({ metric, target }).part, metricKey: metric.key } },
      {
        ...{ memberId: 'm', role: [CALLS, REVENUE], team: new Map([['m', own]]) },
        metrics: new Map([CALLS, REVENUE].map((one) => [one.key, one])),
        days: worked.map((day) => ({ date: day, totals: { calls: total(5), newRevenue: total(50_000) } })),
      },
      Temporal.Instant.from('2026-03-16T08:00:00Z'),
    )

  // A call brings €100. Of €23,000 there are €18,000 to go in 12 days: €1,500 a day, 15 calls.
  test('is within reach at 15 calls a day, and beyond at 16', () => {
    expect(seen(2_300_000)).toMatchObject({ work: { perDay: 15 }, beyond: null })
    expect(seen(2_301_000)).toMatchObject({ work: { perDay: 16 }, beyond: { usual: 5 } })
  })

  // 50 calls are in: 230 leave 180 for 12 days, 15 a day.
  test('the same of the calls themselves', () => {
    expect(seen(230, CALLS).beyond).toBeNull()
    expect(seen(231, CALLS).beyond).toEqual({ usual: 5 })
  })
})

describe.each(LOCALES)('%s', (locale) => {
  const t = BOT.translator(locale)
  const said = {
    en: /^\*€29,000 to go, 12 working days: out of reach at the usual 20 calls a day\.\* Rep and manager: agree/,
    'zh-CN': /^\*还差 €29,000，剩 12 个工作日：平时每天电话量约 20 通，来不及了。\* 建议双方商量/,
    'zh-TW': /^\*還差 €29,000，剩 12 個工作日：平時每天電話數約 20 通，來不及了。\* 建議雙方商量/,
  }
  test('what is usual is said, and what to do, without the number that nobody makes', () => {
    const wish = { metric: REVENUE, target: 3_000_000, actual: 100_000, workPerDay: 143, usual: 20 }
    const text = restText(sampleTarget(wish), t)!
    expect(text).toMatch(said[locale])
    expect(text).not.toContain('143')
    expect(restText(sampleTarget({ actual: 10, usual: 2 }), t)).toMatch(/\b2\b|约 2|約 2/)
  })
})
