// A board's week runs from Monday to Sunday and its month by the calendar, whatever the year.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { periodOf } from '../../src/numbers/domain/period.ts'

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
  const period = periodOf(kind, day(date))
  expect([period.kind, period.from.toString(), period.to.toString()]).toEqual([kind, from, to])
})

test('every day of a period has that period, and the next day another', () => {
  const anyDate = fc.integer({ min: 0, max: 40_000 }).map((days) => day('1990-01-01').add({ days }))
  fc.assert(
    fc.property(fc.constantFrom('day' as const, 'week' as const, 'month' as const), anyDate, (kind, date) => {
      const period = periodOf(kind, date)
      const days = period.from.until(period.to).days
      expect(Temporal.PlainDate.compare(period.from, date)).toBeLessThanOrEqual(0)
      expect(Temporal.PlainDate.compare(date, period.to)).toBeLessThanOrEqual(0)
      for (let offset = 0; offset <= days; offset += 1)
        expect(periodOf(kind, period.from.add({ days: offset })).from.equals(period.from)).toBe(true)
      expect(periodOf(kind, period.to.add({ days: 1 })).from.equals(period.to.add({ days: 1 }))).toBe(true)
    }),
  )
})
