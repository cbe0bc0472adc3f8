// What a meeting is made of, where its agenda may stand, its minutes from the thread, and when a measure is looked at again.
import { describe, expect, test } from 'vitest'
import { periodOf } from '../../src/numbers/domain/period.ts'
import { whyPrivate } from '../../src/reviews/domain/agenda.ts'
import { readReference, referenceOf, windowsOf } from '../../src/reviews/domain/measure.ts'
import { MEETINGS, meetingOn } from '../../src/reviews/domain/meeting.ts'
import { isWritable, withCauses, writtenElsewhere } from '../../src/reviews/domain/stored-review.ts'

const date = Temporal.PlainDate.from
const at = (text: string) => Temporal.Instant.from(text)
/** In a form that was opened with that text, while `stored` is what it is now. */
const typed = (text: string, opened: string, stored = opened) => ({
  ...{ text, isTyped: text !== opened, isAsOpened: stored === opened },
})

describe('meetings', () => {
  test('the four look back on a day, a week, a month and a quarter; only the last two are offered and bring measures', () => {
    expect(MEETINGS.map(({ cadence, period, offered }) => [cadence, period, offered])).toEqual([
      ['daily', 'day', false],
      ['weekly', 'week', false],
      ['monthly', 'month', true],
      ['quarterly', 'quarter', true],
    ])
    expect(
      MEETINGS.filter(({ outputs }) => outputs.includes('measure')).map(({ cadence }) => cadence),
    ).toEqual([...['monthly', 'quarterly']])
    expect(meetingOn('year')).toBeNull()
  })

  test('the agenda is private where others read the channel, or where the sums are one person’s and names are not all shown', () => {
    const of = (isExternal: boolean, names: 'all' | 'top' | 'none', people: number) =>
      whyPrivate({ isExternal, names, people })
    expect(of(false, 'none', 2)).toBeNull()
    expect(of(false, 'all', 1)).toBeNull()
    expect(of(false, 'top', 1)).toBe('one-person')
    expect(of(true, 'all', 5)).toBe('external')
  })
})

describe('a review', () => {
  const starts = { week: 1, year: 1 }
  test('is written in until the period after it is over, a quarter as a month', () => {
    const march = periodOf('month', date('2026-03-31'), 1)
    expect(isWritable(march, date('2026-04-30'), starts)).toBe(true)
    expect(isWritable(march, date('2026-05-01'), starts)).toBe(false)
    const first = periodOf('quarter', date('2026-03-31'), 1, 1)
    expect(isWritable(first, date('2026-06-30'), starts)).toBe(true)
    expect(isWritable(first, date('2026-07-01'), starts)).toBe(false)
  })

  test('a cause that stays as it was keeps who wrote it; an empty one is gone', () => {
    const now = at('2026-04-01T09:00:00Z')
    const before = withCauses({}, { calls: typed('The fair', ''), visits: typed('Snow', '') }, 'U1', now)
    const later = { calls: typed('The fair', 'The fair'), visits: typed('', 'Snow') }
    const after = withCauses(before, later, 'U2', now.add({ hours: 1 }))
    expect(after).toEqual({ calls: { text: 'The fair', by: 'U1', at: now.toString() } })
  })

  test('what an older form left alone takes nothing away; what both have written is refused at its field', () => {
    const now = at('2026-04-01T09:00:00Z')
    const stored = withCauses({}, { calls: typed('The fair', '') }, 'U1', now)
    expect(withCauses(stored, { calls: typed('', '', 'The fair') }, 'U2', now)).toEqual(stored)
    expect(writtenElsewhere(stored, { calls: typed('', '', 'The fair'), visits: typed('Snow', '') })).toEqual(
      [],
    )
    expect(writtenElsewhere(stored, { calls: typed('Illness', '', 'The fair') })).toEqual(['calls'])
    // The same press, delivered again.
    expect(writtenElsewhere(stored, { calls: typed('The fair', '', 'The fair') })).toEqual([])
  })
})

describe('a measure', () => {
  test('is compared over whole weeks, at most four, with as many days that end with the day on which it was set', () => {
    const setOn = date('2026-03-13')
    expect(windowsOf(setOn, date('2026-03-19'))).toBeNull()
    expect(windowsOf(setOn, date('2026-03-29'))).toEqual({
      before: { from: date('2026-02-28'), to: setOn },
      ...{ after: { from: date('2026-03-14'), to: date('2026-03-27') }, days: 14 },
    })
    expect(windowsOf(setOn, date('2026-06-30'))!.days).toBe(28)
  })

  test('its reference says team’s period and number, and nothing else is read as one', () => {
    const review = { period: 'month', from: date('2026-03-01') } as const
    const read = (...rest: [metricKey?: string, aimedAt?: string]) =>
      readReference(referenceOf(review, ...rest))
    expect(read('calls', 'UANN')).toEqual({ ...review, metricKey: 'calls', aimedAt: 'UANN' })
    expect(read('calls')).toEqual({ ...review, metricKey: 'calls', aimedAt: null })
    expect(read()).toEqual({ ...review, metricKey: null, aimedAt: null })
    expect(readReference('weekly:2026-03-06:m1')).toBeNull()
  })
})
