// Migrations: replicas that start at once, a lock that another process holds, a database shared with another application, few rights.
import { createServer, connect as dial, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { connect } from '../../../src/core/db/client.ts'
import { migrate } from '../../../src/core/db/migrate.ts'
import { eventually } from '../../support/eventually.ts'
import { silentLog } from '../../support/silent-log.ts'
import { administer, databaseUrl } from '../../support/throw-away-postgres.ts'

const NAME = `test_migrate_${process.pid}`
const ROLE = `least_${process.pid}`
const server = inject('postgresUrl')
const url = databaseUrl(server, NAME)

beforeEach(() => administer(server, `create database ${NAME}`))
afterEach(() => administer(server, `drop database ${NAME} with (force)`))

async function ask<Row extends object>(statement: string): Promise<Row[]> {
  const client = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return (await client.unsafe(statement)) as unknown as Row[]
  } finally {
    await client.end()
  }
}
/** As a pooler does, passes on everything but the client's goodbye: the session in Postgres stays. */
async function keepingConnections(to: URL) {
  const GOODBYE = Buffer.from([0x58, 0, 0, 0, 4])
  const sessions: Socket[] = []
  const door = createServer((client) => {
    const session = dial(Number(to.port), to.hostname)
    sessions.push(session)
    client.on('data', (chunk) => {
      const sent = Buffer.from(chunk)
      session.write(sent.subarray(-5).equals(GOODBYE) ? sent.subarray(0, -5) : sent)
    })
    session.on('data', (answer) => void client.write(answer))
    for (const end of [client, session]) end.on('error', () => {})
    client.on('end', () => client.end())
  })
  await new Promise<void>((done) => door.listen(0, '127.0.0.1', done))
  return {
    port: (door.address() as { port: number }).port,
    kept: () => sessions.filter((session) => session.readyState === 'open').length,
    close: () => {
      for (const session of sessions) session.destroy()
      door.close()
    },
  }
}
const tables = () =>
  ask(`select 1 from information_schema.tables where table_name in ('messages', 'due_items')`)

test('three replicas migrate an empty database at once', async () => {
  const start = () => migrate(url)
  await Promise.all([start(), start(), start()])
  const journal = await ask(`select * from pacesetter_migrations.applied order by 1`)
  await start()
  expect(journal.length).toBeGreaterThan(10)
  expect(await ask(`select * from pacesetter_migrations.applied order by 1`)).toEqual(journal)
  expect(await tables()).toHaveLength(2)
})

/** Ten minutes pass at once. */
function fastPace(most = Number.POSITIVE_INFINITY) {
  let elapsed = 0
  const said: [string, number][] = []
  return {
    said,
    log: { ...silentLog, warn: (_: object, line: string) => void said.push([line, elapsed]) },
    pace: {
      elapsedMs: () => elapsed,
      sleep: async (ms: number) => {
        elapsed += ms
        if (elapsed >= most) await sleep(20)
      },
    },
  }
}

test('waiting for the lock of another process is said every 5 s, and given up after 10 minutes with a sentence', async () => {
  const { db, close } = connect(url, { maxConnections: 1, statementTimeoutMillis: 0 })
  await db.execute(sql`select pg_advisory_lock(7225318)`)
  const { said, log, pace } = fastPace()
  await expect(migrate(url, log, pace)).rejects.toThrow(
    /^Another process has held the migration lock for 10 minutes\. End it/,
  )
  expect(said.slice(0, 2)).toEqual(
    [5000, 10_000].map((at) => ['waiting for another process to finish the migration', at]),
  )
  expect(said).toHaveLength(119)
  await close()
}, 120_000)

test('what waited goes on when the other process is done', async () => {
  const { db, close } = connect(url, { maxConnections: 1, statementTimeoutMillis: 0 })
  await db.execute(sql`select pg_advisory_lock(7225318)`)
  const { said, log, pace } = fastPace(6000)
  const waiting = migrate(url, log, pace)
  await eventually(async () => expect(said).toHaveLength(1))
  await close()
  await waiting
  expect(await tables()).toHaveLength(2)
})

