// On which day a member is asked for a weekly report, and who is excused: by when leave was recorded and cancelled.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CheckinKind } from '../../src/checkins/domain/checkin-kind.ts'
import { checkinPlanner } from '../../src/checkins/domain/day-plan.ts'
import { dateInWeek, ownWindow } from '../../src/checkins/domain/own-window.ts'
import { reportKind } from '../../src/checkins/reports/domain/report-kind.ts'
import { STANDUP_KIND } from '../../src/checkins/standup/domain/standup-kind.ts'
import { type LeavePart, lastWorkDay, type MemberCalendar } from '../../src/org/domain/calendar.ts'
import { DEFAULT_REPORT } from '../../src/org/domain/team.ts'
import type { TeamDay } from '../../src/org/domain/team-day.ts'
import { testPerson } from '../support/context.ts'
import { testSettings } from '../support/settings.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
/** Of the week of Monday the 2nd of March 2026, in Berlin. */
const MON = '2026-03-02'
const TUE = '2026-03-03'
const WED = '2026-03-04'
const THU = '2026-03-05'
const FRI = '2026-03-06'
const ZONE = 'Europe/Berlin'
const at = (date: string, time: string) => day(date).toPlainDateTime(time).toZonedDateTime(ZONE).toInstant()

interface Recorded {
  on: string
  to?: string
  part?: LeavePart
  recorded: [string, string]
  cancelled?: [string, string]
}

/** From four to six. */
const SETTINGS = testSettings({
  reports: {
    weekly: DEFAULT_REPORT,
    pipeline: { ...DEFAULT_REPORT, weekday: 3, promptTime: '09:00', closeAfterMinutes: 120 },
  },
})

function calendar(leaves: readonly Recorded[]): MemberCalendar {
  const leaveOnRecord = leaves.map(({ on, to = on, part = 'whole', recorded, cancelled }) => ({
    ...{ from: day(on), to: day(to), part, recordedAt: at(...recorded) },
    cancelledAt: cancelled ? at(...cancelled) : null,
  }))
  return {
    ...{ workDays: [1, 2, 3, 4, 5], alternateDay: null, holidayCountry: null, holidayRegion: null },
    ...{ extraDays: {}, joinedOn: day('2025-01-01'), leftOn: null, ownHolidays: [], leaveOnRecord },
    leave: leaveOnRecord.filter(({ cancelledAt }) => cancelledAt === null),
  }
}

const shown = (leaves: readonly Recorded[], kind: CheckinKind = reportKind('weekly'), date = FRI) => {
  const own = ownWindow(kind, SETTINGS, { calendar: calendar(leaves), zone: ZONE }, day(date))!
  return `${own.asked ? 'asked' : 'excused'} ${own.window.date}`
}

describe('the weekly report of a Friday', () => {
  test.each<[string, Recorded[], string]>([
    ['nobody is off', [], `asked ${FRI}`],
    ['off on Friday, known on Monday', [{ on: FRI, recorded: [MON, '10:00'] }], `asked ${THU}`],
    ['known before Thursday’s reminder', [{ on: FRI, recorded: [THU, '17:29'] }], `asked ${THU}`],
    ['known after it, too late to answer', [{ on: FRI, recorded: [THU, '17:30'] }], `excused ${FRI}`],
    ['known a minute before Thursday’s close', [{ on: FRI, recorded: [THU, '17:59'] }], `excused ${FRI}`],
    ['known when Thursday’s had just closed', [{ on: FRI, recorded: [THU, '18:00'] }], `excused ${FRI}`],
    ['ill on Friday morning', [{ on: FRI, recorded: [FRI, '08:00'] }], `excused ${FRI}`],
    ['“Off today” on the prompt', [{ on: FRI, recorded: [FRI, '16:10'] }], `excused ${FRI}`],
    ['put on record after the close', [{ on: FRI, recorded: [FRI, '20:00'] }], `excused ${FRI}`],
    [
      'the afternoon off, since noon',
      [{ on: FRI, part: 'afternoon', recorded: [FRI, '12:00'] }],
      `excused ${FRI}`,
    ],
    [
      'the afternoon off, known before',
      [{ on: FRI, part: 'afternoon', recorded: [WED, '12:00'] }],
      `asked ${THU}`,
    ],
    ['the morning off', [{ on: FRI, part: 'morning', recorded: [FRI, '08:00'] }], `asked ${FRI}`],
    [
      'asked on Thursday, who is ill then',
      [
        { on: FRI, recorded: [MON, '10:00'] },
        { on: THU, recorded: [THU, '08:00'] },
      ],
      `excused ${THU}`,
    ],
    ['ill from Thursday on', [{ on: THU, to: FRI, recorded: [THU, '08:00'] }], `excused ${FRI}`],
    ['known a day before that', [{ on: THU, to: FRI, recorded: [WED, '12:00'] }], `asked ${WED}`],
    ['ill all week', [{ on: MON, to: FRI, recorded: [MON, '08:00'] }], `excused ${FRI}`],
    [
      'back at work on Friday after all',
      [{ on: FRI, recorded: [MON, '10:00'], cancelled: [FRI, '09:00'] }],
      `asked ${FRI}`,
    ],
    [
      'taken back and put on record again on Friday: Thursday was asked for',
      [
        { on: FRI, recorded: [MON, '10:00'], cancelled: [FRI, '09:00'] },
        { on: FRI, recorded: [FRI, '09:05'] },
      ],
      `asked ${THU}`,
    ],
  ])('%s', (_, leaves, expected) => {
    expect(shown(leaves)).toBe(expected)
  })
})

