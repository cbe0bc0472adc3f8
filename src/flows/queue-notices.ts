// Gives what was said its delivery jobs, many at once: whoever says something does not wait for the queue.
import { takeUnqueued } from '../db/notices.ts'
import { statementsIn } from '../db/statement.ts'
import type { Context } from './context.ts'

const AT_ONCE = 1000

/**
 * A job comes to be only after the row that it is about is there for all to see: a delivery that begins finds what it was
 * queued for. Any number of replicas may do this. False: for now there is hardly more.
 */
export async function queueNotices({ db, queue }: Pick<Context, 'db' | 'queue'>): Promise<boolean> {
  return db.transaction(async (tx) => {
    const notices = await takeUnqueued(tx, AT_ONCE)
    if (notices.length > 0) await queue.enqueueDeliveries(statementsIn(tx), notices)
    return notices.length === AT_ONCE
  })
}
