// Leave that is recorded or cancelled afterwards: no closed or answered day opens again, and none is overwritten.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openStandup } from '../../../src/checkins/standup/flows/open-standup.ts'
import { submitStandup } from '../../../src/checkins/standup/flows/submit-standup.ts'
import { metadataOf } from '../../../src/checkins/standup/slack/standup-metadata.ts'
import { dayTotals } from '../../../src/numbers/db/totals.ts'
import { openEntryDates } from '../../../src/numbers/domain/entry-day.ts'
import { logNumbers } from '../../../src/numbers/flows/log-numbers.ts'
import { saveLeaveCancellation } from '../../../src/org/db/leaves.ts'
import type { LeaveOnRecord } from '../../../src/org/domain/calendar.ts'
import { calendarAtCloses } from '../../../src/org/domain/known-in-time.ts'
import { recordLeave } from '../../../src/org/flows/record-leave.ts'
import { testPerson } from '../../support/context.ts'
import { usesDatabase } from '../../support/database.ts'
import { testSettings } from '../../support/settings.ts'
import { day, EMPTY_ANSWER, standupTeam } from './team.ts'

const database = usesDatabase()

const [FRIDAY, MONDAY, TUESDAY] = ['2026-02-27', '2026-03-02', '2026-03-03'] as const

/** On Monday at nine; Ben's standup asks for Friday's numbers and closes at eleven. */
async function mondayTeam() {
  const team = await standupTeam(database.db, { zones: { ben: 'Europe/Berlin' }, now: `${FRIDAY}T12:00:00Z` })
  await team.replan(MONDAY)
  await team.tickAt(`${MONDAY}T08:00:00Z`)
  const ben = team.person('ben')
  const calls = async (date: string) =>
    (await dayTotals(database.db, team.workspaceId, team.memberId('ben'), day(date))).calls?.value ?? null
  const log = async (date: string, value: number) => {
    const { ok } = await logNumbers(team.context, {
      ...{ who: ben, teamId: team.teamId, date: day(date), values: { calls: value }, how: 'set' },
      ...{ source: 'form', sourceKey: crypto.randomUUID() },
    })
    return ok
  }
  const cancel = (at: string, leaveId: string) =>
    saveLeaveCancellation(database.db, team.workspaceId, leaveId, {
      by: 'U-ben',
      at: Temporal.Instant.from(at),
    })
  return { ...team, ben, calls, log, cancel }
}

describe('leave over Monday that is recorded on Tuesday', () => {
  test('after an answer: Tuesday asks for Monday, and Friday keeps its numbers', async () => {
    const team = await mondayTeam()
    expect(await team.submit(team.ben, MONDAY, { numbers: { calls: 12 } })).toEqual({ ok: true })
    for (const at of [`${MONDAY}T10:00:00Z`, `${TUESDAY}T07:00:00Z`]) await team.tickAt(at)
    await team.leave('U-ben', MONDAY)
    expect(await team.submit(team.ben, TUESDAY, { numbers: { calls: 99 } })).toEqual({ ok: true })
    expect([await team.calls(FRIDAY), await team.calls(MONDAY)]).toEqual([12, 99])
    expect(await team.log(FRIDAY, 50)).toBe(false)
    expect(await team.calls(FRIDAY)).toBe(12)
  })

  test('without an answer: Friday stays closed, in the form as in the line', async () => {
    const team = await mondayTeam()
    for (const at of [`${MONDAY}T10:00:00Z`, `${TUESDAY}T07:00:00Z`]) await team.tickAt(at)
    await team.leave('U-ben', MONDAY)
    expect(await team.submit(team.ben, TUESDAY, { numbers: { calls: 99 } })).toEqual({ ok: true })
    expect([await team.calls(FRIDAY), await team.calls(MONDAY)]).toEqual([null, 99])
    expect(await team.log(FRIDAY, 50)).toBe(false)
  })
})

test('leave of the same day, recorded after the answer: the next standup does not ask for the same day again', async () => {
  const team = await mondayTeam()
  await team.submit(team.ben, MONDAY, { numbers: { calls: 12 } })
  await team.tickAt(`${MONDAY}T09:30:00Z`)
  await team.leave('U-ben', MONDAY)
  await team.tickAt(`${TUESDAY}T07:00:00Z`)
  await team.submit(team.ben, TUESDAY, { numbers: { calls: 99 } })
  expect([await team.calls(FRIDAY), await team.calls(MONDAY)]).toEqual([12, 99])
})

