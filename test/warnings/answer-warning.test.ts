// Taking a warning on, putting it off, calling it no risk: who may, what it stops, and what a late press is told.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { dueItems } from '../../src/schedule/db/due.sql.ts'
import type { Level } from '../../src/warnings/domain/level.ts'
import { answerWarning } from '../../src/warnings/flows/answer-warning.ts'
import { day } from '../checkins/standup/team.ts'
import { typist } from '../numbers/typist.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { warningTeam } from './warning-team.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterEach(() => database.db.delete(dueItems))
afterAll(() => database.close())

const BAD: Record<'blue' | 'red', number> = { blue: 9, red: 2 }

/** Ben's warning is open since Friday 6 March at nine, and delivered. */
async function warned(level: keyof typeof BAD) {
  const team = await warningTeam(database.db)
  await team.replan('2026-03-02')
  const dates = ['02', '03', '04', '05', '06'].map((date) => `2026-03-${date}`)
  await team.calls('eva', Object.fromEntries(dates.map((date) => [date, 10])))
  await team.calls('ben', Object.fromEntries(dates.map((date) => [date, BAD[level]])))
  await team.mornings('2026-03-02', '2026-03-05')
  await team.tickAt('2026-03-06T08:00:00Z')
  await team.deliver()
  const [warning] = await team.open()
  const people = { ben: team.person('ben'), eva: team.person('eva'), boss: team.leads[0]! }
  const takeOn = (who: keyof typeof people, until = '2026-03-10') =>
    answerWarning(team.context, people[who], warning!.episodeId, {
      ...{ kind: 'acknowledge', action: 'Two more calls a day', until: day(until) },
    })
  return { team, warning: warning!, people, takeOn }
}

test.each<[Level & keyof typeof BAD, string, boolean]>([
  ['blue', 'ben', true],
  ['blue', 'boss', true],
  ['blue', 'eva', false],
  ['red', 'ben', false],
  ['red', 'boss', true],
])('a %s warning is taken on by %s: %s', async (level, who, ok) => {
  const { takeOn } = await warned(level)
  const outcome = await takeOn(who as 'ben')
  expect(outcome).toEqual(ok ? { ok } : { ok, reason: 'not-allowed' })
})

test('1: taken on, also what is queued already stops: the director never gets it, nor the end of it', async () => {
  const { team, takeOn } = await warned('red')
  await team.tickAt('2026-03-06T10:00:00Z')
  expect(await takeOn('boss')).toEqual({ ok: true })
  expect(await team.deliver()).toEqual(['U-ben edit', 'U-boss edit'])
  await team.calls('ben', { '2026-03-06': 100 })
  await team.mornings('2026-03-09', '2026-03-09')
  expect(await team.deliver()).toEqual(['U-ben edit', 'U-ben resolved', 'U-boss edit', 'U-boss resolved'])
})

test('2: on the promised date it comes back if nothing has changed, and the director is told what was planned', async () => {
  const { team, takeOn } = await warned('red')
  expect(await takeOn('boss')).toEqual({ ok: true })
  await team.deliver()
  await team.calls('ben', { '2026-03-09': 2 })
  await team.mornings('2026-03-09', '2026-03-09')
  expect(await team.deliver()).toEqual([])
  await team.tickAt('2026-03-10T08:00:00Z')
  expect(await team.deliver()).toEqual([
    ...['U-ben edit', 'U-boss edit', 'U-boss promise-broken', 'U-director warning'],
  ])
})

test('the second to take it on is told who already has, and a date too far ahead until when', async () => {
  const { takeOn } = await warned('red')
  expect(await takeOn('boss', '2026-03-23')).toMatchObject({
    ok: false,
    reason: 'date',
    last: day('2026-03-20'),
  })
  expect(await takeOn('boss', '2026-03-20')).toEqual({ ok: true })
  expect(await takeOn('boss')).toEqual({ ok: false, reason: 'already-taken', by: 'U-boss' })
})

