// Loads what a stored message shows, by its kind, as delivery does.
import { BOT } from '../../src/app/features.ts'
import type { Queryable } from '../../src/core/db/client.ts'
import type { OutboxMessage } from '../../src/outbox/db/messages.ts'

export async function factsOf<Facts = Record<string, unknown>>(
  db: Queryable,
  message: OutboxMessage,
  now: Temporal.Instant,
): Promise<Facts | null> {
  const facts = await BOT.messages.get(message.kind)!.load(db, message, now)
  return facts as Facts | null
}