test('behind a pooler, which keeps connections open, a second start is not locked out by the first', async () => {
  const pooler = await keepingConnections(new URL(server))
  const through = new URL(url)
  through.port = String(pooler.port)
  await migrate(through.href)
  await migrate(through.href)
  expect(pooler.kept()).toBe(2)
  pooler.close()
})

test('a database shared with another drizzle application gets its tables, and the other journal is left alone', async () => {
  await ask(`create schema drizzle;
    create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint);
    insert into drizzle.__drizzle_migrations (hash, created_at) values ('another', 9999999999999)`)
  await migrate(url)
  expect(await tables()).toHaveLength(2)
  expect(await ask(`select hash from drizzle.__drizzle_migrations`)).toEqual([{ hash: 'another' }])
  expect(await ask(`select 1 from pacesetter_migrations.applied where hash = 'another'`)).toEqual([])
})

test('the journal of an earlier release is carried over: nothing is applied twice', async () => {
  await migrate(url)
  await ask(`create schema drizzle;
    create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint);
    insert into drizzle.__drizzle_migrations (hash, created_at)
      select hash, created_at from pacesetter_migrations.applied order by created_at;
    drop schema pacesetter_migrations cascade`)
  await migrate(url)
  const [counts] = await ask<{ old: string; now: string }>(`select
    (select count(*) from drizzle.__drizzle_migrations) as old, (select count(*) from pacesetter_migrations.applied) as now`)
  expect(counts?.now).toBe(counts?.old)
})

test('after an administrator migrated, a role without CREATE can start', async () => {
  await migrate(url)
  await administer(server, `create role ${ROLE} login password 'x'`)
  try {
    await ask(`revoke create on schema public from public;
      grant usage on schema pacesetter_migrations to ${ROLE};
      grant select on pacesetter_migrations.applied to ${ROLE}`)
    const asRole = new URL(url)
    asRole.username = ROLE
    asRole.password = 'x'
    await migrate(asRole.href)
    await ask(`delete from pacesetter_migrations.applied
      where created_at = (select max(created_at) from pacesetter_migrations.applied)`)
    await expect(migrate(asRole.href)).rejects.toThrow()
  } finally {
    await ask(`drop owned by ${ROLE}`)
    await administer(server, `drop role ${ROLE}`)
  }
})

const journalOfOthers = `create schema if not exists drizzle;
  create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint);
  insert into drizzle.__drizzle_migrations (hash, created_at) values ('another', 9999999999999)`

test('tables of another application under our names are refused with a sentence, and left alone', async () => {
  await ask(`${journalOfOthers}; create table messages (id int); insert into messages values (1)`)
  await expect(migrate(url)).rejects.toThrow(
    /^relation "messages" already exists.*a database of its own, or a schema/,
  )
  expect(await ask('select * from messages')).toEqual([{ id: 1 }])
  expect(await ask(`select 1 from pg_namespace where nspname = 'pacesetter_migrations'`)).toEqual([])
})

test('with a schema of its own the bot shares a database whose tables have our names', async () => {
  await ask(`${journalOfOthers}; create table messages (id int);
    create schema ours; alter database ${NAME} set search_path = ours`)
  await migrate(url)
  await migrate(url)
  expect(
    await ask(
      `select table_schema as home from information_schema.tables where table_name = 'messages' order by 1`,
    ),
  ).toEqual([{ home: 'ours' }, { home: 'public' }])
})

test('whoever does not see the tables, by the search_path, is told which schema to set', async () => {
  await ask(`create schema ours; alter database ${NAME} set search_path = ours`)
  await migrate(url)
  await ask(`alter database ${NAME} set search_path = public`)
  await expect(migrate(url)).rejects.toThrow(/in the schema ours.*set search_path = ours/)
  await ask(`alter database ${NAME} set search_path = nowhere`)
  await expect(migrate(url)).rejects.toThrow(/in the schema ours/)
})

test('an empty database and a search_path that names no schema: told what to set', async () => {
  await ask(`alter database ${NAME} set search_path = nowhere`)
  await expect(migrate(url)).rejects.toThrow(/^The search_path of the role names no schema that exists/)
})
