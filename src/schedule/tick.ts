// Runs one piece of work over and over, on a schedule or when asked, and never twice at once in this process.
import type { Log } from '../core/context.ts'
import { reasonOf } from '../core/fault-reason.ts'

export interface Tick {
  /** Runs now; while it runs, once more afterwards. Resolves when nothing asked for is left. Never rejects. */
  now(): Promise<void>
  /** Takes no more requests and waits for the run in hand. */
  stop(): Promise<void>
}

export function createTick(work: () => Promise<void>, log: Log): Tick {
  let running: Promise<void> | null = null
  let again = false
  let stopped = false
  const run = async () => {
    do {
      again = false
      try {
        await work()
      } catch (fault) {
        log.error({ reason: reasonOf(fault) }, 'a tick failed; the next one catches up')
      }
    } while (again && !stopped)
    running = null
  }
  return {
    now: () => {
      if (stopped) return Promise.resolve()
      again = running !== null
      running ??= run()
      return running
    },
    stop: async () => {
      stopped = true
      await running
    },
  }
}
