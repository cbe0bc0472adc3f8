// Retries with exponential backoff until it succeeds, the process stops, or trying again cannot help.
import { setTimeout as sleep } from 'node:timers/promises'

export const FIRST_WAIT_MS = 200
const MAX_WAIT_MS = 5000

/** A fault that trying again does not mend. Its message says in a sentence what to do instead. */
export class PermanentFault extends Error {}

/** Null: stopped before an attempt succeeded. An attempt that succeeds while stopping is still returned, so that the caller can close it.
 * A PermanentFault is thrown at once. */
export async function retryUntilStopped<Result>(
  attempt: () => Promise<Result>,
  stopping: AbortSignal,
  onFailure: (fault: unknown) => void,
): Promise<Result | null> {
  for (let waitMs = FIRST_WAIT_MS; !stopping.aborted; waitMs = Math.min(waitMs * 2, MAX_WAIT_MS)) {
    try {
      return await attempt()
    } catch (fault) {
      if (fault instanceof PermanentFault) throw fault
      onFailure(fault)
      await sleep(waitMs, undefined, { signal: stopping }).catch(() => {})
    }
  }
  return null
}
