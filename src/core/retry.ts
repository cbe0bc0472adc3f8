// Retries with exponential backoff until it succeeds or the process stops.
import { setTimeout as sleep } from 'node:timers/promises'

export const FIRST_WAIT_MS = 200
const MAX_WAIT_MS = 5000

/** Null: stopped before an attempt succeeded. An attempt that succeeds while stopping is still returned, so that the caller can close it. */
export async function retryUntilStopped<Result>(
  attempt: () => Promise<Result>,
  stopping: AbortSignal,
  onFailure: (fault: unknown) => void,
): Promise<Result | null> {
  for (let waitMs = FIRST_WAIT_MS; !stopping.aborted; waitMs = Math.min(waitMs * 2, MAX_WAIT_MS)) {
    try {
      return await attempt()
    } catch (fault) {
      onFailure(fault)
      await sleep(waitMs, undefined, { signal: stopping }).catch(() => {})
    }
  }
  return null
}
