// Which of a person's targets a period is measured by: longer ones are left out where shorter ones cover it.
import { expect, test } from 'vitest'
import { partsCovering } from '../../src/targets/domain/parts-on.ts'
import type { TargetPart } from '../../src/targets/domain/target.ts'
import { type TargetPeriodKind, targetPeriod } from '../../src/targets/domain/target-period.ts'

const date = Temporal.PlainDate.from

const part = (kind: TargetPeriodKind, day: string, more: Partial<TargetPart> = {}): TargetPart => {
  const period = targetPeriod(kind, date(day), 1)
  return {
    ...{ teamId: 't', memberId: 'm', metricKey: 'calls', period, version: 1, value: 100, byHand: false },
    ...{ until: period.to, effectiveFrom: period.from, ...more },
  }
}
const MARCH = part('month', '2026-03-01')
const APRIL = part('month', '2026-04-01')
const [Q1, Q2] = [part('quarter', '2026-03-01'), part('quarter', '2026-04-01')]
const YEAR = part('year', '2026-03-01')

const neededFor = (kind: string, from: string, to: string, parts: readonly TargetPart[], on = to) =>
  partsCovering(parts, { kind, from: date(from), to: date(to) }, date(on)).map(
    ({ period }) => `${period.kind} ${period.from}`,
  )

test.each([
  {
    what: 'a month has its own',
    ...{ kind: 'month', from: '2026-03-01', to: '2026-03-31', parts: [YEAR, Q1, MARCH] },
    needed: ['month 2026-03-01'],
  },
  {
    what: 'a quarter has its own',
    ...{ kind: 'quarter', from: '2026-01-01', to: '2026-03-31', parts: [YEAR, Q1, MARCH] },
    needed: ['quarter 2026-01-01'],
  },
  {
    what: 'a week within a month',
    ...{ kind: 'week', from: '2026-03-09', to: '2026-03-15', parts: [YEAR, Q1, MARCH] },
    needed: ['month 2026-03-01'],
  },
  {
    what: 'a week across two months',
    ...{ kind: 'week', from: '2026-03-30', to: '2026-04-05', parts: [YEAR, Q2, Q1, APRIL, MARCH] },
    needed: ['month 2026-04-01', 'month 2026-03-01'],
  },
  {
    what: 'a week of which one month has none',
    ...{ kind: 'week', from: '2026-03-30', to: '2026-04-05', parts: [YEAR, Q2, Q1, MARCH] },
    needed: ['month 2026-03-01', 'quarter 2026-04-01', 'quarter 2026-01-01'],
  },
  {
    what: 'a month without one',
    ...{ kind: 'month', from: '2026-05-01', to: '2026-05-31', parts: [YEAR, Q2] },
    needed: ['quarter 2026-04-01'],
  },
])('$what', ({ kind, from, to, parts, needed }) => {
  expect(neededFor(kind, from, to, parts)).toEqual(needed)
})

test('a day that no shorter one covers is measured by the year', () => {
  expect(neededFor('day', '2026-08-03', '2026-08-03', [YEAR])).toEqual(['year 2026-01-01'])
})

test('a month that is set for later covers nothing yet', () => {
  const later = { ...MARCH, effectiveFrom: date('2026-03-20') }
  expect(neededFor('month', '2026-03-01', '2026-03-31', [later, Q1], '2026-03-16')).toContain(
    'quarter 2026-01-01',
  )
  expect(neededFor('month', '2026-03-01', '2026-03-31', [later, Q1], '2026-03-20')).toEqual([
    'month 2026-03-01',
  ])
})

test('each person and number by itself', () => {
  const other = part('quarter', '2026-03-01', { memberId: 'n' })
  expect(neededFor('month', '2026-03-01', '2026-03-31', [MARCH, Q1, other])).toEqual([
    ...['month 2026-03-01', 'quarter 2026-01-01'],
  ])
})