test('no risk closes it for the month; a press afterwards is told by whom, and changes nothing', async () => {
  const { team, warning, people, takeOn } = await warned('red')
  const dismiss = { kind: 'dismiss', note: 'The order came on paper' } as const
  expect(await answerWarning(team.context, people.boss, warning.episodeId, dismiss)).toEqual({ ok: true })
  expect(await team.deliver()).toEqual(['U-ben edit', 'U-ben resolved', 'U-boss edit'])
  expect(await takeOn('boss')).toMatchObject({ reason: 'already-closed', resolved: { by: 'U-boss' } })
  await team.calls('eva', { '2026-03-09': 10, '2026-03-10': 10 })
  await team.mornings('2026-03-09', '2026-03-11')
  expect(await team.open()).toEqual([])
  expect(await team.deliver()).toEqual([])
})

test('while somebody is on it, it is not put off: the promised date stays; once it is over it can be', async () => {
  const { team, warning, people, takeOn } = await warned('red')
  const typing = typist(team.context, people.boss)
  await typing.command('risks')
  await typing.press('Put off')
  expect(await takeOn('boss')).toEqual({ ok: true })
  const refused = { kind: 'errors', errors: { until: expect.stringContaining('until Tue, Mar 10') } }
  expect(await typing.submit({ Until: '2026-03-09' })).toMatchObject(refused)
  expect(await typing.command('risks')).toContain('Two more calls a day')
  expect(JSON.stringify(typing.replies.at(-1))).not.toContain('warnings.put-off')
  expect((await team.open())[0]).toMatchObject({
    episode: { state: 'acknowledged', acknowledgement: { until: day('2026-03-10') } },
  })
  await team.calls('ben', { '2026-03-09': 2 })
  await team.mornings('2026-03-09', '2026-03-10')
  const snooze = { kind: 'snooze', until: day('2026-03-13') } as const
  expect(await answerWarning(team.context, people.boss, warning.episodeId, snooze)).toEqual({ ok: true })
})

test('put off until the fifth working day, no more is left: the form says so, the button is gone, and the director is told', async () => {
  const { team, warning, people } = await warned('red')
  const typing = typist(team.context, people.boss)
  await typing.command('risks')
  await typing.press('Put off')
  const snooze = { kind: 'snooze', until: day('2026-03-13') } as const
  expect(await answerWarning(team.context, people.boss, warning.episodeId, snooze)).toEqual({ ok: true })
  const days = ['09', '10', '11', '12'].map((date) => `2026-03-${date}`)
  await team.calls('eva', Object.fromEntries(days.map((date) => [date, 10])))
  await team.calls('ben', Object.fromEntries(days.map((date) => [date, 2])))
  await team.mornings('2026-03-09', '2026-03-12')
  await team.tickAt('2026-03-13T08:00:00Z')
  expect(await team.deliver()).toContain('U-boss snooze-over')
  const refused = { errors: { until: expect.stringContaining('5 working days in all') } }
  expect(await typing.submit({ Until: '2026-03-16' })).toMatchObject(refused)
  expect(await typing.command('risks')).toContain('ben')
  expect(JSON.stringify(typing.replies.at(-1))).toContain('warnings.take-on')
  expect(JSON.stringify(typing.replies.at(-1))).not.toContain('warnings.put-off')
  await team.tickAt('2026-03-13T10:00:00Z')
  expect(await team.deliver()).toContain('U-director warning')
})

test('put off, it is quiet until the date', async () => {
  const { team, warning, people } = await warned('red')
  const snooze = { kind: 'snooze', until: day('2026-03-11') } as const
  expect(await answerWarning(team.context, people.boss, warning.episodeId, snooze)).toEqual({ ok: true })
  await team.deliver()
  await team.mornings('2026-03-09', '2026-03-10')
  expect(await team.deliver()).toEqual([])
  await team.tickAt('2026-03-11T08:00:00Z')
  expect(await team.deliver()).toEqual(['U-ben edit', 'U-boss edit', 'U-boss snooze-over'])
})
