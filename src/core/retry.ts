// Repeats what fails until it works or the process stops, waiting twice as long after each failure.
import { setTimeout as sleep } from 'node:timers/promises'

export const FIRST_WAIT_MS = 200
const LONGEST_WAIT_MS = 5000

/** Null: stopped before it worked. What worked is returned even then, so that the caller can close it. */
export async function retryUntilStopped<Result>(
  attempt: () => Promise<Result>,
  stopping: AbortSignal,
  onFailure: (fault: unknown) => void,
): Promise<Result | null> {
  for (let waitMs = FIRST_WAIT_MS; !stopping.aborted; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
    try {
      return await attempt()
    } catch (fault) {
      onFailure(fault)
      await sleep(waitMs, undefined, { signal: stopping }).catch(() => {})
    }
  }
  return null
}
