// Checks the running parts for /readyz; a part that does not respond within 1.5 s counts as down.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../core/context.ts'
import type { Database } from '../core/db/client.ts'
import { isOutboxEmpty } from '../outbox/db/messages.ts'
import { dueKinds, nextDueAt } from '../schedule/db/due.ts'
import type { SlackConnection } from '../slack/connection.ts'
import type { Health } from './health-server.ts'

export interface Parts {
  clock: Clock
  database: Database | null
  connection: SlackConnection | null
  lastTickAt: Temporal.Instant | null
  ticking: boolean
}

const RESPONSE_TIMEOUT_MS = 1500

export async function checkHealth(parts: Parts): Promise<Health> {
  const now = parts.clock.now()
  const [due, outboxIsEmpty, next] = await Promise.all([
    nullOnTimeout(parts.database && dueKinds(parts.database, now)),
    nullOnTimeout(parts.database && isOutboxEmpty(parts.database)),
    nullOnTimeout(parts.database && nextDueAt(parts.database)),
  ])
  return {
    database: due !== null,
    slack: parts.connection?.isConnected() ?? false,
    lastTickAt: parts.lastTickAt,
    now,
    idle: due?.length === 0 && outboxIsEmpty === true && !parts.ticking,
    nextDueAt: next,
  }
}

async function nullOnTimeout<Result>(query: Promise<Result> | null): Promise<Result | null> {
  if (!query) return null
  return Promise.race([query.catch(() => null), sleep(RESPONSE_TIMEOUT_MS, null)])
}
