// The migration from the tables that the outbox replaced: everything that was delivered, or still to be delivered, is there afterwards.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Connection, connect } from '../../src/core/db/client.ts'
import { migrate } from '../../src/core/db/migrate.ts'
import { claimDue } from '../../src/outbox/db/claim.ts'
import { findMessage } from '../../src/outbox/db/messages.ts'
import { administer, databaseUrl } from '../support/throw-away-postgres.ts'

const NAME = `test_carried_over_${process.pid}`
const MIGRATIONS = join(import.meta.dirname, '../../migrations')
/** The last one before the outbox. */
const BEFORE = '0010_plain_names'
const server = inject('postgresUrl')
const url = databaseUrl(server, NAME)
let connection: Connection

/** The folder of migrations as it was then. */
function earlierMigrations(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pacesetter-migrations-'))
  cpSync(MIGRATIONS, folder, { recursive: true })
  const path = join(folder, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(path, 'utf8')) as { entries: { tag: string }[] }
  const last = journal.entries.findIndex(({ tag }) => tag === BEFORE)
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, last + 1) }))
  return folder
}

beforeAll(async () => {
  await administer(server, `create database ${NAME}`)
  connection = connect(url, { maxConnections: 2, statementTimeoutMillis: 10_000 })
  const { db } = connection
  const folder = earlierMigrations()
  await applyMigrations(db, { migrationsFolder: folder })
  rmSync(folder, { recursive: true })
  await db.execute(sql`
    insert into notices (workspace_id, notice_key, kind, to_channel_id, subject, version, delivered_version, state,
      sending_since, channel_id, ts, failure, created_at)
    values
      ('T1', 'delivered', 'board', 'C1', '{"period":"day"}', 2, 2, 'delivered', null, 'C1', '1.1', null, now()),
      ('T1', 'unqueued', 'board', 'C1', '{}', 1, 0, 'waiting', null, null, null, null, now()),
      ('T1', 'with a job', 'board', 'C1', '{}', 3, 2, 'waiting', null, 'C1', '1.2', null, now()),
      ('T1', 'in doubt', 'board', 'C1', '{}', 1, 0, 'sending', now() - interval '1 minute', null, null, null, now()),
      ('T1', 'just being sent', 'board', 'C1', '{}', 1, 0, 'sending', now(), null, null, null, now()),
      ('T1', 'dropped', 'board', 'C1', '{}', 1, 0, 'dropped', null, null, null, null, now()),
      ('T1', 'failed', 'trouble', 'C1', '{}', 1, 0, 'failed', null, null, null, 'channel-archived', now())`)
  await db.execute(sql`insert into unqueued_notices (workspace_id, notice_key) values ('T1', 'unqueued')`)
  await db.execute(sql`create schema pgboss`)
  await db.execute(sql`create table pgboss.job (id int)`)
  await migrate(url)
})
afterAll(async () => {
  await connection.close()
  await administer(server, `drop database ${NAME} with (force)`)
})

test('what was not delivered is due, what an older process is just sending only when its claim has ended', async () => {
  const claims = await claimDue(connection.db, { most: 10, perWorkspace: 10 })
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

test('what was delivered, dropped or failed stays as it was, under the new names', async () => {
  const stored = (messageKey: string) => findMessage(connection.db, { workspaceId: 'T1', messageKey })
  expect(await stored('delivered')).toMatchObject({
    ...{ version: 2, deliveredVersion: 2, state: 'delivered', channelId: 'C1', ts: '1.1' },
    ...{ subject: { period: 'day' }, attempts: 0, nextAttemptAt: null },
  })
  expect(await stored('dropped')).toMatchObject({ state: 'dropped', nextAttemptAt: null })
  expect(await stored('failed')).toMatchObject({
    ...{ kind: 'delivery-problem', state: 'failed', failure: 'channel-archived', nextAttemptAt: null },
  })
})

test('the tables that the outbox replaced are gone', async () => {
  const left = await connection.db.execute(sql`
    select table_schema, table_name from information_schema.tables
    where table_schema = 'pgboss' or table_name in ('notices', 'unqueued_notices')`)
  expect([...left]).toEqual([])
})
