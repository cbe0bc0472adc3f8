// The demo's own Postgres: in a temporary folder that is removed with it.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { startEmbedded } from '../src/core/embedded/server.ts'

const POLL_MS = 20

export interface DemoPostgres {
  url: string
  /** Shuts it down at once, whoever is connected: nothing in it has to survive. */
  kill(): Promise<void>
}

/** When `signal` was aborted meanwhile, stops the server again and throws the signal's reason. */
export async function startDemoPostgres(signal: AbortSignal): Promise<DemoPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'pacesetter-demo-'))
  // As root Postgres runs as another user, who has to get in here.
  chmodSync(folder, 0o755)
  const removeFolder = () => rmSync(folder, { recursive: true, force: true })
  try {
    const { url } = await startEmbedded({ dataDir: join(folder, 'data'), settings: { fsync: 'off' } })
    const pid = await serverPid(url)
    const kill = async () => {
      await quit(pid)
      removeFolder()
    }
    if (signal.aborted) await kill()
    signal.throwIfAborted()
    return { url, kill }
  } catch (fault) {
    removeFolder()
    throw signal.aborted ? signal.reason : fault
  }
}

async function serverPid(url: string): Promise<number> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const [row] = await sql`select split_part(pg_read_file('postmaster.pid'), chr(10), 1)::int as pid`
    return row?.pid
  } finally {
    await sql.end()
  }
}

/** SIGQUIT is Postgres's immediate shutdown. */
async function quit(pid: number): Promise<void> {
  signalled(pid, 'SIGQUIT')
  while (signalled(pid, 0)) await sleep(POLL_MS)
}

/** False when there is no such process any more. */
function signalled(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}
