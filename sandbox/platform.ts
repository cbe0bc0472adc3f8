// What every part of the running sandbox shares: the state, the way to the app, the log of calls, limits and faults.
import type { CallLog } from './api/call-log.ts'
import type { RateLimits } from './api/rate-limits.ts'
import type { Delivery } from './delivery/delivery.ts'
import type { Faults } from './fault-injection.ts'
import type { PlatformState } from './state/workspace.ts'

export interface Platform extends PlatformState {
  delivery: Delivery
  calls: CallLog
  rateLimits: RateLimits
  faults: Faults
  /** Real time after which an unacked event comes again, once for each. */
  retryDelaysMs: readonly number[]
  /** How long a user waits for something to show. */
  waitTimeoutMs: number
  /** What went wrong in the sandbox itself; a test that stops the sandbox is told of it. */
  internalErrors: Error[]
}
