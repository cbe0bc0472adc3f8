// A rule's one range of mute dates is migrated to a list of ranges: a team that had muted a rule is not disturbed after an update.
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { connect, type DatabaseConnection } from '../../../src/core/db/client.ts'
import { migrate } from '../../../src/core/db/migrate.ts'
import { administer, databaseUrl } from '../../support/throw-away-postgres.ts'
import { migrateUpTo } from './earlier-release.ts'

const NAME = `test_mute_ranges_${process.pid}`
const server = inject('postgresUrl')
const url = databaseUrl(server, NAME)
const TEAM = '00000000-0000-4000-8000-000000000001'
const RULES = [
  { signal: 'behind-pace', from: '2026-12-24', to: '2027-01-02' },
  { signal: 'silence', from: null, to: null },
]
let connection: DatabaseConnection

beforeAll(async () => {
  await administer(server, `create database ${NAME}`)
  connection = connect(url, { maxConnections: 2, statementTimeoutMillis: 10_000 })
  await migrateUpTo(connection.db, '0052_done-items')
  for (const { signal, from, to } of RULES)
    await connection.db.execute(sql`
      insert into warning_rules (workspace_id, rule_id, team_id, preset, signal, metric_key, settings, procedure, active, created_at, muted_from, muted_to)
      values ('T1', ${crypto.randomUUID()}, ${TEAM}, ${signal}, ${signal}, '', '{}', '{}', true, now(), ${from}::date, ${to}::date)`)
  await migrate(url)
})
afterAll(async () => {
  await connection.close()
  await administer(server, `drop database ${NAME} with (force)`)
})

test('the range that was set is the first of the list, and a rule without one has an empty list', async () => {
  const rows = await connection.db.execute(sql`select signal, muted from warning_rules order by signal`)
  expect([...rows]).toEqual([
    { signal: 'behind-pace', muted: [{ from: '2026-12-24', to: '2027-01-02' }] },
    { signal: 'silence', muted: [] },
  ])
})
