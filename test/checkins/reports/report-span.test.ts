// From when to when a report tells: after the member's own day of the one before, up to their own day of this one.
import { expect, test } from 'vitest'
import { reportSpan } from '../../../src/checkins/reports/domain/report-span.ts'
import type { Leave, MemberCalendar } from '../../../src/org/domain/calendar.ts'
import { DEFAULT_REPORT } from '../../../src/org/domain/team.ts'
import { testSettings } from '../../support/settings.ts'

const day = (date: string) => Temporal.PlainDate.from(date)
const ZONE = 'Europe/Berlin'
const at = (date: string, time: string) => day(date).toPlainDateTime(time).toZonedDateTime(ZONE).toInstant()

function calendar(leave: Leave[] = []): MemberCalendar {
  const recordedAt = at('2026-02-01', '10:00')
  return {
    ...{ workDays: [1, 2, 3, 4, 5], alternateDay: null, holidayCountry: null, holidayRegion: null },
    ...{ extraDays: {}, joinedOn: day('2025-01-01'), leftOn: null, ownHolidays: [], leave },
    leaveOnRecord: leave.map((one) => ({ ...one, recordedAt, cancelledAt: null })),
  }
}
const off = (date: string, part: Leave['part'] = 'whole'): Leave => ({ from: day(date), to: day(date), part })

const [LAST, THIS] = ['2026-03-06', '2026-03-13']
const settings = testSettings({ reports: { weekly: DEFAULT_REPORT } })
const filed = (date: string, time: string, on = date) => ({ date: day(on), filedAt: at(date, time) })

function span(before: ReturnType<typeof filed> | null, of: MemberCalendar = calendar(), told = day(THIS)) {
  const of_ = { calendar: of, zone: ZONE }
  const now = at(THIS, '16:30')
  const found = reportSpan('weekly', settings, of_, { told: { date: told, filedAt: null }, before, now })
  const { after, filedBefore, to, until } = found
  return [after, filedBefore?.toZonedDateTimeISO(ZONE).toPlainDateTime() ?? null, to, until].map(String)
}
const NOW = String(at(THIS, '16:30'))

test.each<[string, Parameters<typeof span>, string[]]>([
  ['from Friday to Friday', [filed(LAST, '16:05')], [LAST, '2026-03-06T16:05:00', THIS, NOW]],
  ['without one before: a week', [null], [LAST, 'null', THIS, NOW]],
  [
    'who was asked on Thursday tells all of Friday in the next',
    [filed('2026-03-05', '16:05', LAST), calendar([off(LAST, 'afternoon')])],
    ['2026-03-05', '2026-03-05T16:05:00', THIS, NOW],
  ],
  [
    'what is edited days later told no more than its own day',
    [filed('2026-03-10', '09:00', LAST)],
    [LAST, '2026-03-07T00:00:00', THIS, NOW],
  ],
  [
    'who was away on Friday and the week after tells what came since',
    [filed('2026-02-27', '16:05')],
    ['2026-02-27', '2026-02-27T16:05:00', THIS, NOW],
  ],
])('%s', (_, given, expected) => {
  expect(span(...given)).toEqual(expected)
})

test('a deal of a day before counts as entered too late for a report by when that was filed, even days later, as far back as numbers can be entered', () => {
  const belated = (before: ReturnType<typeof filed> | null) => {
    const of_ = { calendar: calendar(), zone: ZONE }
    const told = { date: day(THIS), filedAt: null }
    const found = reportSpan('weekly', settings, of_, { told, before, now: null }).belated
    return found && [found.since, found.filedAt.toZonedDateTimeISO(ZONE).toPlainDateTime()].map(String)
  }
  expect(belated(filed(LAST, '16:05'))).toEqual(['2026-02-21', '2026-03-06T16:05:00'])
  expect(belated(filed('2026-03-10', '09:00', LAST))).toEqual(['2026-02-25', '2026-03-10T09:00:00'])
  expect(belated(null)).toBeNull()
})
