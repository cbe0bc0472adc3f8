// The real process, as `npm start` runs it: refuses a bad environment, waits for the database and Slack, drains when stopped.

import { type ChildProcess, spawn } from 'node:child_process'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { sql } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { freePort } from '../../demo/harness/free-port.ts'
import { startOptions } from '../../demo/harness/node-options.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import { startSandbox } from '../../sandbox/start.ts'
import type { Health } from '../../src/app/health-server.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { eventually } from '../support/eventually.ts'

const SEED = { people: [{ name: 'anna', realName: 'Anna', tz: 'Europe/Berlin', locale: 'en-GB' }] }
const undo: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})

interface Running {
  child: ChildProcess
  output(): string
  exited: Promise<number | null>
  health(): Promise<Partial<Record<keyof Health, unknown>> & { status: number }>
}

async function startProcess(environment: Record<string, string>, ...words: string[]): Promise<Running> {
  const healthPort = await freePort()
  const child = spawn(process.execPath, [...startOptions(), 'src/main.ts', ...words], {
    env: { PATH: process.env.PATH ?? '', HEALTH_PORT: String(healthPort), ...environment },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (output += part))
  const exited = new Promise<number | null>((done) => child.once('exit', done))
  undo.push(async () => {
    child.kill('SIGKILL')
    await exited
  })
  const health = async () => {
    const answer = await fetch(`http://127.0.0.1:${healthPort}/readyz`)
    return { status: answer.status, ...((await answer.json()) as object) }
  }
  return { child, output: () => output, exited, health }
}
async function slack(): Promise<Sandbox> {
  const sandbox = await startSandbox({ seed: SEED })
  undo.push(() => sandbox.stop())
  return sandbox
}
async function database(): Promise<TestDatabase> {
  const fresh = await freshDatabase()
  undo.push(fresh.close)
  return fresh
}
test('a bad environment: one message per problem, and exit', async () => {
  const bot = await startProcess({ LOG_LEVEL: 'loud' })
  expect(await bot.exited).toBe(1)
  expect(bot.output().trim().split('\n')).toEqual([
    expect.stringContaining('SLACK_BOT_TOKEN is missing'),
    expect.stringContaining('LOG_LEVEL must be one of'),
    expect.stringContaining('SLACK_APP_TOKEN is missing'),
  ])
})

test('connects, replies, finishes its work when stopped, and logs no token', async () => {
  const [sandbox, { url }] = [await slack(), await database()]
  const bot = await startProcess({ ...sandbox.env(), DATABASE_URL: url, LOG_LEVEL: 'debug' })
  await sandbox.connected()
  await eventually(async () => expect(await bot.health()).toMatchObject({ status: 200, idle: true }))
  const anna = sandbox.user('anna')
  expect(await anna.command('/kpi', 'hlep')).toMatchObject({ ok: true })
  await anna.dm().waitFor('/kpi')
  expect(sandbox.refused()).toEqual([])
  const from = performance.now()
  bot.child.kill('SIGTERM')
  expect(await bot.exited).toBe(0)
  expect(performance.now() - from).toBeLessThan(10_000)
  expect(bot.output()).toContain('stopped')
  expect(bot.output()).not.toMatch(/xoxb-\w|xapp-\w/)
})

test('Slack down at the start, up, down and up again: it waits, reports it, and reconnects', async () => {
  const [sandbox, { url }] = [await slack(), await database()]
  sandbox.faults.add({ kind: 'server_error', on: 'auth.test', times: 3 })
  sandbox.faults.add({ kind: 'server_error', on: 'apps.connections.open', times: 2 })
  const bot = await startProcess({ ...sandbox.env(), DATABASE_URL: url })
  await eventually(async () =>
    expect(await bot.health()).toMatchObject({ status: 503, database: true, slack: false }),
  )
  await sandbox.connected()
  await eventually(async () => expect(await bot.health()).toMatchObject({ status: 200 }))
  sandbox.faults.add({ kind: 'lost_request', on: 'apps.connections.open', times: 2 })
  sandbox.dropSockets()
  await eventually(async () => expect(await bot.health()).toMatchObject({ status: 503, slack: false }))
  await eventually(async () => expect(await bot.health()).toMatchObject({ status: 200 }), 15_000)
  sandbox.disconnect('refresh_requested')
  await eventually(() => expect(sandbox.connections()).toBe(1), 15_000)
  const anna = sandbox.user('anna')
  await eventually(async () => expect(await anna.command('/kpi', 'help')).toMatchObject({ ok: true }))
})

/** A TCP proxy to the database that can be closed, which drops all connections. */
async function doorTo(url: string) {
  const there = new URL(url)
  const door = new URL(url)
  const port = await freePort()
  door.port = String(port)
  const inside = new Set<Socket>()
  let server: Server | undefined
  const shut = async () => {
    server?.close()
    for (const socket of inside) socket.destroy()
  }
  undo.push(shut)
  const open = async () => {
    server = createServer((visitor) => {
      const host = connect(Number(there.port), there.hostname)
      visitor.pipe(host).pipe(visitor)
      for (const end of [visitor, host]) {
        inside.add(end)
        end.on('error', () => {}).on('close', () => inside.delete(end))
      }
    }).listen(port, '127.0.0.1')
  }
  return { url: door.href, open, shut }
}

test('the database down at the start, up, down and up again', async () => {
  const [sandbox, { url }] = [await slack(), await database()]
  const door = await doorTo(url)
  const bot = await startProcess({ ...sandbox.env(), DATABASE_URL: door.url })
  await eventually(async () =>
    expect(await bot.health()).toMatchObject({ status: 503, database: false, slack: false }),
  )
  await door.open()
  await sandbox.connected()
  await eventually(async () => expect(await bot.health()).toMatchObject({ status: 200 }))

  await door.shut()
  await eventually(async () =>
    expect(await bot.health()).toMatchObject({ status: 503, database: false, slack: true }),
  )
  // People cannot be looked up while it is down: the reply is an error message, in time.
  const anna = sandbox.user('anna')
  expect(await anna.command('/kpi', 'help')).toMatchObject({ ok: true, answered: true })
  await anna.dm().waitFor('did not work')

  await door.open()
  await eventually(async () => expect(await bot.health()).toMatchObject({ status: 200 }), 15_000)
  await anna.command('/kpi', 'hlep')
  await anna.dm().waitFor('hlep')
  expect(bot.child.exitCode).toBeNull()
})

test('stopped while it still waits for the database, it stops', async () => {
  const port = await freePort()
  const away = {
    SLACK_API_URL: `http://127.0.0.1:${port}/`,
    DATABASE_URL: `postgres://u:p@127.0.0.1:${port}/x`,
  }
  const bot = await startProcess({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', ...away })
  await eventually(async () => expect(await bot.health()).toMatchObject({ status: 503 }))
  bot.child.kill('SIGINT')
  expect(await bot.exited).toBe(0)
})

test('migrate applies the migrations and exits', async () => {
  const { url } = await database()
  const bot = await startProcess(
    { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', DATABASE_URL: url },
    'migrate',
  )
  expect(await bot.exited).toBe(0)
  expect(bot.output()).toContain('migrations applied')
})

test('a database that belongs to another workspace’s bot is refused with a sentence, and left as it was', async () => {
  const [sandbox, { url, db }] = [await slack(), await database()]
  await db.execute(sql`
    insert into workspaces (workspace_id, name, bot_user_id, first_seen_at) values ('TOTHER', 'Other', 'B1', now())`)
  const bot = await startProcess({ ...sandbox.env(), DATABASE_URL: url })
  expect(await bot.exited).toBe(1)
  expect(bot.output()).toContain('This database belongs to the bot of another Slack workspace')
  expect([...(await db.execute(sql`select workspace_id from workspaces`))]).toEqual([
    { workspace_id: 'TOTHER' },
  ])
  expect(sandbox.connections()).toBe(0)
})

test('a database that refuses the password ends the start with a sentence, and without the password', async () => {
  const wrong = new URL((await database()).url)
  wrong.password = 'hunter2hunter2'
  const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }
  for (const words of [[], ['migrate']]) {
    const bot = await startProcess({ ...tokens, DATABASE_URL: wrong.href }, ...words)
    expect(await bot.exited).toBe(1)
    expect(bot.output()).toContain('The database refuses the password')
    expect(bot.output()).not.toContain('hunter2')
  }
})
