// What all parts of a running sandbox share: state, delivery to the app, call log, rate limits, faults.
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
  /** Delays in real time before each retry of an unacked event. */
  retryDelaysMs: readonly number[]
  /** How long a wait of a user lasts before it fails. */
  waitTimeoutMs: number
  /** Bugs of the sandbox itself; `stop` throws the first one. */
  internalErrors: Error[]
}
