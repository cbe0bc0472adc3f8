// The demo's next morning is the next day on which the person's own team works.
import { expect, test } from 'vitest'
import { turnsBetween } from '../../demo/colleagues.ts'
import { nextMorning } from '../../demo/team-calendar.ts'
import { reportsBetween } from '../../demo/weekly-reports.ts'

test.each([
  ['an ordinary evening', 'U0JONAS', '2026-11-17T18:00+01:00', '2026-11-18T09:00+01:00'],
  ['before nine it is today', 'U0JONAS', '2026-11-17T08:59+01:00', '2026-11-17T09:00+01:00'],
  ['at nine it is tomorrow', 'U0JONAS', '2026-11-17T09:00+01:00', '2026-11-18T09:00+01:00'],
  ['in a zone of their own', 'U0TESSA', '2026-11-17T09:30+00:00', '2026-11-18T09:00+00:00'],
  ['after Friday comes Monday', 'U0JONAS', '2026-11-20T16:00+01:00', '2026-11-23T09:00+01:00'],
  ['Christmas and a weekend are skipped', 'U0JONAS', '2026-12-24T18:00+01:00', '2026-12-28T09:00+01:00'],
  ['New Year', 'U0GRACE', '2026-12-31T12:00+01:00', '2027-01-04T09:00+01:00'],
  ['China works on Christmas', 'U0CHEN', '2026-12-24T18:00+08:00', '2026-12-25T09:00+08:00'],
  ['China works on an adjusted Saturday', 'U0LIU', '2026-10-09T18:00+08:00', '2026-10-10T09:00+08:00'],
  ['China’s Golden Week', 'U0LIU', '2026-09-30T18:00+08:00', '2026-10-08T09:00+08:00'],
  ['somebody whom the demo does not know', 'U0NEW', '2026-11-20T16:00+01:00', '2026-11-23T09:00+01:00'],
])('%s', (_, who, now, morning) => {
  expect(nextMorning(who, Temporal.Instant.from(now)).toString()).toBe(
    Temporal.Instant.from(morning).toString(),
  )
})

const turns = (from: string, to: string) =>
  turnsBetween(Temporal.Instant.from(from), Temporal.Instant.from(to))

test('colleagues answer on working days only, within the time in which the standup is open', () => {
  const two = turns('2026-11-19T12:00Z', '2026-11-23T12:00Z')
  expect(new Set(two.map(({ date }) => date.toString()))).toEqual(new Set(['2026-11-20', '2026-11-23']))
  for (const { at, members } of two)
    for (const { rep } of members) {
      const { hour } = at.toZonedDateTimeISO(rep.zone)
      expect([9, 10]).toContain(hour)
    }
})

test('on the demo’s day everybody answers, also those whose time is over when the visitor comes', () => {
  const names = turns('2026-11-17T09:05Z', '2026-11-17T17:00Z').flatMap(({ members }) =>
    members.map(({ rep }) => rep.name),
  )
  expect(names.sort()).toEqual(['Aylin Demir', 'Darius Cole', 'Jonas Brandt', 'Oskar Nowak', 'Tessa Moore'])
})

test('nobody answers after the close', () => {
  expect(turns('2026-11-17T11:30Z', '2026-11-17T20:00Z')).toEqual([])
})

test('a weekly report is filed on Fridays between its prompt and its close; two forget it on the first one', () => {
  const week = (from: string, to: string) =>
    reportsBetween(Temporal.Instant.from(from), Temporal.Instant.from(to))
  const friday = week('2026-11-17T09:05Z', '2026-11-23T12:00Z')
  expect(friday.map(({ member }) => member.rep.userId)).not.toContain('U0AYLIN')
  expect(friday).toHaveLength(7)
  for (const { at, date, member } of friday) {
    expect(date.toString()).toBe('2026-11-20')
    expect([16, 17]).toContain(at.toZonedDateTimeISO(member.rep.zone).hour)
  }
  expect(week('2026-11-24T00:00Z', '2026-11-28T00:00Z')).toHaveLength(9)
})
