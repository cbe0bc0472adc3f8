// A forecast that misses its target is told, and never beside the warning of the pace of the same number.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { dueItems } from '../../src/schedule/db/due.sql.ts'
import { answerWarning } from '../../src/warnings/flows/answer-warning.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { warningTeam } from './warning-team.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterEach(() => database.db.delete(dueItems))
afterAll(() => database.close())

const dated = (month: string, days: readonly number[], calls: number) =>
  Object.fromEntries(days.map((day) => [`2026-${month}-${String(day).padStart(2, '0')}`, calls]))
const FEBRUARY = [2, 3, 4, 5, 6, 9, 10, 11, 12, 13, 16, 17, 18, 19, 20, 23, 24, 25, 26, 27]

/** In February Ben made `before` calls a day, on the first days of March `now`; Eva is well. */
async function march(signals: Parameters<typeof warningTeam>[1], before: number, now: number) {
  const team = await warningTeam(database.db, signals)
  await team.replan('2026-03-02')
  const days = [2, 3, 4, 5, 6, 9, 10, 11, 12, 13]
  await team.calls('eva', { ...dated('02', FEBRUARY, 11), ...dated('03', days, 11) })
  await team.calls('ben', { ...dated('02', FEBRUARY, before), ...dated('03', days, now) })
  return team
}

test('who has made too few calls for weeks is told early what the month comes to; a look again writes nothing', async () => {
  const team = await march({ signals: ['forecast-miss'] }, 5, 5)
  await team.tickAt('2026-03-02T08:00:00Z')
  expect(await team.deliver()).toEqual(['U-ben warning', 'U-boss warning'])
  const [warning] = await team.open()
  expect(warning).toMatchObject({ signal: 'forecast-miss', metricKey: 'calls', episode: { level: 'red' } })
  const { forecast, middle } = warning!.evidence as {
    forecast: { low: number; total: number; high: number }
    middle: number
  }
  expect(forecast.total).toBeCloseTo(110, 0)
  expect(middle).toBeCloseTo(0.5, 1)
  const before = [await team.episodes(), await team.told(), await team.events()]
  await database.db.update(dueItems).set({ state: 'waiting' })
  await team.tickAt('2026-03-02T08:01:00Z')
  expect([await team.episodes(), await team.told(), await team.events()]).toEqual(before)
})

test('pace and forecast of one number never both wait for an answer: the higher one is told', async () => {
  const team = await march({ signals: ['behind-pace', 'forecast-miss'] }, 10, 4)
  await team.mornings('2026-03-02', '2026-03-13')
  const told = (await team.deliver()).filter((line) => line.startsWith('U-boss'))
  expect(told).toContain('U-boss warning')
  const open = await team.open()
  expect(new Set(open.map(({ signal }) => signal))).toEqual(new Set(['behind-pace', 'forecast-miss']))
  expect(open.filter(({ episode }) => episode.state === 'open' && !episode.silenced)).toHaveLength(1)
})

test('once the number has recovered, whoever was told both reads that it is over once', async () => {
  const team = await march({ signals: ['behind-pace', 'forecast-miss'] }, 10, 9)
  await team.calls('ben', dated('03', [9, 10, 11, 12, 13], 1))
  await team.mornings('2026-03-02', '2026-03-13')
  await team.deliver()
  const open = await team.open()
  expect(open.map(({ episode }) => episode.told.includes('U-ben'))).toEqual([true, true])
  expect(open.filter(({ episode }) => episode.silenced)).toHaveLength(1)
  await team.calls('ben', { '2026-03-13': 400 })
  await team.mornings('2026-03-16', '2026-03-16')
  expect(await team.open()).toEqual([])
  const over = (await team.deliver()).filter((line) => line === 'U-ben resolved')
  expect(over).toHaveLength(1)
})

test('a number called no risk is not said again by the other rule', async () => {
  const team = await march({ signals: ['behind-pace', 'forecast-miss'] }, 5, 5)
  await team.mornings('2026-03-02', '2026-03-06')
  const told = await team.told()
  const [front] = (await team.open()).filter(({ episode }) => episode.state === 'open' && !episode.silenced)
  const answer = { kind: 'dismiss', note: 'A big order is coming.' } as const
  expect(await answerWarning(team.context, team.leads[0]!, front!.episodeId, answer)).toEqual({ ok: true })
  await team.mornings('2026-03-09', '2026-03-11')
  const more = (await team.told()).slice(told.length)
  expect(more.filter((line) => !line.endsWith('resolved'))).toEqual([])
})
