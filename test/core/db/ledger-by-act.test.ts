// A ledger with an entry for each metric is migrated to one with a row for each act: nothing of what it tells is lost.
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { connect, type DatabaseConnection } from '../../../src/core/db/client.ts'
import { migrate } from '../../../src/core/db/migrate.ts'
import { actsOfDay, entriesIn, sourceIdOf } from '../../../src/numbers/db/activity.ts'
import { dayTotals } from '../../../src/numbers/db/totals.ts'
import { correctionOf, trailOf } from '../../../src/numbers/db/trail.ts'
import { presetFor } from '../../../src/numbers/domain/presets.ts'
import { addEntries } from '../../../src/numbers/flows/record-activity.ts'
import { administer, databaseUrl } from '../../support/throw-away-postgres.ts'
import { migrateUpTo } from './earlier-release.ts'

const NAME = `test_ledger_by_act_${process.pid}`
const server = inject('postgresUrl')
const url = databaseUrl(server, NAME)
const [TEAM, ANN, BEN] = [1, 2, 3].map((n) => `00000000-0000-4000-8000-00000000000${n}`) as [
  string,
  string,
  string,
]
const date = Temporal.PlainDate.from('2026-03-02')
let connection: DatabaseConnection

interface Entry {
  id: number
  metric: string
  value: number
  key: string
  at: string
  member?: string
  source?: string
  corrects?: number
  reason?: string
  implausible?: boolean
  late?: boolean
}
const idOf = (n: number) => `00000000-0000-4000-8000-0000000001${String(n).padStart(2, '0')}`

const ENTRIES: readonly Entry[] = [
  { id: 1, metric: 'calls', value: 30, key: 'standup:1', at: '08:00:00' },
  { id: 2, metric: 'visits', value: 9, key: 'standup:1', at: '08:00:00', implausible: true },
  { id: 3, metric: 'proposals', value: 0, key: 'standup:1', at: '08:00:00' },
  { id: 4, metric: 'calls', value: 5, key: 'line:1', at: '09:00:00', source: 'command' },
  { id: 5, metric: 'visits', value: 1, key: 'line:1', at: '09:00:00', source: 'command' },
  // An edit changes two numbers, each of which somebody else entered last, and adds a third.
  {
    ...{ id: 6, metric: 'calls', value: -2, key: 'standup:2', at: '10:00:00', late: true },
    ...{ corrects: 4, reason: 'edited' },
  },
  {
    ...{ id: 7, metric: 'proposals', value: 3, key: 'standup:2', at: '10:00:00', late: true },
    ...{ corrects: 3, reason: 'edited' },
  },
  { id: 8, metric: 'leadsConverted', value: 4, key: 'standup:2', at: '10:00:00', late: true },
  // The clock of this replica was behind for one of the two metrics.
  { id: 9, metric: 'calls', value: 1, key: 'line:2', at: '10:00:00.000001', source: 'command' },
  { id: 10, metric: 'visits', value: 1, key: 'line:2', at: '09:30:00', source: 'command' },
  ...['calls', 'visits'].map((metric, place) => ({
    ...{ id: 11 + place, metric, value: -1, key: 'undo:line:2', at: '11:00:00', source: 'undo' },
    ...{ corrects: 9 + place, reason: 'undo' },
  })),
  {
    ...{ id: 13, metric: 'calls', value: 7, key: 'correct:1', at: '12:00:00', source: 'correction' },
    ...{ corrects: 9, reason: 'Two lists' },
  },
  { id: 14, metric: 'calls', value: 99, key: 'standup:ben', at: '08:00:00', member: BEN },
]
const TOTALS = [
  { metric: 'calls', value: 40, late: true, correctedUp: true },
  { metric: 'visits', value: 10, implausible: true },
  { metric: 'proposals', value: 3, late: true },
  { metric: 'leadsConverted', value: 4, late: true },
]

