// What is split sums exactly, over people and over days; what cannot add up is refused; the past is never measured anew.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MemberCalendar } from '../../src/org/domain/calendar.ts'
import { activityNeeded } from '../../src/targets/domain/activity-needed.ts'
import { dayPart, daySharesOf, shareThrough, workDaysOf } from '../../src/targets/domain/day-shares.ts'
import { farReach } from '../../src/targets/domain/reach.ts'
import { splitOverPeople } from '../../src/targets/domain/split-people.ts'
import { splitWhole } from '../../src/targets/domain/split-whole.ts'
import { inForceOn } from '../../src/targets/domain/target.ts'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'

const date = Temporal.PlainDate.from
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0)
const equal = (ids: string[]) => ids.map((memberId) => ({ memberId, weight: 1, present: 1 }))

const whole = fc.integer({ min: 0, max: 1_000_000_000 })
const weights = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 20 })
const day = fc.integer({ min: 0, max: 1095 }).map((days) => date('2025-06-01').add({ days }))
const calendar: fc.Arbitrary<MemberCalendar> = fc
  .record({
    workDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
    holidayCountry: fc.constantFrom(null, 'CN', 'DE', 'TW'),
    joinedOn: day,
    stays: fc.option(fc.integer({ min: 0, max: 400 })),
    leave: fc.array(
      fc.record({
        from: day,
        days: fc.integer({ min: 0, max: 20 }),
        part: fc.constantFrom('whole', 'morning'),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ joinedOn, stays, leave, ...more }) => ({
    ...{ ...more, alternateDay: null, holidayRegion: null, extraDays: {}, ownHolidays: [], joinedOn },
    leftOn: stays === null ? null : joinedOn.add({ days: stays }),
    leave: leave.map(({ from, days, part }) => ({ from, to: from.add({ days }), part: part as 'whole' })),
  }))

describe('over people', () => {
  test('the parts and what is unassigned sum exactly to the whole, for any weights, locks and presence', () => {
    const people = fc.array(
      fc.record({
        ...{
          weight: fc.integer({ min: 0, max: 10_000 }),
          lock: fc.option(fc.integer({ min: 0, max: 9999 })),
        },
        present: fc.constantFrom(1, 1, 0.3, 0.6, 0.5454, 0),
      }),
      { minLength: 1, maxLength: 30 },
    )
    let split = 0
    fc.assert(
      fc.property(whole, people, fc.integer({ min: 0, max: 5000 }), (total, wishes, gone) => {
        const locks = new Map(
          wishes.flatMap(({ lock }, index) => (lock === null ? [] : [[`m${index}`, lock]])),
        )
        const among = wishes.map(({ weight, present }, index) => ({ memberId: `m${index}`, weight, present }))
        const result = splitOverPeople(total, among, locks, gone)
        if (!result.ok) return
        split += 1
        expect(sum(result.parts.map(({ value }) => value)) + result.unassigned + gone).toBe(total)
        expect(result.unassigned).toBeGreaterThanOrEqual(-among.length)
        for (const { memberId, value } of result.parts) {
          expect(value).toBeGreaterThanOrEqual(0)
          if (locks.has(memberId)) expect(value).toBe(locks.get(memberId))
        }
      }),
    )
    expect(split).toBeGreaterThan(20)
  })
  test('each part is the exact share, rounded up or down, and a tree of splits sums at each level', () => {
    fc.assert(
      fc.property(whole, weights, weights, (total, above, below) => {
        const among = (list: number[]) => list.map((weight, index) => ({ id: `x${index}`, weight }))
        const teams = splitWhole(total, among(above))
        if (!teams) return
        expect(sum(teams.values())).toBe(total)
        for (const [id, part] of teams) {
          const exact = (total * above[Number(id.slice(1))]!) / sum(above)
          expect(Math.abs(part - exact)).toBeLessThan(1)
          const reps = splitWhole(part, among(below))
          if (reps) expect(sum(reps.values())).toBe(part)
        }
      }),
    )
  })
  test('the ticks that are left go to the largest remainders, ties to the lower id', () => {
    const among = ['c', 'a', 'b'].map((id) => ({ id, weight: 1 }))
    expect(Object.fromEntries(splitWhole(100, among)!)).toEqual({ a: 34, b: 33, c: 33 })
    const uneven = splitWhole(10, [
      { id: 'a', weight: 35 },
      { id: 'b', weight: 65 },
    ])!
    expect(Object.fromEntries(uneven)).toEqual({ a: 4, b: 6 })
  })
  test('a newcomer’s rest is nobody’s: colleagues get no more for it', () => {
    const people = [...equal(['a', 'b']), { memberId: 'c', weight: 1, present: 0.3 }]
    const split = splitOverPeople(90, people, new Map())
    expect(split).toMatchObject({ ok: true, unassigned: 21 })
    expect(split.ok && split.parts.map(({ value }) => value)).toEqual([30, 30, 9])
  })
  test('parts set by hand stay, and the others share the rest', () => {
    const split = splitOverPeople(100, equal(['a', 'b', 'c']), new Map([['b', 50]]))
    expect(split.ok && split.parts.map(({ value, byHand }) => `${value}${byHand ? '!' : ''}`)).toEqual([
      ...['25', '50!', '25'],
    ])
  })
  test('what cannot add up is refused, with the numbers that clash', () => {
    const refused = (byHand: [string, number][]) => splitOverPeople(100, equal(['a', 'b']), new Map(byHand))
    const clash = { ok: false, reason: 'does-not-add-up', whole: 100 }
    expect(refused([['a', 120]])).toEqual({ ...clash, byHand: 120, open: 1 })
    expect(refused([['a', 100]])).toEqual({ ...clash, byHand: 100, open: 1 })
    expect(
      refused([
        ['a', 50],
        ['b', 40],
      ]),
    ).toEqual({ ...clash, byHand: 90, open: 0 })
    expect(splitOverPeople(100, [{ memberId: 'a', weight: 0, present: 1 }], new Map())).toEqual({
      ...{ ok: false, reason: 'no-weight' },
    })
  })
})

describe('over days', () => {
  const months = fc.option(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 }))
  test('the days sum exactly to the target on any calendar, and days off have none', () => {
    fc.assert(
      fc.property(
        whole,
        calendar,
        day,
        months,
        fc.constantFrom('month', 'quarter'),
        (target, own, on, by, kind) => {
          const period = targetPeriod(kind, on, 1)
          const work = workDaysOf(own, period)
          const shares = daySharesOf(work, period, kind === 'quarter' ? by : null)
          const dates = Array.from({ length: period.from.until(period.to).days + 1 }, (_, days) =>
            period.from.add({ days }),
          )
          const parts = dates.map((one) => dayPart(target, shares, one))
          expect(sum(parts)).toBe(shares.length === 0 ? 0 : target)
          const worked = new Set(work.map((one) => one.date.toString()))
          for (const [index, part] of parts.entries()) {
            expect(part).toBeGreaterThanOrEqual(0)
            if (!worked.has(dates[index]!.toString())) expect(part).toBe(0)
          }
        },
      ),
    )
  })
  test('equal days do not bunch on the first: 10 over 22 days', () => {
    const march = targetPeriod('month', date('2026-03-01'), 1)
    const all = { workDays: [1, 2, 3, 4, 5], alternateDay: null, holidayCountry: null, holidayRegion: null }
    const nothing = { extraDays: {}, ownHolidays: [], leave: [] }
    const own = { ...all, ...nothing, joinedOn: date('2025-01-01'), leftOn: null }
    const work = workDaysOf(own, march)
    const shares = daySharesOf(work, march, null)
    expect(work.map((one) => dayPart(10, shares, one.date)).join('')).toBe('0101010101001010101010')
  })
})

