// Starts something that may be away, for as long as it takes.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from './context.ts'
import { reasonOf } from './fault-reason.ts'

const FIRST_WAIT_MS = 200
const LONGEST_WAIT_MS = 5000

/** Null: stopped before it worked. */
export async function keepTrying<Result>(
  what: string,
  start: () => Promise<Result>,
  stopping: AbortSignal,
  log: Log,
): Promise<Result | null> {
  for (let waitMs = FIRST_WAIT_MS; !stopping.aborted; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
    try {
      return await start()
    } catch (fault) {
      log.warn({ what, reason: reasonOf(fault) }, 'not there yet; trying again')
      await sleep(waitMs, undefined, { signal: stopping }).catch(() => {})
    }
  }
  return null
}
