// Migrations are safe when several replicas start at once, and a second start changes nothing.
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { connect } from '../../../src/core/db/client.ts'
import { migrate } from '../../../src/core/db/migrate.ts'
import { databaseUrl } from '../../support/throw-away-postgres.ts'

const NAME = 'test_migrate'
const url = databaseUrl(inject('postgresUrl'), NAME)
const administer = async (statement: string) => {
  const server = postgres(inject('postgresUrl'), { max: 1 })
  await server.unsafe(statement)
  await server.end()
}

beforeAll(() => administer(`create database ${NAME}`))
afterAll(() => administer(`drop database ${NAME} with (force)`))

test('three replicas migrate an empty database at once', async () => {
  const start = () => migrate(url)
  await Promise.all([start(), start(), start()])
  await start()

  const { db, close } = connect(url, { maxConnections: 1, statementTimeoutMillis: 5000 })
  const applied = await db.execute(
    sql`select hash, count(*)::int as times from drizzle.__drizzle_migrations group by hash`,
  )
  const tables = await db.execute(
    sql`select 1 from information_schema.tables where table_name in ('messages', 'due_items')`,
  )
  await close()
  expect(applied.length).toBeGreaterThan(0)
  expect(applied.every((row) => row.times === 1)).toBe(true)
  expect(tables).toHaveLength(2)
})
