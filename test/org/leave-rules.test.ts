// When leave can be recorded beside other leave.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Leave, LeavePart } from '../../src/org/domain/calendar.ts'
import { leaveProblem, overlaps } from '../../src/org/domain/leave.ts'
import { LEAVE_KINDS, type LeaveKind } from '../../src/org/domain/leave-kind.ts'

const date = Temporal.PlainDate.from
const TODAY = date('2026-03-02')
const leave = (
  from: string,
  to = from,
  part: LeavePart = 'whole',
  kind: LeaveKind = 'annual',
): Leave & { kind: LeaveKind } => ({
  from: date(from),
  to: date(to),
  part,
  kind,
})

describe('two leaves', () => {
  test.each([
    ['the same day', leave('2026-03-10'), leave('2026-03-10'), true],
    ['touching ends', leave('2026-03-10', '2026-03-12'), leave('2026-03-12', '2026-03-14'), true],
    ['one day after the other', leave('2026-03-10', '2026-03-12'), leave('2026-03-13'), false],
    [
      'two halves',
      leave('2026-03-10', '2026-03-10', 'morning'),
      leave('2026-03-10', '2026-03-10', 'afternoon'),
      false,
    ],
    [
      'the same half',
      leave('2026-03-10', '2026-03-10', 'morning'),
      leave('2026-03-10', '2026-03-10', 'morning'),
      true,
    ],
    [
      'a half of a whole',
      leave('2026-03-09', '2026-03-11'),
      leave('2026-03-10', '2026-03-10', 'afternoon'),
      true,
    ],
  ])('%s', (_, one, other, clash) => {
    expect(overlaps(one, other)).toBe(clash)
  })

  test('overlap regardless of their order, and always with themselves', () => {
    const day = fc.integer({ min: 0, max: 20 }).map((days) => TODAY.add({ days }))
    const any = fc
      .tuple(day, fc.integer({ min: 0, max: 9 }), fc.constantFrom<LeavePart>('whole', 'morning', 'afternoon'))
      .map(([from, days, part]) => ({ from, to: from.add({ days }), part }))
    fc.assert(
      fc.property(any, any, (one, other) => {
        expect(overlaps(one, other)).toBe(overlaps(other, one))
        expect(overlaps(one, one)).toBe(true)
      }),
    )
  })
})

test.each([
  [leave('2026-03-02'), null],
  [leave('2026-03-02', '2027-03-02'), 'overlaps'],
  [leave('2026-03-02', '2027-03-03'), 'too-long'],
  [leave('2026-03-02', '2026-03-01'), 'ends-before-start'],
  [leave('2026-01-30'), null],
  [leave('2026-01-29'), 'too-far-back'],
  [leave('2028-03-02'), null],
  [leave('2028-03-03'), 'too-far-ahead'],
  [leave('2026-04-02'), 'overlaps'],
  [leave('2026-04-02', '2026-04-02', 'whole', 'sick'), 'overlaps'],
  [leave('2026-04-02', '2026-04-02', 'whole', 'travel'), null],
  [leave('2026-04-02', '2026-04-02', 'whole', 'field'), null],
])('%j: %s', (wanted, problem) => {
  expect(leaveProblem(wanted, [leave('2026-04-01', '2026-04-03')], TODAY)).toBe(problem)
})

test('a business trip and field work are refused on the same days, leave on a business trip is not', () => {
  const trip = leave('2026-04-01', '2026-04-03', 'whole', 'travel')
  const onJourney = (kind: LeaveKind) =>
    leaveProblem(leave('2026-04-02', '2026-04-02', 'whole', kind), [trip], TODAY)
  expect(LEAVE_KINDS.map((kind) => [kind, onJourney(kind)])).toEqual([
    ['annual', null],
    ['personal', null],
    ['sick', null],
    ['other', null],
    ['travel', 'overlaps'],
    ['field', 'overlaps'],
  ])
})
