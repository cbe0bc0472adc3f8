// Checks the running parts for /readyz; what does not answer within 1.5 s counts as down.
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

const ANSWER_WITHIN_MS = 1500

export async function checkHealth(parts: Parts): Promise<Health> {
  const now = parts.clock.now()
  const [due, outboxIsEmpty, next] = await Promise.all([
    withinTime(parts.database && dueKinds(parts.database, now)),
    withinTime(parts.database && isOutboxEmpty(parts.database)),
    withinTime(parts.database && nextDueAt(parts.database)),
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

async function withinTime<Result>(asked: Promise<Result> | null): Promise<Result | null> {
  if (!asked) return null
  return Promise.race([asked.catch(() => null), sleep(ANSWER_WITHIN_MS, null)])
}