test('leave that was known in time leaves Friday open until the next working day, as ever', async () => {
  const team = await mondayTeam()
  await team.leave('U-ben', MONDAY)
  await team.tickAt(`${TUESDAY}T08:00:00Z`)
  expect(await team.submit(team.ben, TUESDAY, { numbers: { calls: 7 } })).toEqual({ ok: true })
  expect(await team.calls(FRIDAY)).toBe(7)
  expect(await team.log(FRIDAY, 8)).toBe(true)
})

test('leave that is cancelled after the answer: the answer can be edited, and its numbers stay of their day', async () => {
  const team = await mondayTeam()
  await team.leave('U-ben', MONDAY)
  const leaveId = await leaveOf(team.workspaceId)
  await team.tickAt(`${TUESDAY}T08:00:00Z`)
  await team.submit(team.ben, TUESDAY, { numbers: { calls: 7 } })
  await team.cancel(`${TUESDAY}T08:30:00Z`, leaveId)
  await team.tickAt(`${TUESDAY}T08:40:00Z`)
  expect(await team.submit(team.ben, TUESDAY, { numbers: { calls: 8 } }, { viewId: 'V2' })).toEqual({
    ok: true,
  })
  expect([await team.calls(FRIDAY), await team.calls(MONDAY)]).toEqual([8, null])
  expect(await team.log(FRIDAY, 9)).toBe(true)
})

test('a form that is open while leave is cancelled is not taken for another day than it showed', async () => {
  const team = await mondayTeam()
  await team.leave('U-ben', MONDAY)
  await team.tickAt(`${TUESDAY}T08:00:00Z`)
  const place = { teamId: team.teamId, date: day(TUESDAY) }
  const opened = await openStandup(team.context, team.ben, place)
  if (!opened.ok) throw new Error(opened.reason)
  expect(String(metadataOf(opened.form, false).numbers)).toBe(FRIDAY)
  await team.cancel(`${TUESDAY}T08:10:00Z`, await leaveOf(team.workspaceId))
  const answer = { ...EMPTY_ANSWER, numbers: { calls: 7 } }
  const submit = (numbersOf: string) =>
    submitStandup(team.context, {
      ...{ who: team.ben, ...place, viewId: 'V1', digest: numbersOf, revision: 0, numbersOf: day(numbersOf) },
      read: () => ({ ok: true, answer }),
    })
  expect(await submit(FRIDAY)).toEqual({ ok: false, reason: 'other-day' })
  expect([await team.calls(FRIDAY), await team.calls(MONDAY)]).toEqual([null, null])
  expect(await submit(MONDAY)).toEqual({ ok: true })
  expect([await team.calls(FRIDAY), await team.calls(MONDAY)]).toEqual([null, 7])
})

test('leave that is cancelled afterwards breaks no streak: nobody was asked on those days', async () => {
  const team = await mondayTeam()
  const streak = async (date: string) => {
    const [row] = await database.db.execute<{ streak_days: number }>(
      `select streak_days from standups where team_id = '${team.teamId}' and date = '${date}'`,
    )
    return row?.streak_days
  }
  await team.submit(team.ben, MONDAY, { numbers: { calls: 1 } })
  await team.tickAt(`${MONDAY}T10:00:00Z`)
  await team.leave('U-ben', TUESDAY)
  await team.tickAt(`${TUESDAY}T10:00:00Z`)
  await team.tickAt('2026-03-04T07:00:00Z')
  await team.cancel('2026-03-04T07:00:00Z', await leaveOf(team.workspaceId))
  await team.tickAt('2026-03-04T08:00:00Z')
  await team.submit(team.ben, '2026-03-04', { numbers: { calls: 1 } })
  expect([await streak(MONDAY), await streak('2026-03-04')]).toEqual([1, 2])
})

test('leave over yesterday takes the name from those without an answer in yesterday’s summary', async () => {
  const team = await mondayTeam()
  await team.tickAt(`${MONDAY}T10:00:00Z`)
  await team.markDelivered()
  await team.tickAt(`${TUESDAY}T07:00:00Z`)
  const summary = `summary:${team.teamId}:${MONDAY}`
  expect(await team.facts(summary)).toMatchObject({ missing: ['ben'], away: [] })
  const before = (await team.message(summary))!.version
  const boss = testPerson(team.workspaceId, 'U-boss')
  const leave = { from: day(MONDAY), to: day(MONDAY), part: 'whole', kind: 'sick' } as const
  expect(await recordLeave(team.context, boss, 'U-ben', leave)).toMatchObject({ ok: true, asked: null })
  expect((await team.message(summary))!.version).toBe(before + 1)
  expect(await team.facts(summary)).toMatchObject({
    ...{ missing: [], away: [{ name: 'ben', reason: 'leave' }] },
    closed: true,
  })
})

