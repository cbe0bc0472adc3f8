// A database of the release before the rooms, with rows in every table, is migrated: each row is there afterwards, under the new names.
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { eq, getTableColumns, getTableName, is, sql } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { BOT } from '../../../src/app/features.ts'
import { findSnapshot } from '../../../src/boards/db/boards.ts'
import { promptedOn } from '../../../src/checkins/db/checkin-days.ts'
import { loadBlocker } from '../../../src/checkins/standup/db/blockers.ts'
import { planOfTeam } from '../../../src/checkins/standup/db/plan-items.ts'
import { lockedFacts } from '../../../src/checkins/standup/db/standup-facts.ts'
import { entriesUpTo } from '../../../src/checkins/standup/db/standups.ts'
import { connect, type DatabaseConnection } from '../../../src/core/db/client.ts'
import { migrate } from '../../../src/core/db/migrate.ts'
import { metricsOfTeam, roleMetricsOfTeams } from '../../../src/numbers/db/metrics.ts'
import { dayTotals } from '../../../src/numbers/db/totals.ts'
import { trailOf } from '../../../src/numbers/db/trail.ts'
import { extraDaysFrom } from '../../../src/org/db/extra-days.ts'
import { homeTeamOf } from '../../../src/org/db/home-teams.ts'
import { leavesFrom } from '../../../src/org/db/leaves.ts'
import { membersOn } from '../../../src/org/db/members.ts'
import { findPerson, findWorkspace } from '../../../src/org/db/people.ts'
import { settingsOn } from '../../../src/org/db/settings.ts'
import { loadTeam, pausedTeamOfChannel, teamOfChannel } from '../../../src/org/db/teams.ts'
import { claimDueMessages } from '../../../src/outbox/db/claim.ts'
import { messages } from '../../../src/outbox/db/messages.sql.ts'
import { findMessage } from '../../../src/outbox/db/messages.ts'
import { dueItems } from '../../../src/schedule/db/due.sql.ts'
import { claimDueItems as takeDue } from '../../../src/schedule/db/due.ts'
import { administer, databaseUrl } from '../../support/throw-away-postgres.ts'
import { migrateUpTo } from './earlier-release.ts'
import {
  BEN,
  BLOCKER,
  LEAVE,
  LEFT_TEAM,
  PLANNED,
  REGROUPED,
  ROWS,
  type Row,
  SETTINGS,
  TEAM,
  WEI,
} from './release-before-rows.ts'

const NAME = `test_release_before_${process.pid}`
const server = inject('postgresUrl')
const url = databaseUrl(server, NAME)
const ref = { workspaceId: 'T1', teamId: TEAM }
const date = Temporal.PlainDate.from('2026-03-02')
const numbersDate = Temporal.PlainDate.from('2026-02-27')
const now = Temporal.Instant.from('2026-03-02T11:30:00Z')
let connection: DatabaseConnection
/** Of today's schema, by name. */
const tables = new Map<string, PgTable>()
/** Those that the older release made, and did not leave empty. */
let filled: string[]

beforeAll(async () => {
  await administer(server, `create database ${NAME}`)
  connection = connect(url, { maxConnections: 2, statementTimeoutMillis: 10_000 })
  const { db } = connection
  await migrateUpTo(db, '0009_filings')
  for (const [table, rows] of Object.entries(ROWS)) await insert(table, rows)
  await db.execute(sql`
    insert into notices (workspace_id, notice_key, kind, to_channel_id, subject, state, sending_since, created_at)
    values ('T1', 'just being sent', 'board', 'C1', '{}', 'sending', now(), now())`)
  await insert('unqueued_notices', [{ workspace_id: 'T1', notice_key: 'unqueued' }])
  await db.execute(sql`create schema pgboss`)
  await db.execute(sql`create table pgboss.job (id int)`)
  filled = []
  for (const { name } of await db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
  ))
    if ((await db.execute(sql`select from ${sql.identifier(name)} limit 1`)).length > 0) filled.push(name)
  await migrate(url)
  for (const path of globSync('src/**/*.sql.ts'))
    for (const table of Object.values(await import(join(process.cwd(), path))))
      if (is(table, PgTable)) tables.set(getTableName(table), table)
})
afterAll(async () => {
  await connection.close()
  await administer(server, `drop database ${NAME} with (force)`)
})

async function insert(table: string, rows: readonly Row[]): Promise<void> {
  const columns = sql.join(
    Object.keys(rows[0]!).map((name) => sql.identifier(name)),
    sql`, `,
  )
  await connection.db.execute(sql`
    insert into ${sql.identifier(table)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.identifier(table)}, ${JSON.stringify(rows)}::json)`)
}

