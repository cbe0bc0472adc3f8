// Which target the form says for the day that its numbers are of: the one that measures that day, not the one of the morning after.
import { describe, expect, test } from 'vitest'
import type { MemberCalendar } from '../../src/org/domain/calendar.ts'
import { dayTargets } from '../../src/targets/domain/day-target.ts'
import type { WeightedPart } from '../../src/targets/domain/target.ts'
import { type TargetPeriodKind, targetPeriod } from '../../src/targets/domain/target-period.ts'
import { CALLS, WIN_RATE } from './samples.ts'

const date = Temporal.PlainDate.from
const WEEKDAYS: MemberCalendar = {
  ...{ workDays: [1, 2, 3, 4, 5], holidayCountry: null, holidayRegion: null, extraDays: {} },
  ...{ joinedOn: date('2025-01-01'), leftOn: null, leave: [], ownHolidays: [], alternateDay: null },
}

/** March 2026 has 22 working days. */
function part(
  value: number,
  effectiveFrom: string,
  version = 1,
  kind: TargetPeriodKind = 'month',
): WeightedPart {
  const period = targetPeriod(kind, date('2026-03-02'), 1)
  return {
    ...{ metricKey: 'calls', period, version, value, effectiveFrom: date(effectiveFrom), until: period.to },
    ...{ teamId: 't', memberId: 'm', byHand: false, monthWeights: null },
  }
}
const said = (parts: WeightedPart[], numbersOf: string, today: string) =>
  dayTargets(parts, [CALLS], () => WEEKDAYS, { date: date(numbersOf), today: date(today) })[0]

describe('the target for the day', () => {
  test('is a working day’s part of the month', () => {
    expect(said([part(220, '2026-03-02')], '2026-03-09', '2026-03-10')).toMatchObject({
      ...{ target: 220, day: 10, from: null },
    })
  })
  test('that was set at noon is none of the day before: the morning’s form says from when on it counts', () => {
    const found = said([part(220, '2026-03-10')], '2026-03-09', '2026-03-10')!
    expect(found).toMatchObject({ target: 220, day: null })
    expect(found.from!.toString()).toBe('2026-03-10')
    // The next morning it is the day's on which it was set.
    expect(said([part(220, '2026-03-10')], '2026-03-10', '2026-03-11')).toMatchObject({ day: 10, from: null })
  })
  test('that was raised at noon is still the old one for the day before, beside the new whole', () => {
    const raised = [part(220, '2026-03-02'), part(440, '2026-03-10', 2)]
    expect(said(raised, '2026-03-09', '2026-03-10')).toMatchObject({ target: 440, day: 10 })
    expect(said(raised, '2026-03-10', '2026-03-11')).toMatchObject({ target: 440, day: 20 })
  })
  test('on the first of the next month is that of the last day of the old one', () => {
    expect(said([part(220, '2026-03-02')], '2026-03-31', '2026-04-01')).toMatchObject({
      target: 220,
      day: 10,
    })
  })
  test('is of the quarter until the month has one', () => {
    // January to March 2026 have 64 working days.
    const both = [part(640, '2026-01-01', 1, 'quarter'), part(220, '2026-03-10')]
    expect(said(both, '2026-03-09', '2026-03-10')).toMatchObject({ target: 640, day: 10, from: null })
  })
  test('of a day off is 0, and of a rate there is none', () => {
    expect(said([part(220, '2026-03-02')], '2026-03-08', '2026-03-09')).toMatchObject({ day: 0 })
    const rate = { ...part(400, '2026-03-02'), metricKey: WIN_RATE.key }
    const [found] = dayTargets([rate], [WIN_RATE], () => WEEKDAYS, {
      ...{ date: date('2026-03-09'), today: date('2026-03-10') },
    })
    expect(found).toMatchObject({ target: 400, day: null, from: null })
  })
})
