// Tells operators, and rehearsals, how the bot is: alive, ready, how far it has come, and in numbers.
import { createServer } from 'node:http'

export interface Health {
  database: boolean
  slack: boolean
  /** By the bot's clock, when the last complete look for what is due began. */
  lastTickAt: Temporal.Instant | null
  now: Temporal.Instant
  /** Nothing is due and not yet done, and nothing waits for delivery. */
  idle: boolean
  /** What waits longest, or comes next; null: nothing is planned, or the database does not tell. */
  nextDueAt: Temporal.Instant | null
}

export interface HealthServer {
  port: number
  close(): Promise<void>
}

/**
 * `port` 0: any free one. What is told here holds no secret and nobody's data, but it is for operators: `host` decides
 * who can ask.
 */
export function startHealth(
  at: { host: string; port: number },
  look: () => Promise<Health>,
  metrics: () => Promise<string>,
): Promise<HealthServer> {
  const server = createServer((request, response) => {
    const answer = (status: number, type: string, body: string) =>
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
    const json = (status: number, body: object) => answer(status, 'application/json', JSON.stringify(body))
    const failed = () => json(500, { error: 'the look failed' })
    const path = request.url?.split('?')[0]
    if (path === '/healthz') json(200, { alive: true })
    else if (path === '/readyz')
      look().then((health) => json(health.database && health.slack ? 200 : 503, health), failed)
    else if (path === '/metrics')
      metrics().then((text) => answer(200, 'text/plain; version=0.0.4; charset=utf-8', text), failed)
    else json(404, { error: 'there are /healthz, /readyz and /metrics' })
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
