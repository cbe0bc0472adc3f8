// Starts the embedded Postgres again when it is gone: killed, or stopped by somebody else.
import { setTimeout as sleep } from 'node:timers/promises'
import { reasonOf } from '../fault-reason.ts'
import type { Cluster } from './cluster.ts'
import { readPidFile, spawnServer } from './postmaster.ts'

const PATIENCE = { watchEveryMs: 1000, giveUpAfterMs: 60_000 }

export interface Guard {
  /** Starts the server again whenever it is gone. `onLost`: for a minute it could not be started. */
  start(onLost: (reason: string) => void): void
  stop(): Promise<void>
}

/** `port`: the server is started on the one that it had, which all processes on the folder know. */
export function createGuard(
  cluster: Cluster,
  settings: Record<string, string>,
  port: number,
  log: (message: string) => void,
  { watchEveryMs, giveUpAfterMs } = PATIENCE,
): Guard {
  const stopping = new AbortController()
  let goneSince: number | null = null
  const look = async () => {
    if (readPidFile(cluster)) {
      if (goneSince !== null)
        log(`The embedded Postgres was gone, and was started again: see ${cluster.logFile}.`)
      goneSince = null
      return null
    }
    goneSince ??= performance.now()
    if (performance.now() - goneSince > giveUpAfterMs)
      return `The embedded Postgres is gone and does not start again: see ${cluster.logFile}.`
    await spawnServer(cluster, settings, port)
    return null
  }
  const watch = async (onLost: (reason: string) => void) => {
    while (!stopping.signal.aborted) {
      const lost = await look().catch((fault: unknown) => void log(reasonOf(fault)))
      if (lost) return onLost(lost)
      await sleep(watchEveryMs, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }
  let watching = Promise.resolve()
  return {
    start: (onLost: (reason: string) => void) => {
      watching = watch(onLost)
    },
    stop: async () => {
      stopping.abort()
      await watching
    },
  }
}
