// Rolls back work that took longer than its deadline, so that what a person was told as not saved is not saved.

import type { Context } from './context.ts'
import type { Database } from './db/client.ts'

/**
 * The same context, but a transaction that reaches its commit after `deadline` was aborted rolls back, and throws the
 * signal's reason. A commit that had begun by then stays.
 */
export function withDeadline(context: Context, deadline: AbortSignal): Context {
  const transaction: Database['transaction'] = (work, config) =>
    context.db.transaction(async (tx) => {
      const result = await work(tx)
      deadline.throwIfAborted()
      return result
    }, config)
  return { ...context, db: Object.create(context.db, { transaction: { value: transaction } }) as Database }
}
