// What a day counts as: by what was known when its numbers were due, whatever is recorded, cancelled or updated afterwards.
import { describe, expect, test } from 'vitest'
import { workingFraction } from '../../src/org/domain/calendar.ts'
import type { DayHistory } from '../../src/org/domain/day-history.ts'
import { memberAt } from '../../src/org/domain/measured-calendar.ts'
import { countingSpan } from '../../src/org/domain/role-spans.ts'
import { testSettings } from '../support/settings.ts'

const date = Temporal.PlainDate.from
const instant = (text: string) =>
  Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Berlin').toInstant()
const SETTINGS = testSettings({ zone: 'Europe/Berlin', holidayCountry: null, holidayRegion: null })
const MARCH = { from: date('2026-03-01'), to: date('2026-03-31') }
const START = instant('2026-01-05T08:00')

const PLAIN: DayHistory = {
  settings: [{ from: date('2026-01-05'), settings: SETTINGS, since: START, until: null }],
  ...{ extraDays: [], leaves: [], ownHolidays: [], formerHolidays: [] },
  states: [{ role: 'hunter', joinedOn: date('2026-01-05'), leftOn: null, since: null, until: null }],
  zones: [{ zone: 'Europe/Berlin', since: null, until: null }],
}
const leave = (from: string, to: string, recorded: string, cancelled?: string) => ({
  ...{ from: date(from), to: date(to), part: 'whole' as const, recordedAt: instant(recorded) },
  cancelledAt: cancelled === undefined ? null : instant(cancelled),
})
const ofWeek = (from: string, workDays: number[], since: string, until?: string) => ({
  ...{ from: date(from), settings: { ...SETTINGS, workDays }, since: instant(since) },
  until: until === undefined ? null : instant(until),
})

interface Case {
  what: string
  history: Partial<DayHistory>
  /** In Berlin. Tuesday 10 March's numbers are due on Wednesday at 11:00. */
  at: string
  day?: string
  fraction: 0 | 0.5 | 1
}

const EARLY = leave('2026-03-10', '2026-03-10', '2026-03-11T10:59')
const LATE = leave('2026-03-10', '2026-03-10', '2026-03-11T11:01')
const TAKEN_BACK = leave('2026-03-10', '2026-03-10', '2026-03-02T09:00', '2026-03-11T11:01')
const OUTING = (since: string, until: string | null) => ({
  ...{ date: '2026-03-10', kind: 'off' as const, since: instant(since) },
  until: until === null ? null : instant(until),
})
/** Until the 16th of March the data had a holiday on the 10th and on the 20th. */
const FORMER = {
  ...{ place: 'DE', year: 2026, until: instant('2026-03-16T12:00'), lastDay: date('2026-03-16') },
  dates: { '2026-03-10': 'holiday', '2026-03-20': 'holiday' } as const,
}
const GERMAN = [{ ...PLAIN.settings[0]!, settings: { ...SETTINGS, holidayCountry: 'DE' } }]

