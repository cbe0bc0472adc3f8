// Runs a real Postgres beside the bot for those who have none: started detached, found again after a crash, shared by replicas.
import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { placeFor, serverAccount } from './account.ts'
import { type Cluster, clusterIn, SERVER_ENVIRONMENT } from './cluster.ts'

export interface EmbeddedPostgres {
  url: string
  /** Stops the server unless another process still uses it. Close your own connections first. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  dataDir: string
  /** Server settings beyond the defaults, e.g. `{ fsync: 'off' }` for tests. */
  settings?: Record<string, string>
  log?(message: string): void
}

const START_WITHIN_MS = 60_000
const STOP_WITHIN_MS = 8_000
const POLL_MS = 50

export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  if (process.platform === 'win32')
    throw new Error('The embedded Postgres does not run on Windows. Set DATABASE_URL instead.')
  const account = serverAccount()
  const place = placeFor(options.dataDir, account)
  const settings = options.settings ?? {}
  const cluster = await clusterIn(place, account, settings)
  const deadline = performance.now() + START_WITHIN_MS
  let started = false
  for (;;) {
    const url = await urlOfRunning(cluster)
    if (url) {
      options.log?.(`${started ? 'Started' : 'Found'} the embedded Postgres in ${place}.`)
      return { url, stop: () => stop(cluster, url) }
    }
    if (performance.now() > deadline)
      throw new Error(`The embedded Postgres in ${place} does not start: see ${cluster.logFile}.`)
    if (!pidOf(cluster)) {
      await spawnServer(cluster, settings)
      started = true
    }
    await sleep(POLL_MS)
  }
}

/** In its own process group: Ctrl-C in the terminal reaches the bot alone, which drains before the server goes. */
async function spawnServer(cluster: Cluster, settings: Record<string, string>): Promise<void> {
  const all: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(await freePort()),
    unix_socket_directories: '',
    max_connections: '200',
    ...settings,
  }
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const output = openSync(cluster.logFile, 'a', 0o600)
  try {
    const server = spawn(join(cluster.bin, 'postgres'), ['-D', cluster.data, ...flags], {
      ...cluster.account,
      cwd: '/',
      detached: true,
      stdio: ['ignore', output, output],
      env: SERVER_ENVIRONMENT,
    })
    const exited = new Promise<void>((done) => server.once('exit', done))
    await new Promise<void>((done, failed) => server.once('spawn', done).once('error', failed))
    server.unref()
    // Until its pid file is written the next poll would start a second server; one that lost the race just exits.
    while (!pidOf(cluster) && (await Promise.race([exited.then(() => false), sleep(POLL_MS, true)])));
  } finally {
    closeSync(output)
  }
}

interface PidFile {
  pid: number
  port: number
  ready: boolean
}

/** postmaster.pid: pid, folder, start, port, socket folder, address, shared memory, status. Null: no such process. */
function pidOf(cluster: Cluster): PidFile | null {
  let lines: string[]
  try {
    lines = readFileSync(join(cluster.data, 'postmaster.pid'), 'utf8').split('\n')
    process.kill(Number(lines[0]), 0)
  } catch (error) {
    // EPERM: it lives, and belongs to another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return null
    lines = readFileSync(join(cluster.data, 'postmaster.pid'), 'utf8').split('\n')
  }
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

async function urlOfRunning(cluster: Cluster): Promise<string | null> {
  const found = pidOf(cluster)
  if (!found?.ready) return null
  const url = `postgres://pacesetter:${cluster.password}@127.0.0.1:${found.port}/postgres`
  return (await otherClients(url)) === null ? null : url
}

/** How many others are connected; null: nobody answers there, or not with our password. */
async function otherClients(url: string): Promise<number | null> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} })
  try {
    const rows = await sql<{ others: number }[]>`
      select count(*)::int as others from pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_backend_pid()`
    return rows[0]?.others ?? 0
  } catch {
    return null
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** The last one out turns off the light: a replica on the same folder keeps its database. */
async function stop(cluster: Cluster, url: string): Promise<void> {
  const running = pidOf(cluster)
  const others = await otherClients(url)
  if (!running || (others !== null && others > 0)) return
  // SIGINT is Postgres's fast shutdown: it rolls back what is open and writes everything down.
  process.kill(running.pid, 'SIGINT')
  const deadline = performance.now() + STOP_WITHIN_MS
  while (pidOf(cluster)?.pid === running.pid && performance.now() < deadline) await sleep(POLL_MS)
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(address && typeof address === 'object' ? address.port : 0))
    })
  })
}
