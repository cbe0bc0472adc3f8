// One member's day by the clock: when it opens, prompts, closes and ends, what may be filed, and which date is meant.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CheckinState,
  canFile,
  checkinState,
  openDate,
} from '../../../src/checkins/domain/member-day.ts'
import { streakAfter } from '../../../src/checkins/standup/domain/standup.ts'
import { isOpenForEntry } from '../../../src/numbers/domain/entry-day.ts'
import { numbersDate, teamNumbersDate } from '../../../src/numbers/domain/numbers-day.ts'
import type { MemberCalendar } from '../../../src/org/domain/calendar.ts'
import { checkinWindow, localInstant, zoneOf } from '../../../src/org/domain/checkin-window.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const at = (text: string) => Temporal.Instant.from(text)
const RHYTHM = { promptTime: '09:00', closeAfterMinutes: 120, remindBeforeCloseMinutes: 30 }
const CALENDAR: MemberCalendar = {
  workDays: [1, 2, 3, 4, 5],
  alternateDay: null,
  holidayCountry: null,
  holidayRegion: null,
  extraDays: {},
  joinedOn: day('2026-01-05'),
  leftOn: null,
  leave: [],
  ownHolidays: [],
}
/** Tuesday 2026-03-03 in Shanghai, UTC+8. */
const WINDOW = checkinWindow(RHYTHM, 'Asia/Shanghai', day('2026-03-03'), day('2026-03-02'))

