// Who is asked for a standup: not on a day off, and not in the half of a day that is off.
import { expect, test } from 'vitest'
import { isAsked } from '../../src/org/domain/asked.ts'
import type { Leave, LeavePart } from '../../src/org/domain/calendar.ts'
import { checkinWindow } from '../../src/org/domain/checkin-window.ts'

const DATE = Temporal.PlainDate.from('2026-03-03')
const ZONE = 'Asia/Shanghai'
const leave = (...parts: LeavePart[]): Leave[] => parts.map((part) => ({ from: DATE, to: DATE, part }))

function asked(parts: readonly LeavePart[], promptTime: string, closeAfterMinutes: number, date = DATE) {
  const rhythm = { promptTime, closeAfterMinutes, remindBeforeCloseMinutes: 30 }
  const calendar = {
    ...{
      workDays: [1, 2, 3, 4, 5],
      alternateDay: null,
      holidayCountry: null,
      holidayRegion: null,
      extraDays: {},
    },
    ...{ joinedOn: DATE.subtract({ years: 1 }), leftOn: null, leave: leave(...parts), ownHolidays: [] },
  }
  return isAsked(calendar, checkinWindow(rhythm, ZONE, date, null), ZONE)
}

test.each<[string, LeavePart[], string, number, boolean]>([
  ['no leave', [], '09:00', 120, true],
  ['the whole day', ['whole'], '09:00', 120, false],
  ['the morning, closed in the morning', ['morning'], '09:00', 120, false],
  ['the morning, closed at one', ['morning'], '09:00', 240, false],
  ['the morning, open after one', ['morning'], '09:00', 241, true],
  ['the morning, asked in the afternoon', ['morning'], '14:00', 60, true],
  ['the afternoon, asked in the morning', ['afternoon'], '09:00', 120, true],
  ['the afternoon, asked shortly before', ['afternoon'], '12:59', 120, true],
  ['the afternoon, asked at one', ['afternoon'], '13:00', 120, false],
  ['both halves', ['morning', 'afternoon'], '09:00', 600, false],
])('%s', (_, parts, promptTime, closeAfterMinutes, expected) => {
  expect(asked(parts, promptTime, closeAfterMinutes)).toBe(expected)
})

test('leave of another day does not matter, a Sunday does', () => {
  expect(asked(['morning'], '09:00', 120, DATE.add({ days: 1 }))).toBe(true)
  expect(asked([], '09:00', 120, Temporal.PlainDate.from('2026-03-08'))).toBe(false)
})
