// The embedded Postgres starts, survives a crash of the process that started it, and keeps its data.
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import postgres from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type EmbeddedPostgres, startEmbedded } from '../../../src/core/embedded/server.ts'

let folder: string
const settings = { fsync: 'off' }
const start = () => startEmbedded({ dataDir: join(folder, 'data'), settings })
async function ask<Row extends object>(url: string, statement: string): Promise<Row[]> {
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} })
  try {
    return (await sql.unsafe(statement)) as unknown as Row[]
  } finally {
    await sql.end()
  }
}
const answers = (url: string) =>
  ask(url, 'select 1').then(
    () => true,
    () => false,
  )

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pacesetter-embedded-'))
  // As root the server runs as another user, who has to be able to enter this folder.
  chmodSync(folder, 0o755)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('data is still there after a restart', async () => {
  const first = await start()
  await ask(first.url, 'create table kept as select 42 as answer')
  await first.stop()
  expect(await answers(first.url)).toBe(false)
  const second = await start()
  expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }])
  await second.stop()
})

test('connecting needs the password, and only the owner can read the password file', async () => {
  const server = await start()
  expect(await answers(server.url.replace(/:\w{48}@/, ':guess@'))).toBe(false)
  expect(new URL(server.url).hostname).toBe('127.0.0.1')
  expect(statSync(join(folder, 'data/postgres/password')).mode & 0o777).toBe(0o600)
  expect(statSync(join(folder, 'data/postgres/data')).mode & 0o777).toBe(0o700)
  await server.stop()
})

test('two processes that start at once share one server, which runs until both have stopped', async () => {
  const both: EmbeddedPostgres[] = await Promise.all([start(), start()])
  expect(both[0]?.url).toBe(both[1]?.url)
  const connection = postgres(both[1]!.url, { max: 1, onnotice: () => {} })
  await connection`select 1`
  await both[0]?.stop()
  expect(await connection`select 1 as one`).toEqual([{ one: 1 }])
  await connection.end()
  await both[1]?.stop()
  expect(await answers(both[1]!.url)).toBe(false)
})

test('the server outlives a killed process, and the next process reuses it', async () => {
  const script = `
    const { startEmbedded } = await import(${JSON.stringify(resolve('src/core/embedded/server.ts'))})
    const server = await startEmbedded(${JSON.stringify({ dataDir: join(folder, 'data'), settings })})
    console.log(server.url)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((done) =>
    child.stdout.once('data', (line) => done(String(line).trim())),
  )
  child.kill('SIGKILL')
  await new Promise((gone) => child.once('exit', gone))
  expect(await answers(url)).toBe(true)
  const found = await start()
  expect(found.url).toBe(url)
  await found.stop()
})

test.runIf(process.getuid?.() === 0)(
  'below a folder of root’s own the data lies elsewhere, and is found again',
  async () => {
    chmodSync(folder, 0o700)
    const first = await start()
    await ask(first.url, 'create table kept as select 42 as answer')
    await first.stop()
    expect(existsSync(join(folder, 'data'))).toBe(false)
    const second = await start()
    const [place] = await ask<{ data_directory: string }>(second.url, 'show data_directory')
    expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }])
    await second.stop()
    expect(place?.data_directory).toMatch(/^\/var\/lib\/pacesetter\/[0-9a-f]{16}\/postgres\/data$/)
    rmSync(join(place!.data_directory, '../..'), { recursive: true })
  },
)

test('the server does not inherit our environment variables', async () => {
  process.env.PACESETTER_TEST_TOKEN = 'xoxb-secret'
  const server = await start()
  // A superuser can run programs as the server; this one prints the server's environment.
  await ask(server.url, `create table seen (line text)`)
  await ask(server.url, `copy seen from program 'env'`)
  const lines = await ask<{ line: string }>(server.url, 'select line from seen')
  expect(lines.map(({ line }) => line).join('\n')).not.toContain('xoxb-secret')
  expect(lines.length).toBeGreaterThan(1)
  await server.stop()
  delete process.env.PACESETTER_TEST_TOKEN
})
