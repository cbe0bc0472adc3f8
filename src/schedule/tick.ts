// Runs the given work when requested, never twice at once in this process.
import type { Log } from '../core/context.ts'
import { reasonOf } from '../core/fault-reason.ts'

export interface Tick {
  /** Runs now, or once more after the current run. Resolves when all requested runs are done. Never rejects. */
  now(): Promise<void>
  /** Ignores further requests and waits for the current run. */
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
        log.error({ reason: reasonOf(fault) }, 'tick failed, the next one catches up')
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
