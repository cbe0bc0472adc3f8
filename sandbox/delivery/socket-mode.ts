// Socket Mode: one-time connection URLs, up to ten connections, each payload to one of them, an ack within three seconds.
import { randomBytes, randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { parseJson } from '../api/arguments.ts'
import type { Changes } from '../changes.ts'
import { isObject } from '../json.ts'
import type { Envelope, Outcome, Transport } from './delivery.ts'
import { takeDeliveryFault } from './delivery.ts'

const MOST_CONNECTIONS = 10
export const PING_EVERY_MS = 10_000
/** Time from the warning to the request to reconnect, and from that to the end of the connection. */
export const RENEWAL_MS = 10_000
const TICKET_LIFE_MS = 30_000
/** How long an app may take to close its side when the sandbox stops. */
const CLOSING_MS = 500

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets'

export interface SocketMode extends Transport {
  openTicket(): string
  /** Handles the HTTP upgrade of `/link/`. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  connections(): number
  /**
   * Asks every connection to reconnect, as Slack does every few hours: first a warning, then the request, then the
   * connection is closed. With `link_disabled` it is closed at once.
   */
  disconnect(reason: DisconnectReason): void
  /** Breaks every connection without notice. */
  drop(): void
  close(): Promise<void>
}

export interface SocketModeOptions {
  appId: string
  origin: () => string
  ackTimeoutMs: number
  pingEveryMs: number
  renewalMs: number
  changes: Changes
}

export function createSocketMode(options: SocketModeOptions): SocketMode {
  const server = new WebSocketServer({ noServer: true })
  const tickets = new Map<string, number>()
  const waiting = new Map<string, (payload: unknown) => void>()
  let open: WebSocket[] = []
  let turn = 0

  const admit = (socket: WebSocket) => {
    if (open.length >= MOST_CONNECTIONS) return end(socket, 'too_many_websockets', 0)
    open.push(socket)
    keepAlive(socket, options.pingEveryMs)
    socket.on('message', (data) => acknowledge(String(data)))
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      open = open.filter((other) => other !== socket)
      options.changes.announce({ kind: 'socket' })
    })
    socket.send(JSON.stringify(hello(options.appId, open.length)))
    options.changes.announce({ kind: 'socket' })
  }

  const acknowledge = (text: string) => {
    const message = parseJson(text)
    if (isObject(message) && typeof message.envelope_id === 'string')
      waiting.get(message.envelope_id)?.(message.payload)
  }

  return {
    openTicket: () => {
      const ticket = randomBytes(16).toString('hex')
      tickets.set(ticket, Date.now())
      return `${options.origin().replace('http', 'ws')}/link/?ticket=${ticket}&app_id=${options.appId}`
    },
    upgrade: (request, socket, head) => {
      const ticket = new URL(request.url ?? '/', 'http://sandbox').searchParams.get('ticket') ?? ''
      const madeAt = tickets.get(ticket)
      tickets.delete(ticket)
      if (madeAt === undefined || Date.now() - madeAt > TICKET_LIFE_MS) {
        socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n')
        return
      }
      server.handleUpgrade(request, socket, head, admit)
    },
    connections: () => open.length,
    deliver: async (envelope, faults) => {
      const alive = open.filter((socket) => socket.readyState === socket.OPEN)
      if (alive.length === 0) return { acked: false, reason: 'no_connection', retry: true }
      turn += 1
      const lost = takeDeliveryFault(faults, envelope, ['lost_delivery', 'lost_ack', 'drop_socket'])
      if (lost === 'lost_delivery') return { acked: false, reason: 'timeout', retry: true }
      return send(waiting, alive[turn % alive.length]!, envelope, { ...options, lost })
    },
    disconnect: (reason) => {
      for (const socket of open) end(socket, reason, options.renewalMs)
    },
    drop: () => {
      for (const socket of open) socket.terminate()
    },
    close: async () => {
      for (const socket of server.clients) socket.close(1001)
      const impatient = setTimeout(() => {
        for (const socket of server.clients) socket.terminate()
      }, CLOSING_MS)
      await new Promise<void>((resolve) => server.close(() => resolve()))
      clearTimeout(impatient)
    },
  }
}

/** Sends the reason for the disconnect, and closes the connection later. */
function end(socket: WebSocket, reason: DisconnectReason, renewalMs: number): void {
  if (socket.readyState !== socket.OPEN) return
  socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'sandbox' } }))
  if (reason === 'warning') setTimeout(() => end(socket, 'refresh_requested', renewalMs), renewalMs).unref()
  else if (reason === 'refresh_requested') setTimeout(() => socket.close(), renewalMs).unref()
  else socket.close()
}

/** Resolves when the app acks, or at the timeout. */
function send(
  waiting: Map<string, (payload: unknown) => void>,
  socket: WebSocket,
  envelope: Envelope,
  { ackTimeoutMs, lost }: { ackTimeoutMs: number; lost: 'lost_ack' | 'drop_socket' | undefined },
): Promise<Outcome> {
  return new Promise((resolve) => {
    const id = randomUUID()
    const timer = setTimeout(() => {
      waiting.delete(id)
      resolve({ acked: false, reason: 'timeout', retry: true })
    }, ackTimeoutMs)
    waiting.set(id, (payload) => {
      if (lost === 'lost_ack') return
      clearTimeout(timer)
      waiting.delete(id)
      resolve({ acked: true, payload })
    })
    socket.send(JSON.stringify(wrapped(id, envelope)), () => lost === 'drop_socket' && socket.terminate())
  })
}

function hello(appId: string, connections: number) {
  return {
    type: 'hello',
    num_connections: connections,
    debug_info: { host: 'sandbox', build_number: 1, approximate_connection_time: 18_060 },
    connection_info: { app_id: appId },
  }
}

function wrapped(id: string, { kind, payload, retryAttempt, retryReason }: Envelope) {
  return {
    envelope_id: id,
    type: kind,
    accepts_response_payload: kind !== 'events_api',
    payload,
    ...(kind === 'events_api' ? { retry_attempt: retryAttempt, retry_reason: retryReason } : {}),
  }
}

/** A connection that does not answer a ping before the next one is closed. */
function keepAlive(socket: WebSocket, pingEveryMs: number): void {
  let alive = true
  socket.on('pong', () => {
    alive = true
  })
  const timer = setInterval(() => {
    if (!alive) return socket.terminate()
    alive = false
    socket.ping()
  }, pingEveryMs)
  socket.on('close', () => clearInterval(timer))
}
