// Rolls back a transaction that misses its deadline: the person was already told that nothing was saved.

import type { Context } from './context.ts'
import type { Database } from './db/client.ts'

/**
 * The same context, but a transaction rolls back and throws the signal's reason when `deadline` was aborted before its
 * commit began.
 */
export function withDeadline(context: Context, deadline: AbortSignal): Context {
  const transaction: Database['transaction'] = (work, config) =>
    context.db.transaction(async (tx) => {
      // Also before the work: a transaction that met a conflict is tried again.
      deadline.throwIfAborted()
      const result = await work(tx)
      deadline.throwIfAborted()
      return result
    }, config)
  return { ...context, db: Object.create(context.db, { transaction: { value: transaction } }) as Database }
}
