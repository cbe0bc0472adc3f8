// Runs an embedded Postgres where DATABASE_URL is not set: started detached, reused after a crash, shared by replicas.
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { resolveDataDir, serverAccount } from './account.ts'
import { type Cluster, openCluster } from './cluster.ts'
import { createGuard, type Guard } from './guard.ts'
import { freePort, readPidFile, spawnServer } from './postmaster.ts'

export interface EmbeddedPostgres {
  url: string
  /** Stops the server unless another process still uses it. Close your own connections first. */
  stop(): Promise<void>
  /** See Guard. Until `stop`. */
  keepRunning: Guard['start']
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
      const guard = createGuard(cluster, settings, Number(new URL(url).port), (line) => options.log?.(line))
      return {
        url,
        stop: async () => {
          await guard.stop()
          await stop(cluster, url)
        },
        keepRunning: guard.start,
      }
    }
    if (performance.now() > deadline)
      throw new Error(`The embedded Postgres in ${dataDir} does not start: see ${cluster.logFile}.`)
    if (!readPidFile(cluster)) {
      await spawnServer(cluster, settings, await freePort())
      started = true
    }
    await sleep(POLL_MS)
  }
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
