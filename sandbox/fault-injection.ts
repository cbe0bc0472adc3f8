// Fault injection: tests and users make Slack fail in a given way, a given number of times.
import type { Changes } from './changes.ts'
import type { Json } from './json.ts'

/** Faults of Web API calls and response URLs. */
export const CALL_FAULTS = [
  'latency',
  'rate_limited',
  'server_error',
  'lost_request',
  'lost_answer',
  'refused',
] as const
/** Faults on the way to the app. */
export const DELIVERY_FAULTS = [
  'duplicate_event',
  'delayed_event',
  'lost_delivery',
  'lost_ack',
  'drop_socket',
] as const

export type FaultKind = (typeof CALL_FAULTS)[number] | (typeof DELIVERY_FAULTS)[number]

export interface FaultRequest {
  kind: FaultKind
  /** Web API method, `response_url`, or event type; `*` [default] for any. */
  on?: string
  /** Only Web API calls with these arguments. */
  args?: Record<string, string>
  /** How many times it is applied [1]. */
  times?: number
  /** How many matching calls succeed first [0]. */
  after?: number
  /** latency: how long. */
  delayMs?: number
  /** rate_limited: what Retry-After says [1]. */
  retryAfterSeconds?: number
  /** server_error: HTTP status [503]. */
  status?: number
  /** refused: a documented error code. */
  error?: string
}

export type Fault = Required<Pick<FaultRequest, 'kind' | 'on'>> &
  FaultRequest & { id: number; left: number; skip: number }

export interface Faults {
  add(request: FaultRequest): Fault
  /** The first pending fault of one of these kinds for `on` (and the call's arguments); counts as one use of it. */
  take<K extends FaultKind>(kinds: readonly K[], on: string, args?: Json): (Fault & { kind: K }) | undefined
  pending(): Fault[]
  clear(): void
  /** Block types that are refused with `invalid_blocks`, as by a workspace that does not support them yet. */
  readonly unsupportedBlocks: Set<string>
}

export function createFaults(changes: Changes): Faults {
  let pending: Fault[] = []
  let lastId = 0
  return {
    unsupportedBlocks: new Set(),
    pending: () => [...pending],
    clear: () => {
      pending = []
    },
    add: (request) => {
      lastId += 1
      const fault: Fault = {
        on: '*',
        ...request,
        id: lastId,
        left: request.times ?? 1,
        skip: request.after ?? 0,
      }
      pending.push(fault)
      changes.announce({ kind: 'fault' })
      return fault
    },
    take: <K extends FaultKind>(kinds: readonly K[], on: string, args: Json = {}) => {
      const matches = (one: Fault): one is Fault & { kind: K } =>
        (kinds as readonly FaultKind[]).includes(one.kind) &&
        (one.on === '*' || one.on === on) &&
        Object.entries(one.args ?? {}).every(([name, value]) => args[name] === value)
      const fault = pending.find(matches)
      if (fault === undefined) return undefined
      if (fault.skip > 0) {
        fault.skip -= 1
        return undefined
      }
      fault.left -= 1
      if (fault.left <= 0) pending = pending.filter((one) => one !== fault)
      changes.announce({ kind: 'fault' })
      return fault
    },
  }
}
