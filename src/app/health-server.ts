// Serves /healthz, /readyz and /metrics to operators, tests and the demo.
import { createServer } from 'node:http'

export interface Health {
  database: boolean
  slack: boolean
  /** When the last successful tick began, by the bot's clock. */
  lastTickAt: Temporal.Instant | null
  now: Temporal.Instant
  /** No item is due and no message waits for delivery. */
  idle: boolean
  /** When the earliest waiting item is due; null: none is planned, or the database does not respond. */
  nextDueAt: Temporal.Instant | null
}

export interface HealthServer {
  port: number
  close(): Promise<void>
}

/** `port` 0: any free port. Responses contain no secrets and no personal data; `host` decides who can reach them. */
export function startHealth(
  at: { host: string; port: number },
  check: () => Promise<Health>,
  metrics: () => Promise<string>,
): Promise<HealthServer> {
  const server = createServer((request, response) => {
    const answer = (status: number, type: string, body: string) =>
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
    const json = (status: number, body: object) => answer(status, 'application/json', JSON.stringify(body))
    const failed = () => json(500, { error: 'the check failed' })
    const path = request.url?.split('?')[0]
    if (path === '/healthz') json(200, { alive: true })
    else if (path === '/readyz')
      check().then((health) => json(health.database && health.slack ? 200 : 503, health), failed)
    else if (path === '/metrics')
      metrics().then((text) => answer(200, 'text/plain; version=0.0.4; charset=utf-8', text), failed)
    else json(404, { error: 'not found: use /healthz, /readyz or /metrics' })
  })
  return new Promise((done, refused) => {
    server.once('error', refused)
    server.listen(at, () => {
      const address = server.address()
      done({
        port: typeof address === 'object' && address ? address.port : at.port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            server.closeAllConnections()
          }),
      })
    })
  })
}
