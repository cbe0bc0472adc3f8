// The HTTP server that Slack's requests come in by: turns away what cannot be Slack's before it holds anything of it in memory.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { HTTPReceiver } from '@slack/bolt'
import type { Clock, Log } from '../core/context.ts'

const ENDPOINT = '/slack/events'
/** A body is held in memory until its signature is checked. The largest view, escaped, has three times 250 KB. */
export const LARGEST_BODY_BYTES = 1024 * 1024
/** A signed request that somebody recorded is of no use to them after this time, nor one that was signed ahead. */
const MOST_SECONDS_OFF = 300
/** Together with the largest body: at most this many MB are held for strangers. */
const MOST_CONNECTIONS = 256
const LIMITS = {
  headersTimeout: 5_000,
  /** Headers and body. Slack itself gives up after 3 s. */
  requestTimeout: 10_000,
  keepAliveTimeout: 60_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16 * 1024,
}

export interface ListenAt {
  host: string
  port: number
}

/** Throws when the port is taken. `clock`: real time, by which Slack signs. */
export async function listen(receiver: HTTPReceiver, at: ListenAt, clock: Clock, log: Log): Promise<Server> {
  const server = createServer(LIMITS, (request, response) => {
    const refusal = refusalOf(request, clock)
    if (refusal === null) return receiver.requestListener(request, response)
    log.warn({ status: refusal }, 'a request by HTTP was refused')
    refuse(request, response, refusal)
  })
  server.maxConnections = MOST_CONNECTIONS
  await new Promise<void>((done, failed) => {
    server.once('error', failed)
    server.listen(at, done)
  })
  return server
}

export const close = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => done())
    server.closeIdleConnections()
  })

type RefusalStatus = 401 | 404 | 413

/** By its head alone. Null: its signature is worth looking at. */
function refusalOf({ method, url, headers }: IncomingMessage, clock: Clock): RefusalStatus | null {
  if (method !== 'POST' || url?.split('?')[0] !== ENDPOINT) return 404
  if (Number(headers['content-length'] ?? 0) > LARGEST_BODY_BYTES) return 413
  const seconds = String(headers['x-slack-request-timestamp'] ?? '')
  const secondsOff = Math.abs(clock.now().epochMilliseconds / 1000 - Number(seconds))
  return /^\d{1,12}$/.test(seconds) && secondsOff <= MOST_SECONDS_OFF ? null : 401
}

/** The body is not read, so that nothing else can come by this connection. */
function refuse(request: IncomingMessage, response: ServerResponse, status: RefusalStatus): void {
  response.writeHead(status, { connection: 'close' }).end(() => request.destroy())
}
