// What a forecast and "what it takes" learn from colleagues never tells one colleague's number.
import { describe, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import type { LearntSums } from '../../src/numbers/domain/day-sums.ts'
import { type OwnTarget, ownTarget } from '../../src/targets/domain/own-target.ts'
import { forecastHint } from '../../src/targets/slack/target-lines.ts'
import { forecastLines, workLines } from '../../src/targets/slack/why-forecast.ts'
import { testSettings } from '../support/settings.ts'
import { CALLS, REVENUE, sampleTarget, WEEKDAYS } from './samples.ts'

const date = Temporal.PlainDate.from
const LEARNT = { days: 10, active: 10 }

/** A colleague makes 77 calls a day in ten days, which brought €8.77 each. */
const colleague: Record<string, LearntSums> = {
  calls: { sum: 770, recent: { ...LEARNT, sum: 770, squares: 59_290 } },
  newRevenue: { sum: 675_290, recent: { ...LEARNT, sum: 675_290, squares: 45_601_658_410 } },
}
const own: Record<string, LearntSums> = {
  calls: { sum: 50, recent: { ...LEARNT, sum: 50, squares: 250 } },
  newRevenue: { sum: 500_000, recent: { ...LEARNT, sum: 500_000, squares: 25_000_000_000 } },
}

/** Seen by somebody with so many colleagues who have reported. */
function seen(colleagues: number): OwnTarget {
  const { part } = sampleTarget({ metric: REVENUE, target: 2_000_000 })
  const team = new Map([['m', own]])
  for (let index = 0; index < colleagues; index += 1) team.set(`c${index}`, colleague)
  const total = (value: number) => ({ value, late: false, implausible: false, correctedUp: false })
  const worked = [2, 3, 4, 5, 6, 9, 10, 11, 12, 13].map((day) => date({ year: 2026, month: 3, day }))
  return ownTarget(
    {
      settings: testSettings(),
      calendar: WEEKDAYS,
      ...{ zone: 'Europe/Berlin', today: date('2026-03-16') },
    },
    { metric: REVENUE, part: { ...part, metricKey: REVENUE.key } },
    {
      ...{ memberId: 'm', role: [CALLS, REVENUE], team },
      metrics: new Map([CALLS, REVENUE].map((metric) => [metric.key, metric])),
      days: worked.map((day) => ({ date: day, totals: { calls: total(5), newRevenue: total(50_000) } })),
    },
    Temporal.Instant.from('2026-03-16T08:00:00Z'),
  )
}

describe('beside one colleague alone', () => {
  const target = seen(1)
  test('only the own days are learnt from', () => {
    expect(target.forecast!.rate).toMatchObject({ teamPerDay: null, pull: 0, perDay: 50_000 })
    expect(target.work).toMatchObject({ teamYield: null, pull: 0, yielded: 100 })
    // The same as for somebody who is alone.
    expect({ ...target, forecast: target.forecast, work: target.work }).toEqual(seen(0))
  })
  test.each(LOCALES)('%s: "Why?" and the hint speak of nobody else', (locale) => {
    const t = BOT.translator(locale)
    const said = [
      ...forecastLines(target, t),
      ...workLines(target, t),
      JSON.stringify(forecastHint([target], t)),
    ]
    expect(said).toHaveLength(4)
    expect(said.join(' ')).not.toMatch(/colleague|team|同事|团队|團隊|\b77\b|8\.77|6,?752|undefined|null/)
  })
})

test('a newcomer beside one colleague has no forecast, rather than the other’s number', () => {
  const { part } = sampleTarget({ target: 100 })
  const { forecast, work } = ownTarget(
    {
      settings: testSettings(),
      calendar: { ...WEEKDAYS, joinedOn: date('2026-03-16') },
      ...{ zone: 'Europe/Berlin', today: date('2026-03-16') },
    },
    { metric: CALLS, part },
    {
      ...{ memberId: 'm', role: [CALLS], team: new Map([['c', colleague]]), days: [] },
      metrics: new Map([[CALLS.key, CALLS]]),
    },
    Temporal.Instant.from('2026-03-16T08:00:00Z'),
  )
  expect([forecast, work]).toEqual([null, null])
})

describe('beside two and more', () => {
  const target = seen(2)
  test('their average is learnt from, and said with how much it counts', () => {
    expect(target.forecast!.rate).toMatchObject({ teamPerDay: 67_529 })
    expect(target.work!.teamYield).toBeCloseTo((5000 + 2 * 6752.9) / (50 + 2 * 770), 10)
  })
  test.each(LOCALES)('%s: the hint says that colleagues count, too', (locale) => {
    const t = BOT.translator(locale)
    expect(JSON.stringify(forecastHint([target], t))).toMatch(/colleagues|同事/)
    expect(forecastLines(target, t).join(' ')).toMatch(/colleagues|同事/)
  })
})