async function leaveOf(workspaceId: string): Promise<string> {
  const [row] = await database.db.execute<{ leave_id: string }>(
    `select leave_id from leaves where workspace_id = '${workspaceId}'`,
  )
  return row!.leave_id
}

describe('by the calendar of deadlines', () => {
  const settings = testSettings({})
  const zone = 'Asia/Shanghai'
  const plain = {
    ...{
      workDays: [1, 2, 3, 4, 5],
      holidayCountry: null,
      holidayRegion: null,
      extraDays: {},
      alternateDay: null,
    },
    ...{ joinedOn: day('2025-01-01'), leftOn: null, ownHolidays: [] },
  }
  const calendarOf = (leaveOnRecord: LeaveOnRecord[]) => {
    const leave = leaveOnRecord.filter(({ cancelledAt }) => cancelledAt === null)
    return calendarAtCloses({ ...plain, leave, leaveOnRecord }, settings, zone)
  }

  test.each([
    ['before', '2026-03-01T00:00:00Z', null, '2026-03-02', '2026-03-06'],
    ['before the first close', '2026-03-02T02:59:00Z', null, '2026-03-02', '2026-03-06'],
    ['at the first close', '2026-03-02T03:00:00Z', null, '2026-03-03', '2026-03-06'],
    ['afterwards', '2026-03-06T03:00:00Z', null, null, null],
    [
      'before, cancelled meanwhile',
      '2026-03-01T00:00:00Z',
      '2026-03-04T02:00:00Z',
      '2026-03-02',
      '2026-03-03',
    ],
    [
      'before, cancelled after all',
      '2026-03-01T00:00:00Z',
      '2026-03-09T02:00:00Z',
      '2026-03-02',
      '2026-03-06',
    ],
    ['and cancelled at once', '2026-03-01T00:00:00Z', '2026-03-01T00:01:00Z', null, null],
  ])('leave counts that was recorded %s', (_, recordedAt, cancelledAt, from, to) => {
    const leave = {
      ...{ from: day('2026-03-02'), to: day('2026-03-06'), part: 'whole' as const },
      recordedAt: Temporal.Instant.from(recordedAt),
      cancelledAt: cancelledAt ? Temporal.Instant.from(cancelledAt) : null,
    }
    const counted = calendarOf([leave]).leave.map((one) => [String(one.from), String(one.to)])
    expect(counted).toEqual(from ? [[from, to]] : [])
  })

  test('a day that is closed once stays closed, whatever leave is recorded or cancelled later', () => {
    const START = Temporal.Instant.from('2026-03-02T00:00:00Z')
    const hours = fc.integer({ min: 0, max: 24 * 20 })
    const leaves = fc.array(
      fc.record({
        first: fc.integer({ min: 0, max: 12 }),
        days: fc.integer({ min: 0, max: 6 }),
        at: hours,
        until: fc.option(hours),
      }),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(leaves, hours, hours, (wishes, one, other) => {
        const at = (hour: number) => START.add({ hours: hour })
        const onRecord = wishes.map(
          ({ first, days, at: recorded, until }): LeaveOnRecord => ({
            ...{
              from: day('2026-03-02').add({ days: first }),
              to: day('2026-03-02').add({ days: first + days }),
            },
            ...{ part: 'whole', recordedAt: at(recorded) },
            cancelledAt: until === null ? null : at(recorded + until),
          }),
        )
        const [now, later] = [at(Math.min(one, other)), at(Math.max(one, other))]
        /** What was on record then. */
        const opened = (then: Temporal.Instant) => {
          const known = onRecord
            .filter(({ recordedAt }) => Temporal.Instant.compare(recordedAt, then) <= 0)
            .map((leave) => ({
              ...leave,
              cancelledAt:
                leave.cancelledAt && Temporal.Instant.compare(leave.cancelledAt, then) <= 0
                  ? leave.cancelledAt
                  : null,
            }))
          return openEntryDates(settings, calendarOf(known), zone, then).map(String)
        }
        const today = now.toZonedDateTimeISO(zone).toPlainDate().toString()
        const before = opened(now)
        for (const date of opened(later)) if (date <= today) expect(before).toContain(date)
      }),
    )
  })
})
