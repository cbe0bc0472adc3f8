// Runs an embedded Postgres where DATABASE_URL is not set: started detached, reused after a crash, shared by replicas.
import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { resolveDataDir, serverAccount } from './account.ts'
import { type Cluster, openCluster, SERVER_ENVIRONMENT } from './cluster.ts'

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

const START_TIMEOUT_MS = 60_000
const STOP_TIMEOUT_MS = 8_000
const POLL_MS = 50

export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  if (process.platform === 'win32')
    throw new Error('The embedded Postgres does not run on Windows. Set DATABASE_URL instead.')
  const account = serverAccount()
  const dataDir = resolveDataDir(options.dataDir, account)
  const settings = options.settings ?? {}
  const cluster = await openCluster(dataDir, account, settings)
  const deadline = performance.now() + START_TIMEOUT_MS
  let started = false
  for (;;) {
    const url = await urlOfRunning(cluster)
    if (url) {
      options.log?.(`${started ? 'Started' : 'Found'} the embedded Postgres in ${dataDir}.`)
      return { url, stop: () => stop(cluster, url) }
    }
    if (performance.now() > deadline)
      throw new Error(`The embedded Postgres in ${dataDir} does not start: see ${cluster.logFile}.`)
    if (!readPidFile(cluster)) {
      await spawnServer(cluster, settings)
      started = true
    }
    await sleep(POLL_MS)
  }
}

/** Detached: Ctrl-C in the terminal reaches only the bot, which finishes its work before it stops the server. */
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
    // Wait for the pid file: without it the next poll would start a second server. A server that lost a race exits.
    while (!readPidFile(cluster) && (await Promise.race([exited.then(() => false), sleep(POLL_MS, true)])));
  } finally {
    closeSync(output)
  }
}

interface PidFile {
  pid: number
  port: number
  ready: boolean
}

/** Lines of postmaster.pid: pid, data directory, start time, port, socket folder, address, shared memory, status. Null: not running. */
function readPidFile(cluster: Cluster): PidFile | null {
  let lines: string[]
  try {
    lines = readFileSync(join(cluster.data, 'postmaster.pid'), 'utf8').split('\n')
    process.kill(Number(lines[0]), 0)
  } catch (error) {
    // EPERM: the process exists and belongs to another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return null
    lines = readFileSync(join(cluster.data, 'postmaster.pid'), 'utf8').split('\n')
  }
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

async function urlOfRunning(cluster: Cluster): Promise<string | null> {
  const found = readPidFile(cluster)
  if (!found?.ready) return null
  const url = `postgres://pacesetter:${cluster.password}@127.0.0.1:${found.port}/postgres`
  return (await otherClients(url)) === null ? null : url
}

/** The number of other connected clients; null: no server responds, or it refuses our password. */
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

/** Stops the server unless other clients, such as a replica on the same folder, are connected. */
async function stop(cluster: Cluster, url: string): Promise<void> {
  const running = readPidFile(cluster)
  const others = await otherClients(url)
  if (!running || (others !== null && others > 0)) return
  // SIGINT is Postgres's fast shutdown: it rolls back open transactions and writes a checkpoint.
  process.kill(running.pid, 'SIGINT')
  const deadline = performance.now() + STOP_TIMEOUT_MS
  while (readPidFile(cluster)?.pid === running.pid && performance.now() < deadline) await sleep(POLL_MS)
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
