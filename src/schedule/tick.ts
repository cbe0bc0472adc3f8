// Runs the given work when requested, never twice at once in this process, and again soon where something was left.
import type { Log } from '../core/context.ts'
import { reasonOf } from '../core/fault-reason.ts'

export interface Tick {
  /** Runs now, or once more after the current run. Resolves when all requested runs are done. Never rejects. */
  now(): Promise<void>
  /** Ignores further requests and waits for the current run. */
  stop(): Promise<void>
}

/** Sooner than the schedule: whoever holds the rest may have frozen, and loses it by then. */
const LEFT_AGAIN_MS = 5000

/** `work` returns whether something is left that another replica holds. */
export function createTick(work: () => Promise<boolean>, log: Log): Tick {
  let running: Promise<void> | null = null
  let again = false
  let stopped = false
  let later: NodeJS.Timeout | undefined
  const run = async () => {
    do {
      again = false
      try {
        clearTimeout(later)
        if (await work()) later = setTimeout(() => void now(), LEFT_AGAIN_MS)
      } catch (fault) {
        log.error({ reason: reasonOf(fault) }, 'tick failed, the next one catches up')
      }
    } while (again && !stopped)
    running = null
  }
  const now = () => {
    if (stopped) return Promise.resolve()
    again = running !== null
    running ??= run()
    return running
  }
  return {
    now,
    stop: async () => {
      stopped = true
      await running
      clearTimeout(later)
    },
  }
}