const CASES: readonly Case[] = [
  { what: 'an ordinary day', history: {}, at: '2026-03-20T12:00', fraction: 1 },
  {
    what: 'leave recorded before the numbers were due',
    history: { leaves: [EARLY] },
    at: '2026-03-20T12:00',
    fraction: 0,
  },
  { what: 'leave recorded after that', history: { leaves: [LATE] }, at: '2026-03-20T12:00', fraction: 1 },
  {
    what: 'the same, seen before it was recorded',
    history: { leaves: [LATE] },
    at: '2026-03-11T11:00',
    fraction: 1,
  },
  {
    what: 'leave taken back after the numbers were due',
    history: { leaves: [TAKEN_BACK] },
    at: '2026-03-20T12:00',
    fraction: 0,
  },
  {
    what: 'leave ahead, seen before it was recorded',
    history: { leaves: [EARLY] },
    at: '2026-03-11T10:00',
    fraction: 1,
  },
  {
    ...{
      what: 'leave ahead, known',
      history: { leaves: [leave('2026-03-25', '2026-03-25', '2026-03-11T12:00')] },
    },
    ...{ at: '2026-03-20T12:00', day: '2026-03-25', fraction: 0 },
  },
  {
    what: 'a day off that was set in time',
    history: { extraDays: [OUTING('2026-03-10T20:00', null)] },
    at: '2026-03-20T12:00',
    fraction: 0,
  },
  {
    ...{ what: 'a day off that was taken away afterwards', at: '2026-03-20T12:00', fraction: 0 },
    history: { extraDays: [OUTING('2026-03-02T20:00', '2026-03-12T09:00')] },
  },
  {
    ...{ what: 'a week that changed later', at: '2026-03-20T12:00', fraction: 1 },
    history: { settings: [...PLAIN.settings, ofWeek('2026-03-16', [1, 3, 4, 5], '2026-03-13T09:00')] },
  },
  {
    ...{ what: 'a day by the new week', at: '2026-03-20T12:00', day: '2026-03-17', fraction: 0 },
    history: { settings: [...PLAIN.settings, ofWeek('2026-03-16', [1, 3, 4, 5], '2026-03-13T09:00')] },
  },
  {
    ...{
      what: 'a day ahead, seen before the week was changed',
      at: '2026-03-12T12:00',
      day: '2026-03-17',
      fraction: 1,
    },
    history: { settings: [...PLAIN.settings, ofWeek('2026-03-16', [1, 3, 4, 5], '2026-03-13T09:00')] },
  },
  {
    ...{
      what: 'a day ahead, by a change that was replaced before it came',
      at: '2026-03-13T10:00',
      day: '2026-03-17',
    },
    history: {
      settings: [
        ...PLAIN.settings,
        ofWeek('2026-03-16', [1, 3, 4, 5], '2026-03-13T09:00', '2026-03-13T12:00'),
        ofWeek('2026-03-16', [1, 2, 3, 4], '2026-03-13T12:00'),
      ],
    },
    fraction: 0,
  },
  {
    what: 'a holiday that an update took away afterwards',
    history: { settings: GERMAN, formerHolidays: [FORMER] },
    at: '2026-03-20T12:00',
    fraction: 0,
  },
  {
    ...{
      what: 'a day ahead, which the update made a working day',
      at: '2026-03-18T12:00',
      day: '2026-03-20',
    },
    ...{ history: { settings: GERMAN, formerHolidays: [FORMER] }, fraction: 1 },
  },
  {
    ...{ what: 'a day ahead, seen before the update', at: '2026-03-12T12:00', day: '2026-03-20' },
    ...{ history: { settings: GERMAN, formerHolidays: [FORMER] }, fraction: 0 },
  },
  {
    ...{ what: 'a last day of which nobody was told until it was over', at: '2026-03-20T12:00', fraction: 1 },
    history: {
      states: [
        { ...PLAIN.states[0]!, until: instant('2026-03-11T08:00') },
        { ...PLAIN.states[0]!, leftOn: date('2026-03-10'), since: instant('2026-03-11T08:00') },
      ],
    },
  },
]

describe('a day of a member', () => {
  test.each(CASES)('$what', ({ history, at, day = '2026-03-10', fraction }) => {
    const { calendar } = memberAt({ ...PLAIN, ...history }, MARCH, instant(at))
    expect(workingFraction(calendar, date(day))).toBe(fraction)
  })

  test('counts by the clock of the place where the member was', () => {
    const zones = [
      { zone: 'Asia/Shanghai', since: null, until: instant('2026-03-13T00:00') },
      { zone: 'Europe/Berlin', since: instant('2026-03-13T00:00'), until: null },
    ]
    // In Shanghai the numbers of the 10th were due on the 11th at 4:00 in Berlin: leave at 10:59 came too late.
    const moved = memberAt({ ...PLAIN, zones, leaves: [EARLY] }, MARCH, instant('2026-03-20T12:00'))
    expect([workingFraction(moved.calendar, date('2026-03-10')), moved.zone]).toEqual([1, 'Europe/Berlin'])
  })
})

describe('a change of role', () => {
  const changed = (role: 'hunter' | 'analyst', since: string | null, until: string | null) => ({
    ...{ ...PLAIN.states[0]!, role, since: since === null ? null : instant(since) },
    until: until === null ? null : instant(until),
  })
  const states = [
    changed('hunter', null, '2026-03-16T12:00'),
    changed('analyst', '2026-03-16T12:00', '2026-03-24T09:00'),
    changed('hunter', '2026-03-24T09:00', null),
  ]
  const rolesAt = (at: string) => memberAt({ ...PLAIN, states }, MARCH, instant(at)).roles
  const hunts = (role: string) => role === 'hunter'
  const spanAt = (at: string, setOn: string) => {
    const span = countingSpan(rolesAt(at), hunts, date(setOn))
    return span && [span.from?.toString() ?? null, span.to?.toString() ?? null]
  }
  test('splits the month at its day, which is the new role’s', () => {
    expect(
      rolesAt('2026-03-20T12:00').map(({ role, from, to }) => [role, from?.toString(), to?.toString()]),
    ).toEqual([
      ['hunter', undefined, '2026-03-15'],
      ['analyst', '2026-03-16', undefined],
    ])
    expect(spanAt('2026-03-20T12:00', '2026-03-02')).toEqual([null, '2026-03-15'])
  })
  test('is not known before it is made', () => {
    expect(spanAt('2026-03-16T11:00', '2026-03-02')).toEqual([null, null])
  })
  test('back to the former role goes on with what was set before, or begins with what was set since', () => {
    expect(spanAt('2026-03-25T12:00', '2026-03-02')).toEqual([null, null])
    expect(spanAt('2026-03-25T12:00', '2026-03-24')).toEqual(['2026-03-24', null])
  })
  test('to a role that never counted it leaves nothing', () => {
    expect(countingSpan(rolesAt('2026-03-20T12:00'), () => false, date('2026-03-02'))).toBeNull()
  })
})
