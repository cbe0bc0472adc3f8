// Delivers payloads to the app over its transport, and records what was acked and how fast.
import type { Changes } from '../changes.ts'
import type { DELIVERY_FAULTS, Faults } from '../fault-injection.ts'
import { isObject, type Json } from '../json.ts'

export interface Envelope {
  kind: 'slash_commands' | 'interactive' | 'events_api'
  payload: Json
  /** 0 for the first attempt. */
  retryAttempt: number
  retryReason: string
}

export type Outcome =
  | { acked: true; payload: unknown }
  | { acked: false; reason: 'timeout' | 'no_connection' | 'http_error'; status?: number; retry: boolean }

/** Socket Mode or signed HTTP. */
export interface Transport {
  deliver(envelope: Envelope, faults: Faults): Promise<Outcome>
}

interface DeliveryRecord {
  atMs: number
  kind: Envelope['kind']
  /** Such as `/kpi`, `block_actions`, `member_joined_channel`. */
  what: string
  retryAttempt: number
  outcome: 'acked' | 'timeout' | 'no_connection' | 'http_error'
  tookMs: number
}

export interface Delivery {
  deliver(envelope: Envelope): Promise<Outcome>
  /** A one-time address for a Socket Mode connection. */
  openTicket(): string
  /** Oldest first; only the latest ones are kept. */
  records(): readonly DeliveryRecord[]
  /** Deliveries without an ack yet. */
  pending(): number
  /** Payloads go out as signed HTTP requests to this address; undefined: Socket Mode. */
  deliverTo(url: string | undefined): void
  requestUrl(): string | undefined
  close(): Promise<void>
}

export interface Transports {
  socketMode: Transport & { openTicket(): string; close(): Promise<void> }
  http(url: string): Transport
}

/** Between this many and twice as many records are kept. */
const KEPT = 50_000

export function createDelivery(changes: Changes, faults: Faults, transports: Transports): Delivery {
  const records: DeliveryRecord[] = []
  let pending = 0
  let requestUrl: string | undefined
  return {
    openTicket: transports.socketMode.openTicket,
    records: () => records,
    pending: () => pending,
    deliverTo: (url) => {
      requestUrl = url
    },
    requestUrl: () => requestUrl,
    close: transports.socketMode.close,
    deliver: async (envelope) => {
      const transport = requestUrl === undefined ? transports.socketMode : transports.http(requestUrl)
      const startedAt = performance.now()
      pending += 1
      try {
        const outcome = await transport.deliver(envelope, faults)
        records.push({
          atMs: Date.now(),
          kind: envelope.kind,
          what: nameOf(envelope),
          retryAttempt: envelope.retryAttempt,
          outcome: outcome.acked ? 'acked' : outcome.reason,
          tookMs: performance.now() - startedAt,
        })
        if (records.length > 2 * KEPT) records.splice(0, KEPT)
        return outcome
      } finally {
        pending -= 1
        changes.announce({ kind: 'delivery' })
      }
    },
  }
}

/** The name of a payload in faults and in the record of deliveries. */
function nameOf({ payload }: Envelope): string {
  if (typeof payload.command === 'string') return payload.command
  if (isObject(payload.event)) return String(payload.event.type)
  return String(payload.type)
}

/** The pending fault of one of these kinds for this payload. */
export function takeDeliveryFault<K extends (typeof DELIVERY_FAULTS)[number]>(
  faults: Faults,
  envelope: Envelope,
  kinds: readonly K[],
) {
  return faults.take(kinds, nameOf(envelope))?.kind
}
