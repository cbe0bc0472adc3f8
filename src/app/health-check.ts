// Checks the running parts for /readyz; a part that does not respond within 1.5 s counts as down.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../core/context.ts'
import type { Database } from '../core/db/client.ts'
import { isOutboxEmpty } from '../outbox/db/messages.ts'
import { nextDueAt } from '../schedule/db/due.ts'
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
  const [next, outboxIsEmpty] = await Promise.all([
    undefinedOnTimeout(parts.database && nextDueAt(parts.database)),
    undefinedOnTimeout(parts.database && isOutboxEmpty(parts.database)),
  ])
  const nothingDue = next !== undefined && (next === null || Temporal.Instant.compare(next, now) > 0)
  return {
    database: next !== undefined,
    slack: parts.connection?.isConnected() ?? false,
    lastTickAt: parts.lastTickAt,
    now,
    idle: nothingDue && outboxIsEmpty === true && !parts.ticking,
    nextDueAt: next ?? null,
  }
}

async function undefinedOnTimeout<Result>(query: Promise<Result> | null): Promise<Result | undefined> {
  if (!query) return undefined
  return Promise.race([query.catch(() => undefined), sleep(RESPONSE_TIMEOUT_MS, undefined)])
}