test('a check-in on Wednesdays is asked later in the week of whoever is off then', () => {
  expect(shown([{ on: WED, recorded: [WED, '09:30'] }], reportKind('pipeline'), WED)).toBe(`asked ${FRI}`)
})

describe('where the whole team has the Friday off', () => {
  test.each<[string, [string, string] | null, Recorded[], string]>([
    ['known for long', null, [], `asked ${THU}`],
    ['set on Wednesday', [WED, '12:00'], [], `asked ${THU}`],
    ['set before Thursday’s reminder', [THU, '17:29'], [], `asked ${THU}`],
    ['set too late on Thursday', [THU, '17:30'], [], `excused ${FRI}`],
    ['set on the day itself', [FRI, '08:00'], [], `excused ${FRI}`],
    ['set after the prompt', [FRI, '16:10'], [], `excused ${FRI}`],
    [
      'set on the day itself, of whoever was to be asked on Thursday',
      [FRI, '08:00'],
      [{ on: FRI, recorded: [MON, '10:00'] }],
      `asked ${THU}`,
    ],
  ])('%s', (_, set, leaves, expected) => {
    const since = set ? { extraDaysSince: { [FRI]: at(...set) } } : {}
    const off = { ...calendar(leaves), extraDays: { [FRI]: 'off' as const }, ...since }
    const own = ownWindow(reportKind('weekly'), SETTINGS, { calendar: off, zone: ZONE }, day(FRI))!
    expect(`${own.asked ? 'asked' : 'excused'} ${own.window.date}`).toBe(expected)
  })
})

test('a check-in without a reminder is open for a day off until its prompt', () => {
  const own = (recorded: string) =>
    ownWindow(
      reportKind('weekly'),
      { ...SETTINGS, reports: { weekly: { ...DEFAULT_REPORT, remindBeforeCloseMinutes: 0 } } },
      { calendar: calendar([{ on: FRI, recorded: [THU, recorded] }]), zone: ZONE },
      day(FRI),
    )!.asked
  expect([own('15:59'), own('16:00')]).toEqual([true, false])
})

test('a daily check-in has no other day', () => {
  expect(shown([{ on: TUE, recorded: [MON, '08:00'] }], STANDUP_KIND, TUE)).toBe(`excused ${TUE}`)
})

describe('in a team that works from Sunday to Thursday', () => {
  const workDays = [1, 2, 3, 4, 7]
  const SUN = '2026-03-01'
  const asked = (weekday: number, date: string, off: string[] = []) => {
    const settings = { ...SETTINGS, workDays, reports: { weekly: { ...DEFAULT_REPORT, weekday } } }
    const leave = off.map((on) => ({ on, recorded: [SUN, '08:00'] as [string, string] }))
    const of = { calendar: { ...calendar(leave), workDays }, zone: ZONE }
    return ownWindow(reportKind('weekly'), settings, of, day(date))!.window.date.toString()
  }

  test('the report of a Friday or Thursday is asked before the week ends, not on the Sunday after', () => {
    expect(asked(5, FRI)).toBe(THU)
    expect(asked(4, THU)).toBe(THU)
    expect(asked(4, THU, [THU])).toBe(WED)
    expect(asked(7, SUN, [SUN])).toBe(THU)
  })

  test('a date of the week lies between that Sunday and Saturday', () => {
    for (const date of [SUN, MON, FRI, '2026-03-07']) expect(`${dateInWeek(day(date), 5, 7)}`).toBe(FRI)
    expect(`${dateInWeek(day('2026-03-08'), 5, 7)}`).toBe('2026-03-13')
    expect(`${dateInWeek(day('2026-03-08'), 5, 1)}`).toBe(FRI)
    expect(lastWorkDay(workDays)).toBe(4)
    expect(lastWorkDay([1, 2, 3, 4, 5, 6])).toBe(6)
  })

  test('the team closes on its own Thursday', () => {
    const settings = { ...SETTINGS, workDays, reports: { weekly: DEFAULT_REPORT } }
    const member = { workspaceId: 'W', teamId: 'T', memberId: 'M', userId: 'M', role: 'hunter' }
    const closes = (date: string) =>
      checkinPlanner(reportKind('weekly'))({
        ...{ date: day(date), settings, calendar: { ...calendar([]), workDays } },
        team: { workspaceId: 'W', teamId: 'T' } as TeamDay['team'],
        members: [
          {
            ...{ member: { ...member, joinedOn: day('2025-01-01'), leftOn: null }, zone: ZONE },
            ...{ person: testPerson('W', 'M'), calendar: { ...calendar([]), workDays } },
          },
        ],
      }).filter(({ dueKey }) => dueKey.includes('close'))
    expect(closes(THU)).toHaveLength(1)
    for (const date of [SUN, FRI, '2026-03-08']) expect(closes(date)).toEqual([])
  })
})

test('nobody is asked on a day that had closed before the leave was on record', () => {
  const days = [MON, TUE, WED, THU, FRI]
  const leaves = fc.array(
    fc.record({
      on: fc.constantFrom(...days),
      recorded: fc.tuple(
        fc.constantFrom(...days),
        fc.constantFrom('08:00', '16:30', '17:45', '18:00', '21:00'),
      ),
    }),
    { maxLength: 5 },
  )
  fc.assert(
    fc.property(leaves, (recorded) => {
      const [word, on] = shown(recorded).split(' ') as [string, string]
      const off = (date: string) => recorded.filter((one) => one.on === date)
      if (word === 'excused') return
      expect(off(on)).toEqual([])
      for (const later of days.filter((date) => date > on)) {
        const first = off(later).map((one) => at(...one.recorded).epochMilliseconds)
        expect(Math.min(...first)).toBeLessThan(at(on, '17:30').epochMilliseconds)
      }
    }),
    { numRuns: 100 },
  )
})
