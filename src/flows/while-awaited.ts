// Keeps work for which nobody waits any more from taking effect: who was told "not saved" must find it so.
import type { Database } from '../db/client.ts'
import type { Context } from './context.ts'

/**
 * The same context, but a transaction that is at its end once `awaited` is aborted rolls back, and throws the
 * abort's reason. What was already being committed at that moment stays committed.
 */
export function whileAwaited(context: Context, awaited: AbortSignal): Context {
  const transaction: Database['transaction'] = (work, config) =>
    context.db.transaction(async (tx) => {
      const result = await work(tx)
      awaited.throwIfAborted()
      return result
    }, config)
  return { ...context, db: Object.create(context.db, { transaction: { value: transaction } }) as Database }
}