/** What the migrations made of a row's columns and values, before and after. */
const RENAMED: Readonly<Record<string, string>> = { next_attempt_at: 'look_at', message_key: 'notice_key' }
const NEW = {
  messages: { attempts: 0, claim_id: null, next_attempt_at: null },
  workspaces: { disconnected_at: null, settings: {} },
  teams: { delegate_user_id: null },
  leaves: { kind: 'other' },
  plan_items: { ticked_at: null },
  board_snapshots: { revised_at: null },
} as Readonly<Record<string, Row>>
function expected(table: string, row: Row): Row {
  if (table === 'due_items' && row.kind === 'lapse')
    return { ...row, kind: 'member-close', due_key: String(row.due_key).replace('lapse', 'member-close') }
  if (table === 'standups') return { ...row, first_answered_at: row.answered_at! }
  return table === 'messages' && row.kind === 'trouble' ? { ...row, kind: 'delivery-problem' } : row
}
const isOpen = ({ state }: Row) => state === 'waiting' || state === 'sending'

describe('every row', () => {
  const oldNames = Object.keys(ROWS)
  test('of every table that there was', () => {
    expect(filled.sort()).toEqual([...oldNames, 'unqueued_notices'].sort())
  })

  test.each(oldNames)('of %s', async (oldName) => {
    const name = oldName === 'notices' ? 'messages' : oldName
    const table = tables.get(name)!
    const columns = Object.entries(getTableColumns(table))
    const asToday = (row: Row) =>
      Object.fromEntries(
        columns.map(([key, { name: column }]) => {
          const known = row[RENAMED[column] ?? column] ?? row[column]
          return [key, known === undefined ? NEW[name]?.[column] : known]
        }),
      )
    const rows = await connection.db.select().from(table)
    const found = (JSON.parse(JSON.stringify(rows)) as Row[]).filter(
      // What the migration plans for teams that were there is told by the tests below.
      ({ messageKey, kind }) => messageKey !== 'just being sent' && kind !== 'report-offer',
    )
    const wanted = (REGROUPED[name] ?? ROWS[oldName]!).map((row) => asToday(expected(name, row)))
    // When an open message is due is told by the tests below.
    const ignoring = (row: Row) =>
      name === 'messages' && isOpen(row) ? { ...row, nextAttemptAt: null } : row
    expect(found.map(ignoring).sort(byText)).toEqual(wanted.sort(byText))
  })
})
const byText = (one: Row, other: Row) => textOf(one).localeCompare(textOf(other))
const textOf = (row: Row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => a.localeCompare(b)))

test('today’s functions find the organisation', async () => {
  const { db } = connection
  expect(await findWorkspace(db, 'T1')).toMatchObject({ fiscalYearStartMonth: 4 })
  expect(await findPerson(db, 'T1', 'UWEI')).toMatchObject({ name: '林伟', locale: 'zh-CN' })
  expect(await loadTeam(db, 'T1', TEAM)).toMatchObject({ managerUserId: 'UMIA', parentTeamId: LEFT_TEAM })
  expect(await teamOfChannel(db, 'T1', 'C1')).toMatchObject({ teamId: TEAM })
  expect(await pausedTeamOfChannel(db, 'T1', 'C2')).toMatchObject({ teamId: LEFT_TEAM })
  expect(await settingsOn(db, 'T1', TEAM, date)).toEqual({
    ...{ ...SETTINGS, questions: {}, workingHours: { from: '09:00', to: '18:00' }, alternateDay: null },
    ...{ checkinName: '', okrView: false, wins: 'none', reports: {} },
  })
  expect(await settingsOn(db, 'T1', TEAM, date.add({ days: 1 }))).toMatchObject({ promptTime: '08:00' })
  const members = await membersOn(db, 'T1', TEAM, date)
  expect(members.map(({ memberId, role }) => [memberId, role])).toEqual([
    [BEN, 'hunter'],
    [WEI, 'analyst'],
  ])
  expect(await leavesFrom(db, [{ workspaceId: 'T1', userId: 'UWEI' }], date)).toMatchObject([
    { leaveId: LEAVE, part: 'whole' },
  ])
  expect(await extraDaysFrom(db, ref, date)).toMatchObject([{ kind: 'on' }, { kind: 'off' }])
})

test('who is in several teams has the one as home team that they joined first of those that are not paused', async () => {
  const homeOf = (userId: string) => homeTeamOf(connection.db, { workspaceId: 'T1', userId })
  expect(await homeOf('UBEN')).toBe(TEAM)
  expect(await homeOf('UPAUSED')).toBe(LEFT_TEAM)
  expect(await homeOf('UWEI')).toBe(null)
})