describe('versions', () => {
  test('a later change changes no past score', () => {
    const change = fc.record({ days: fc.integer({ min: 0, max: 60 }), value: whole })
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 90 }),
        (steps, at) => {
          // A version is in force from the day on which it is made.
          const days = steps.map((step) => step.days).sort((one, other) => one - other)
          const start = date('2026-01-01')
          const versions = days.map((on, index) => ({
            ...{ version: index + 1, effectiveFrom: start.add({ days: on }), value: steps[index]!.value },
          }))
          const scored = start.add({ days: at })
          const known = versions.filter(
            ({ effectiveFrom }) => Temporal.PlainDate.compare(effectiveFrom, scored) <= 0,
          )
          expect(inForceOn(versions, scored)).toEqual(inForceOn(known, scored))
          expect(inForceOn(versions, scored)?.version ?? 0).toBe(known.length)
        },
      ),
    )
  })
  test('what was due stays due: a later day never lowers the share', () => {
    fc.assert(
      fc.property(calendar, day, day, (own, one, other) => {
        const period = targetPeriod('month', one, 1)
        const shares = daySharesOf(workDaysOf(own, period), period, null)
        const later = Temporal.PlainDate.compare(one, other) < 0 ? other : one
        expect(shareThrough(shares, later)).toBeGreaterThanOrEqual(shareThrough(shares, one))
      }),
    )
  })
})

describe('what it takes', () => {
  test('is said in calls, by the member’s own yield beside the team’s', () => {
    // €250 a call, own and team: €1,500 a day are 6 calls.
    const team = { result: 200_000, activity: 800 }
    expect(activityNeeded(1500, { result: 50_000, activity: 200 }, { ...team, people: 4 })?.perDay).toBe(6)
    // Nothing of their own yet: the team's yield.
    expect(activityNeeded(1500, { result: 0, activity: 0 }, { ...team, people: 4 })?.perDay).toBe(6)
    // One lucky call of €5,000; the team's 200 at €250 count for a third, 67: (5,000 + 67 × 250) ÷ 68 = €319.85.
    const lucky = activityNeeded(
      1500,
      { result: 5000, activity: 1 },
      { result: 50_000, activity: 200, people: 1 },
    )
    expect(lucky).toMatchObject({ perDay: 5, pull: 67, teamYield: 250 })
    expect(lucky!.yielded).toBeCloseTo(319.85, 2)
  })
  test('is not said where nothing is known', () => {
    expect(activityNeeded(10, { result: 0, activity: 5 }, { result: 0, activity: 5, people: 1 })).toBeNull()
    expect(activityNeeded(10, { result: 0, activity: 0 }, { result: 0, activity: 0, people: 0 })).toBeNull()
  })
})

describe('advice', () => {
  test('names a target that is far beyond the best of the last three periods', () => {
    expect(farReach(140, [80, 100, 90], true)).toEqual({ best: 100, beyond: 0.4 })
    expect(farReach(125, [80, 100, null], true)).toBeNull()
    expect(farReach(60, [80, 100, 90], false)).toEqual({ best: 80, beyond: 0.25 })
    expect(farReach(140, [null, 0, null], true)).toBeNull()
  })
})