describe('localInstant', () => {
  test.each([
    ['an ordinary morning', '2026-03-03', '09:00', 'Asia/Shanghai', '2026-03-03T01:00Z'],
    ['half-hour zone', '2026-03-03', '09:00', 'Asia/Kolkata', '2026-03-03T03:30Z'],
    ['no 02:30: first minute after', '2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:00Z'],
    ['no 02:00: first minute after', '2026-03-08', '02:00', 'America/New_York', '2026-03-08T07:00Z'],
    ['03:00 on that day', '2026-03-08', '03:00', 'America/New_York', '2026-03-08T07:00Z'],
    ['02:30 twice: the earlier', '2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30Z'],
    ['01:30 twice: the earlier', '2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30Z'],
    ['a gap of half an hour', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:30Z'],
    ['no midnight', '2026-04-24', '00:00', 'Africa/Cairo', '2026-04-23T22:00Z'],
  ])('%s', (_, date, time, zone, expected) => {
    expect(localInstant(day(date), time, zone).equals(at(expected))).toBe(true)
  })

  test('is the wall time, or the first instant that is later than it on the clocks', () => {
    const zones = fc.constantFrom('America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Taipei')
    fc.assert(
      fc.property(zones, fc.nat(730), fc.nat(1439), (zone, days, minutes) => {
        const date = day('2026-01-01').add({ days })
        const time = Temporal.PlainTime.from('00:00').add({ minutes }).toString().slice(0, 5)
        const found = localInstant(date, time, zone).toZonedDateTimeISO(zone)
        const wanted = date.toPlainDateTime(time)
        const before = found.subtract({ nanoseconds: 1 }).toPlainDateTime()
        expect(Temporal.PlainDateTime.compare(found.toPlainDateTime(), wanted)).toBeGreaterThanOrEqual(0)
        expect(Temporal.PlainDateTime.compare(before, wanted)).toBeLessThan(0)
      }),
      { numRuns: 500 },
    )
  })
})

test('the zone is the member’s or the team’s', () => {
  expect(zoneOf({ zoneRule: 'member', zone: 'Asia/Taipei' }, 'Europe/Berlin')).toBe('Europe/Berlin')
  expect(zoneOf({ zoneRule: 'team', zone: 'Asia/Taipei' }, 'Europe/Berlin')).toBe('Asia/Taipei')
})

describe('checkinWindow', () => {
  test('opens at 17:00 of the working day before, ends at midnight', () => {
    expect(
      [WINDOW.opensAt, WINDOW.promptAt, WINDOW.remindAt, WINDOW.closeAt, WINDOW.lateUntil].map(String),
    ).toEqual([
      '2026-03-02T09:00:00Z',
      '2026-03-03T01:00:00Z',
      '2026-03-03T02:30:00Z',
      '2026-03-03T03:00:00Z',
      '2026-03-03T16:00:00Z',
    ])
  })

  test('Monday’s opens on Friday; a newcomer’s on the eve', () => {
    const monday = day('2026-03-09')
    const friday = checkinWindow(RHYTHM, 'UTC', monday, day('2026-03-06'))
    expect(friday.opensAt.equals(at('2026-03-06T17:00Z'))).toBe(true)
    expect(checkinWindow(RHYTHM, 'UTC', monday, null).opensAt.equals(at('2026-03-08T17:00Z'))).toBe(true)
  })

  test('a close after midnight moves the end with it', () => {
    const night = checkinWindow({ ...RHYTHM, promptTime: '23:00' }, 'UTC', day('2026-03-03'), null)
    expect(night.closeAt.equals(at('2026-03-04T01:00Z'))).toBe(true)
    expect(night.lateUntil.equals(night.closeAt)).toBe(true)
  })

  test('the time to answer is the same on the day the clocks change', () => {
    const jump = checkinWindow({ ...RHYTHM, promptTime: '01:30' }, 'Europe/Berlin', day('2026-03-29'), null)
    expect(jump.promptAt.until(jump.closeAt).total('minutes')).toBe(120)
    expect(jump.lateUntil.equals(at('2026-03-29T22:00Z'))).toBe(true)
  })
})

describe('checkinState and canFile', () => {
  const BEFORE_OPEN = '2026-03-02T08:59Z'
  const EVENING = '2026-03-02T09:00Z'
  const PROMPT = '2026-03-03T01:00Z'
  const LAST = '2026-03-03T02:59:59Z'
  const CLOSE = '2026-03-03T03:00Z'
  const NIGHT = '2026-03-03T15:59Z'
  const MIDNIGHT = '2026-03-03T16:00Z'

  type Row = [
    string,
    'answered' | 'late' | 'missed' | 'excused' | null,
    boolean,
    string,
    CheckinState,
    object,
  ]
  const on = { ok: true, late: false }
  const late = { ok: true, late: true }
  const no = (reason: string) => ({ ok: false, reason })
  test.each<Row>([
    ['not yet open', null, false, BEFORE_OPEN, 'not-due', no('too-early')],
    ['from the evening before', null, false, EVENING, 'not-due', on],
    ['at the prompt', null, false, PROMPT, 'due', on],
    ['the last second', null, false, LAST, 'due', on],
    ['at the close', null, false, CLOSE, 'missed', late],
    ['missed, on record, still today', 'missed', false, NIGHT, 'missed', late],
    ['at midnight', null, false, MIDNIGHT, 'missed', no('over')],
    ['missed, on record, at midnight', 'missed', false, MIDNIGHT, 'missed', no('over')],
    ['answered the evening before', 'answered', false, EVENING, 'answered', on],
    ['answered, before the close', 'answered', false, LAST, 'answered', on],
    ['answered, after the close', 'answered', false, CLOSE, 'answered', no('closed')],
    ['a late one stays as it is', 'late', false, NIGHT, 'late', no('closed')],
    ['on leave', null, true, PROMPT, 'excused', no('excused')],
    ['on leave, recorded as missed before', 'missed', true, NIGHT, 'excused', no('excused')],
    ['answered, then leave was recorded', 'answered', true, LAST, 'answered', on],
    ['recorded as excused, then the leave was taken back', 'excused', false, PROMPT, 'due', on],
  ])('%s', (_, entry, excused, now, state, filing) => {
    const found = checkinState(entry && { state: entry }, excused, WINDOW, at(now))
    expect(found).toBe(state)
    expect(canFile(found, WINDOW, at(now))).toEqual(filing)
  })
})

describe('openDate', () => {
  const on = (now: string, answered: string[] = [], changes: Partial<MemberCalendar> = {}) =>
    openDate(
      { ...CALENDAR, ...changes },
      RHYTHM,
      'UTC',
      (date) => answered.includes(date.toString()),
      at(now),
    )?.toString() ?? null

  test.each<[string, string, string[], string | null]>([
    ['the morning', '2026-03-03T09:10Z', [], '2026-03-03'],
    ['before the prompt', '2026-03-03T07:00Z', [], '2026-03-03'],
    ['answered, still open for an edit', '2026-03-03T10:00Z', ['2026-03-03'], '2026-03-03'],
    ['missed: today’s comes first, late', '2026-03-03T18:00Z', [], '2026-03-03'],
    ['answered and closed, afternoon', '2026-03-03T16:59Z', ['2026-03-03'], null],
    ['answered, evening: tomorrow’s', '2026-03-03T17:00Z', ['2026-03-03'], '2026-03-04'],
    ['tomorrow’s is answered: edit it', '2026-03-03T20:00Z', ['2026-03-03', '2026-03-04'], '2026-03-04'],
    ['Friday evening: Monday’s', '2026-03-06T17:00Z', ['2026-03-06'], '2026-03-09'],
    ['Sunday: Monday’s', '2026-03-08T10:00Z', [], '2026-03-09'],
  ])('%s', (_, now, answered, expected) => {
    expect(on(now, answered)).toBe(expected)
  })

  test('nothing is open on leave until the evening of the last working day before the return', () => {
    const leave = [{ from: day('2026-03-03'), to: day('2026-03-04'), part: 'whole' as const }]
    expect(on('2026-03-02T16:00Z', ['2026-03-02'], { leave })).toBeNull()
    expect(on('2026-03-03T10:00Z', ['2026-03-02'], { leave })).toBe('2026-03-05')
  })

  test('after the last day there is none', () => {
    expect(on('2026-03-03T18:00Z', ['2026-03-03'], { leftOn: day('2026-03-03') })).toBeNull()
  })

  test('shortly after midnight a standup that closes in the night is still meant', () => {
    const night = { ...RHYTHM, promptTime: '23:00' }
    const found = openDate(CALENDAR, night, 'UTC', () => false, at('2026-03-04T00:30Z'))
    expect(found?.toString()).toBe('2026-03-03')
  })

  test('whatever is open can be filed', () => {
    fc.assert(
      fc.property(fc.nat(14 * 1440), fc.func(fc.boolean()), (minutes, answered) => {
        const now = at('2026-03-02T00:00Z').add({ minutes })
        const date = openDate(CALENDAR, RHYTHM, 'UTC', (one) => answered(one.toString()), now)
        if (!date) return
        const previous = { 1: 3, 7: 2 }[date.dayOfWeek] ?? 1
        const window = checkinWindow(RHYTHM, 'UTC', date, date.subtract({ days: previous }))
        const state = checkinState(
          answered(date.toString()) ? { state: 'answered' } : null,
          false,
          window,
          now,
        )
        expect(canFile(state, window, now).ok).toBe(true)
      }),
    )
  })
})

describe('numbersDate', () => {
  test.each([
    ['previous', '2026-03-03', '2026-03-02'],
    ['previous', '2026-03-09', '2026-03-06'],
    // The day of joining: the newcomer's first standup asks for the working day before it.
    ['previous', '2026-01-05', '2026-01-02'],
    ['same', '2026-03-09', '2026-03-09'],
  ] as const)('%s, %s: %s', (numbersDay, date, expected) => {
    expect(numbersDate({ numbersDay }, CALENDAR, day(date)).toString()).toBe(expected)
  })

  test('after leave it is the last day that was worked; the team’s board goes on', () => {
    const leave = [{ from: day('2026-03-03'), to: day('2026-03-04'), part: 'whole' as const }]
    const settings = { numbersDay: 'previous' } as const
    expect(numbersDate(settings, { ...CALENDAR, leave }, day('2026-03-05')).toString()).toBe('2026-03-02')
    expect(teamNumbersDate(settings, CALENDAR, day('2026-03-05')).toString()).toBe('2026-03-04')
  })
})

test.each([
  [null, false, 1],
  [{ state: 'answered', streakDays: 4 }, false, 5],
  [{ state: 'answered', streakDays: 4 }, true, 0],
  [{ state: 'late', streakDays: 0 }, false, 1],
  [{ state: 'missed', streakDays: 0 }, false, 1],
] as const)('streak after %j, late %s: %i', (previous, late, expected) => {
  expect(streakAfter(previous, late)).toBe(expected)
})

describe('entryOpen', () => {
  const open = (date: string, now: string, changes: Partial<MemberCalendar> = {}, zone = 'UTC') =>
    isOpenForEntry({ numbersDay: 'previous' }, { ...CALENDAR, ...changes }, day(date), zone, at(now))

  test.each<[string, string, string, boolean]>([
    ['today', '2026-03-03', '2026-03-03T08:00Z', true],
    ['tomorrow', '2026-03-04', '2026-03-03T23:59Z', false],
    ['yesterday until midnight', '2026-03-03', '2026-03-04T23:59Z', true],
    ['the day before yesterday', '2026-03-03', '2026-03-05T00:00Z', false],
    ['Friday on Monday', '2026-03-06', '2026-03-09T23:59Z', true],
    ['Friday on Tuesday', '2026-03-06', '2026-03-10T00:00Z', false],
    ['a Saturday on Monday', '2026-03-07', '2026-03-09T12:00Z', true],
    ['the day that the first standup asks for', '2026-01-02', '2026-01-05T23:59Z', true],
    ['that day, after the first standup’s', '2026-01-02', '2026-01-06T00:00Z', false],
    ['a day before that', '2026-01-01', '2026-01-05T12:00Z', false],
  ])('%s', (_, date, now, expected) => {
    expect(open(date, now)).toBe(expected)
  })

  test('who is put in after the close can enter that day’s numbers, whichever day the standup asks for', () => {
    const joining = { ...CALENDAR, joinedOn: day('2026-03-04') }
    const isOpen = (numbersDay: 'previous' | 'same', date: string, now: string) =>
      isOpenForEntry({ numbersDay }, joining, day(date), 'UTC', at(now))
    for (const numbersDay of ['previous', 'same'] as const) {
      expect(isOpen(numbersDay, '2026-03-03', '2026-03-03T14:00Z')).toBe(true)
      expect(isOpen(numbersDay, '2026-03-03', '2026-03-04T23:59Z')).toBe(true)
      expect(isOpen(numbersDay, '2026-03-02', '2026-03-03T14:00Z')).toBe(false)
    }
  })

  test('leave gives more time, by the member’s own clock', () => {
    const leave = [{ from: day('2026-03-04'), to: day('2026-03-05'), part: 'whole' as const }]
    expect(open('2026-03-03', '2026-03-06T23:59Z', { leave })).toBe(true)
    expect(open('2026-03-03', '2026-03-06T23:59Z', { leave }, 'Asia/Shanghai')).toBe(false)
  })

  test('a leaver has one more day for the last one', () => {
    const leftOn = day('2026-03-03')
    expect(open('2026-03-03', '2026-03-04T12:00Z', { leftOn })).toBe(true)
    expect(open('2026-03-03', '2026-03-05T12:00Z', { leftOn })).toBe(false)
    expect(open('2026-03-04', '2026-03-04T12:00Z', { leftOn })).toBe(false)
  })
})