test('today’s functions find numbers and boards', async () => {
  const { db } = connection
  const metrics = await metricsOfTeam(db, 'T1', TEAM)
  expect(metrics.get('own-1')).toMatchObject({ names: { en: 'Demos' }, hardMax: 1e13 })
  expect(metrics.get('calls')).toMatchObject({ decimals: 0, hardMax: 500, higherIsBetter: true })
  expect(metrics.get('rate')).toMatchObject({ kind: 'ratio', numerator: 'own-1', denominator: 'calls' })
  const roles = (await roleMetricsOfTeams(db, [ref])).get(TEAM)
  expect(roles?.hunter?.map(({ key }) => key)).toEqual(['calls'])
  expect(await dayTotals(db, 'T1', BEN, numbersDate)).toMatchObject({ calls: { value: 35 } })
  const day = { ...ref, memberId: BEN, date: numbersDate }
  expect(await trailOf(db, day, 'calls', 9)).toMatchObject([{ reason: 'Forgot five' }, { value: 30 }])
  expect(await findSnapshot(db, { ...ref, period: 'day' }, numbersDate)).toMatchObject({
    rows: { ranked: [{ memberId: BEN, value: 35 }] },
  })
})

test('today’s functions find standups, and go on with them', async () => {
  const { db } = connection
  expect(await entriesUpTo(db, 'T1', BEN, date, 3)).toMatchObject([{ revision: 2, streakDays: 7 }])
  const plan = await planOfTeam(db, 'T1', TEAM, date)
  expect(plan).toMatchObject({ settled: [{ itemId: PLANNED }], planned: [{ carriedFrom: PLANNED }] })
  expect(await loadBlocker(db, 'T1', BLOCKER)).toMatchObject({ state: 'helped', helperUserId: 'UMIA' })
  expect((await promptedOn(db, 'standup', [ref], date)).prompted).toEqual(new Set([BEN]))
  const filer = { workspaceId: 'T1', teamId: TEAM, userId: 'UBEN', date }
  const facts = await db.transaction((tx) => lockedFacts(tx, filer))
  expect(facts?.entry).toMatchObject({ state: 'answered', revision: 2, lastSubmitKey: 'V1' })
})

test('whoever leads a team that is not paused is told of weekly reports once, on a weekday', async () => {
  const found = await connection.db.select().from(dueItems).where(eq(dueItems.kind, 'report-offer'))
  expect(found.map(({ teamId }) => teamId)).toEqual([TEAM])
  expect(found[0]!.date.dayOfWeek).toBeLessThan(6)
  expect(found[0]!.dueAt.toZonedDateTimeISO(String(SETTINGS.zone)).hour).toBe(10)
})

test('what falls due is of kinds that today’s features carry out', async () => {
  const kinds = new Set(ROWS.due_items!.map((row) => String(expected('due_items', row).kind)))
  expect([...kinds].filter((kind) => !BOT.dueKinds.has(kind))).toEqual([])
  const taken = await connection.db.transaction((tx) => takeDue(tx, 'member-close', now, 9))
  expect(taken).toMatchObject([
    { attempts: 3, dueKey: `member-close:${TEAM}:2026-03-02:2026-03-02T10:00:00Z` },
  ])
})

test('each message can be shown by today’s features, so that it can still be edited', async () => {
  const stored = await connection.db.select().from(messages)
  expect(stored.map(({ kind }) => kind).filter((kind) => !BOT.messages.has(kind))).toEqual([])
  const shown = await Promise.all(
    stored
      .filter(({ messageKey }) => messageKey !== 'just being sent')
      .map(async (message) => {
        const facts = await BOT.messages.get(message.kind)!.load(connection.db, message, now)
        return [message.messageKey, facts !== null]
      }),
  )
  expect(shown.filter(([, hasFacts]) => !hasFacts)).toEqual([])
})

test('a message that was not delivered is due; one that an older process is just sending, when its claim has ended', async () => {
  const claims = await claimDueMessages(connection.db, { most: 10, perWorkspace: 10, editsApartMs: 0 })
  expect(claims.map(({ message }) => message.messageKey).sort()).toEqual([
    'in doubt',
    'unqueued',
    'with a job',
  ])
  const inDoubt = claims.find(({ message }) => message.messageKey === 'in doubt')
  expect(inDoubt?.message).toMatchObject({ state: 'sending', sendingSince: expect.anything() })
  const sending = await findMessage(connection.db, { workspaceId: 'T1', messageKey: 'just being sent' })
  const seconds = Temporal.Now.instant().until(sending!.nextAttemptAt!).total('seconds')
  expect(seconds).toBeGreaterThan(5)
  expect(seconds).toBeLessThan(21)
})

test('the tables that the outbox replaced are gone', async () => {
  const left = await connection.db.execute(sql`
    select table_schema, table_name from information_schema.tables
    where table_schema = 'pgboss' or table_name in ('notices', 'unqueued_notices')`)
  expect([...left]).toEqual([])
})
