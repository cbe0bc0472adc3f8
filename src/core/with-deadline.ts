// Keeps work for which nobody waits any more from taking effect: who was told "not saved" must find it so.

import type { Awaited, Context } from './context.ts'
import type { Database } from './db/client.ts'

/**
 * The same context, but a transaction that is at its end once nobody waits rolls back, and throws the signal's reason.
 * What was already being committed at that moment stays committed. Who saves without a transaction has to see to it
 * that it ends in time: `leftMillis`.
 */
export function whileAwaited(context: Context, awaited: Awaited): Context {
  const transaction: Database['transaction'] = (work, config) =>
    context.db.transaction(async (tx) => {
      const result = await work(tx)
      awaited.signal.throwIfAborted()
      return result
    }, config)
  const db = Object.create(context.db, { transaction: { value: transaction } }) as Database
  return { ...context, db, awaited }
}
