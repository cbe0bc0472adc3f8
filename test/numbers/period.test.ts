// A board's week starts after the team's longest rest, and its month is the calendar's, whatever the year.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { periodOf } from '../../src/numbers/domain/period.ts'
import { weekStart } from '../../src/org/domain/calendar.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

test.each([
  ['day', '2026-03-03', '2026-03-03', '2026-03-03'],
  ['week', '2026-03-03', '2026-03-02', '2026-03-08'],
  ['week', '2026-03-02', '2026-03-02', '2026-03-08'],
  ['week', '2026-03-08', '2026-03-02', '2026-03-08'],
  ['week', '2027-01-01', '2026-12-28', '2027-01-03'],
  ['month', '2028-02-29', '2028-02-01', '2028-02-29'],
  ['month', '2026-12-31', '2026-12-01', '2026-12-31'],
] as const)('%s of %s: %s to %s', (kind, date, from, to) => {
  const period = periodOf(kind, day(date), 1)
  expect([period.kind, period.from.toString(), period.to.toString()]).toEqual([kind, from, to])
})

test.each([
  ['quarter', '2026-11-25', 1, '2026-10-01', '2026-12-31'],
  ['quarter', '2026-11-25', 4, '2026-10-01', '2026-12-31'],
  ['quarter', '2026-11-25', 2, '2026-11-01', '2027-01-31'],
  ['quarter', '2028-02-29', 12, '2027-12-01', '2028-02-29'],
  ['year', '2026-11-25', 1, '2026-01-01', '2026-12-31'],
  ['year', '2026-11-25', 4, '2026-04-01', '2027-03-31'],
  ['year', '2026-03-31', 4, '2025-04-01', '2026-03-31'],
  ['year', '2027-03-31', 12, '2026-12-01', '2027-11-30'],
] as const)('%s of %s, where fiscal years start in month %i: %s to %s', (kind, date, starts, from, to) => {
  const period = periodOf(kind, day(date), 1, starts)
  expect([period.kind, period.from.toString(), period.to.toString()]).toEqual([kind, from, to])
})

test('every day of a period has that period, and the next day another', () => {
  const anyDate = fc.integer({ min: 0, max: 40_000 }).map((days) => day('1990-01-01').add({ days }))
  const anyKind = fc.constantFrom('day', 'week', 'month', 'quarter', 'year')
  const anyMonth = fc.integer({ min: 1, max: 12 })
  const anyStart = fc.integer({ min: 1, max: 7 })
  fc.assert(
    fc.property(anyKind, anyDate, anyStart, anyMonth, (kind, date, startsOn, yearStarts) => {
      const of = (other: Temporal.PlainDate) => periodOf(kind, other, startsOn, yearStarts)
      const period = of(date)
      const days = period.from.until(period.to).days
      expect(Temporal.PlainDate.compare(period.from, date)).toBeLessThanOrEqual(0)
      expect(Temporal.PlainDate.compare(date, period.to)).toBeLessThanOrEqual(0)
      for (let offset = 0; offset <= days; offset += 1)
        expect(of(period.from.add({ days: offset })).from.equals(period.from)).toBe(true)
      expect(of(period.to.add({ days: 1 })).from.equals(period.to.add({ days: 1 }))).toBe(true)
    }),
  )
})

test.each([
  ['Monday to Friday', [1, 2, 3, 4, 5], 1],
  ['Monday to Saturday', [1, 2, 3, 4, 5, 6], 1],
  ['Sunday to Thursday', [7, 1, 2, 3, 4], 7],
  ['Saturday to Wednesday', [6, 7, 1, 2, 3], 6],
  ['Tuesday to Saturday', [2, 3, 4, 5, 6], 2],
  ['Monday, Tuesday, Thursday, Friday: the weekend is longer than Wednesday', [1, 2, 4, 5], 1],
  ['every day', [1, 2, 3, 4, 5, 6, 7], 1],
  ['Wednesday alone', [3], 3],
  ['Monday and Thursday, two days apart each way but for the weekend', [1, 4], 1],
])('the week of a team that works %s', (_, workDays, startsOn) => {
  expect(weekStart(workDays)).toBe(startsOn)
})

test("the Sunday of a team that works Sunday to Thursday is its week's first day", () => {
  const week = periodOf('week', day('2026-03-01'), weekStart([7, 1, 2, 3, 4]))
  expect(`${week.from} ${week.to}`).toBe('2026-03-01 2026-03-07')
})