beforeAll(async () => {
  await administer(server, `create database ${NAME}`)
  connection = connect(url, { maxConnections: 2, statementTimeoutMillis: 10_000 })
  const { db } = connection
  await migrateUpTo(db, '0022_joining')
  for (const entry of ENTRIES)
    await db.execute(sql`
      insert into activity (workspace_id, activity_id, team_id, member_id, metric_key, date, value, source, source_key,
        corrects, reason, late, implausible, entered_at, entered_by)
      values ('T1', ${idOf(entry.id)}, ${TEAM}, ${entry.member ?? ANN}, ${entry.metric}, ${date.toString()}, ${entry.value},
        ${entry.source ?? 'standup'}, ${entry.key}, ${entry.corrects ? idOf(entry.corrects) : null}, ${entry.reason ?? null},
        ${entry.late ?? false}, ${entry.implausible ?? false}, ${`${date}T${entry.at}Z`}, 'UANN')`)
  for (const total of TOTALS)
    await db.execute(sql`
      insert into daily_totals (workspace_id, team_id, member_id, metric_key, date, value, late, implausible, corrected_up)
      values ('T1', ${TEAM}, ${ANN}, ${total.metric}, ${date.toString()}, ${total.value}, ${total.late ?? false},
        ${total.implausible ?? false}, ${total.correctedUp ?? false})`)
  await migrate(url)
})
afterAll(async () => {
  await connection.close()
  await administer(server, `drop database ${NAME} with (force)`)
})

const ofAnn = { workspaceId: 'T1', teamId: TEAM, memberId: ANN, date }
const MARKS = { late: false, implausible: false, correctedUp: false }

describe('after the migration', () => {
  test('each entry is there, in the same order for each metric, and refers to the same one as before', async () => {
    const found = entriesIn(await actsOfDay(connection.db, ofAnn))
    const keyOf = (id: number | undefined) => ENTRIES.find((entry) => entry.id === id)?.key
    for (const metric of ['calls', 'visits', 'proposals', 'leadsConverted']) {
      const before = ENTRIES.filter((entry) => entry.metric === metric && entry.member !== BEN)
      expect(found.filter(({ metricKey }) => metricKey === metric)).toEqual(
        before
          .toSorted((one, other) => one.at.localeCompare(other.at))
          .map((entry) => ({
            ...{ sourceId: sourceIdOf(entry.key), metricKey: metric, value: entry.value },
            ...{ isUndo: entry.source === 'undo', late: entry.late ?? false },
            ...{ corrects: entry.corrects ? sourceIdOf(keyOf(entry.corrects)!) : null },
            implausible: entry.implausible ?? false,
          })),
      )
    }
  })

  test('what was entered at once is one row', async () => {
    const acts = await actsOfDay(connection.db, ofAnn)
    const of = (key: string) => acts.filter(({ sourceId }) => sourceId === sourceIdOf(key))
    expect(of('standup:1').map(({ numbers }) => numbers)).toEqual([{ calls: 30, visits: 9, proposals: 0 }])
    expect(of('standup:2')).toMatchObject([
      { numbers: { calls: -2, proposals: 3, leadsConverted: 4 }, part: 1 },
    ])
    expect(of('line:2')).toMatchObject([
      { numbers: { visits: 1 }, part: 1 },
      { numbers: { calls: 1 }, part: 2 },
    ])
  })

  test('totals keep their marks', async () => {
    expect(await dayTotals(connection.db, 'T1', ANN, date)).toEqual({
      calls: { ...MARKS, value: 40, late: true, correctedUp: true },
      visits: { ...MARKS, value: 10, implausible: true },
      proposals: { ...MARKS, value: 3, late: true },
      leadsConverted: { ...MARKS, value: 4, late: true },
    })
  })

  test('the trail and the correction tell the same reasons, and only where there was one', async () => {
    const reasonsOf = async (metric: string) =>
      (await trailOf(connection.db, ofAnn, metric, 9)).map(({ reason }) => reason)
    expect(await reasonsOf('calls')).toEqual(['Two lists', 'undo', null, 'edited', null, null])
    expect(await reasonsOf('leadsConverted')).toEqual([null])
    const correction = { ...ofAnn, sourceKey: 'correct:1', metricKey: 'calls' }
    expect(await correctionOf(connection.db, correction)).toMatchObject({
      correction: { value: 7, reason: 'Two lists' },
      earlier: [30, 5, -2, 1, -1],
    })
  })

  test('a source key from before is still known: the same line again is not counted twice', async () => {
    await connection.db.transaction((tx) =>
      addEntries(tx, {
        ...{
          ...ofAnn,
          values: { calls: 5, visits: 1 },
          metrics: presetFor('hunter', 'EUR'),
          source: 'command',
        },
        ...{ sourceKey: 'line:1', enteredBy: 'UANN', now: Temporal.Instant.from(`${date}T13:00:00Z`) },
        ...{ late: false, implausible: [] },
      }),
    )
    expect(await dayTotals(connection.db, 'T1', ANN, date)).toMatchObject({
      ...{ calls: { value: 40 }, visits: { value: 10 } },
    })
  })
})
