// First and last days in a team, and from when a new team's standups run, at the edges of days and zones.
import { expect, test } from 'vitest'
import { currentDates, earliestToday, firstDay, firstStandupDate } from '../../src/org/domain/joining.ts'
import { testSettings } from '../support/settings.ts'

const at = Temporal.Instant.from
const settings = testSettings({ zone: 'Europe/Berlin' })

test.each([
  // Prompt at nine, close at eleven where the member is.
  ['Europe/Berlin', '2026-03-02T07:00:00Z', '2026-03-02'],
  ['Europe/Berlin', '2026-03-02T09:59:59Z', '2026-03-02'],
  ['Europe/Berlin', '2026-03-02T10:00:00Z', '2026-03-03'],
  ['Asia/Shanghai', '2026-03-02T02:59:00Z', '2026-03-02'],
  ['Asia/Shanghai', '2026-03-02T07:00:00Z', '2026-03-03'],
  ['America/Los_Angeles', '2026-03-02T07:00:00Z', '2026-03-02'],
  ['Pacific/Auckland', '2026-03-02T11:00:00Z', '2026-03-03'],
])('who joins in %s at %s starts on %s', (zone, now, day) => {
  expect(firstDay(settings, zone, at(now)).toString()).toBe(day)
})

test('with one time zone for the team the member’s own zone is ignored', () => {
  const team = testSettings({ zone: 'Europe/Berlin', zoneRule: 'team' })
  expect(firstDay(team, 'Asia/Shanghai', at('2026-03-02T07:00:00Z')).toString()).toBe('2026-03-02')
})

test.each([
  [['Europe/Berlin'], '2026-03-02T07:59:59Z', '2026-03-02'],
  [['Europe/Berlin'], '2026-03-02T08:00:00Z', '2026-03-03'],
  [['Asia/Shanghai', 'Europe/Berlin'], '2026-03-02T07:00:00Z', '2026-03-02'],
  [['Asia/Shanghai'], '2026-03-02T07:00:00Z', '2026-03-03'],
  [['America/New_York'], '2026-03-02T08:30:00Z', '2026-03-02'],
  [[], '2026-03-02T07:00:00Z', '2026-03-03'],
])('a team of people in %j set up at %s has its first standup on %s', (zones, now, day) => {
  expect(firstStandupDate(settings, zones, at(now)).toString()).toBe(day)
})

test.each([
  ['2026-03-02T11:00:00Z', ['2026-03-01', '2026-03-02', '2026-03-03']],
  ['2026-03-02T12:00:00Z', ['2026-03-02', '2026-03-03']],
  ['2026-03-02T09:59:00Z', ['2026-03-01', '2026-03-02']],
])('at %s it is today on %j', (now, dates) => {
  expect(currentDates(at(now)).map(String)).toEqual(dates)
  expect(earliestToday(at(now)).toString()).toBe(dates[0])
})
