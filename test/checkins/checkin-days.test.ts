// What is recorded of a check-in's day: it stands without the scheduler's rows, is written once, and was filled from them.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { closeOf, promptedOn, recordPrompts } from '../../src/checkins/db/checkin-days.ts'
import { checkinPrompts } from '../../src/checkins/db/checkins.sql.ts'
import { connect, type Database } from '../../src/core/db/client.ts'
import { migrate } from '../../src/core/db/migrate.ts'
import { dueItems } from '../../src/schedule/db/due.sql.ts'
import { usesDatabase } from '../support/database.ts'
import { administer, databaseUrl } from '../support/throw-away-postgres.ts'
import { day, standupTeam } from './standup/team.ts'

const database = usesDatabase()

const DATE = day('2026-03-03')
const ZONES = { ben: 'Europe/Berlin', eva: 'Europe/Berlin' }

describe('a day', () => {
  test('is closed, and who was prompted is missed, though every row of the scheduler is gone', async () => {
    const team = await standupTeam(database.db, { zones: ZONES, now: '2026-03-02T09:00:00Z' })
    await team.replan('2026-03-03')
    await team.tickAt('2026-03-03T08:00:00Z')
    const [ben, eva] = [team.memberId('ben'), team.memberId('eva')]
    await database.db.delete(dueItems).where(sql`kind = 'prompt'`)
    expect((await promptedOn(database.db, 'standup', [team], DATE)).prompted).toEqual(new Set([ben, eva]))
    expect(await closeOf(database.db, 'standup', team, DATE)).toBeNull()
    await team.submit(team.person('ben'), '2026-03-03', {})
    await team.tickAt('2026-03-03T10:00:00Z')
    await database.db.delete(dueItems)
    expect(await closeOf(database.db, 'standup', team, DATE)).not.toBeNull()
    expect(await team.facts(`summary:${team.teamId}:2026-03-03`)).toMatchObject({
      closed: true,
      missing: ['eva'],
    })
  })

  test('of one kind says nothing of another', async () => {
    const team = await standupTeam(database.db, { zones: ZONES, now: '2026-03-02T09:00:00Z' })
    await team.replan('2026-03-03')
    await team.tickAt('2026-03-03T10:00:00Z')
    expect(await closeOf(database.db, 'standup', team, DATE)).not.toBeNull()
    expect(await closeOf(database.db, 'review', team, DATE)).toBeNull()
  })

  test('keeps the time of the first prompt, and a reminder beside it', async () => {
    const team = await standupTeam(database.db, { zones: ZONES, now: '2026-03-02T09:00:00Z' })
    const member = { ...team, memberId: team.memberId('ben'), date: DATE }
    const at = (time: string) => Temporal.Instant.from(`2026-03-03T${time}:00Z`)
    const record = (what: 'prompted_at' | 'reminded_at', time: string) =>
      database.db.transaction((tx) => recordPrompts(tx, 'standup', what, [member], at(time)))
    await record('prompted_at', '08:00')
    await record('prompted_at', '09:00')
    await record('reminded_at', '09:30')
    const rows = await database.db.select().from(checkinPrompts).where(sql`member_id = ${member.memberId}`)
    expect(rows).toMatchObject([{ promptedAt: at('08:00'), remindedAt: at('09:30') }])
  })
})

describe('the migration from the scheduler’s rows', () => {
  const NAME = `test_checkin_days_${process.pid}`
  const server = inject('postgresUrl')
  const url = databaseUrl(server, NAME)
  const [TEAM, BEN, EVA, AMY] = [1, 2, 3, 4].map((n) => `00000000-0000-4000-8000-00000000000${n}`)
  let connection: { db: Database; close(): Promise<void> }

  beforeAll(async () => {
    await administer(server, `create database ${NAME}`)
    connection = connect(url, { maxConnections: 2, statementTimeoutMillis: 10_000 })
    const folder = mkdtempSync(join(tmpdir(), 'pacesetter-migrations-'))
    cpSync(join(import.meta.dirname, '../../migrations'), folder, { recursive: true })
    const path = join(folder, 'meta/_journal.json')
    const journal = JSON.parse(readFileSync(path, 'utf8')) as { entries: { tag: string }[] }
    const first = journal.entries.findIndex(({ tag }) => tag === '0013_checkin_days')
    writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, first) }))
    await applyMigrations(connection.db, { migrationsFolder: folder })
    rmSync(folder, { recursive: true })
    const row = (key: string, kind: string, member: string | null, state: string, date = '2026-03-03') => sql`
      ('T1', ${key}, ${kind}, ${TEAM}::uuid, ${member}::uuid, ${date}::date, '2026-03-03T08:00Z', now(), ${state}, '2026-03-03T08:01Z')`
    await connection.db.execute(sql`
      insert into due_items (workspace_id, due_key, kind, team_id, member_id, date, due_at, next_attempt_at, state, settled_at)
      values ${sql.join(
        [
          row('1', 'prompt', BEN!, 'done'),
          row('2', 'remind', BEN!, 'done'),
          row('3', 'prompt', EVA!, 'missed_too_late'),
          row('4', 'prompt', AMY!, 'waiting'),
          row('5', 'close', null, 'done'),
          row('6', 'close', null, 'waiting', '2026-03-04'),
        ],
        sql`, `,
      )}`)
    await migrate(url)
  })
  afterAll(async () => {
    await connection.close()
    await administer(server, `drop database ${NAME} with (force)`)
  })

  test('whoever was prompted and reminded still is, and nobody else', async () => {
    const ref = { workspaceId: 'T1', teamId: TEAM! }
    expect(await promptedOn(connection.db, 'standup', [ref], DATE)).toEqual({
      prompted: new Set([BEN]),
      reminded: new Set([BEN]),
      snoozed: new Set(),
      nudged: new Set(),
    })
  })

  test('what was closed is closed, what waited is open', async () => {
    const ref = { workspaceId: 'T1', teamId: TEAM! }
    expect(await closeOf(connection.db, 'standup', ref, DATE)).not.toBeNull()
    expect(await closeOf(connection.db, 'standup', ref, day('2026-03-04'))).toBeNull()
  })
})
