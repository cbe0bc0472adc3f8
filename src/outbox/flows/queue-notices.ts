// Gives what was said its delivery jobs, many at once: whoever says something does not wait for the queue.

import type { Context } from '../../core/context.ts'
import { statementsIn } from '../../core/db/statement.ts'
import { inOrder } from '../../core/in-order.ts'
import { isAnyUnqueued, takeUnqueued } from '../db/messages.ts'

/** Of jobs that wait, for one workspace: Slack takes that many of its messages in four seconds (`slack/pace.ts`). */
const ENOUGH = 20
const AT_ONCE = 250

/**
 * A job comes to be only after the row that it is about is there for all to see: a delivery that begins finds what it was
 * queued for. What Slack will not take for a while stays unqueued, where it costs nothing, and what is said of the same
 * notice meanwhile becomes one delivery. Any number of replicas may do this. False: for now there is hardly more.
 */
export async function queueNotices({ db, queue }: Pick<Context, 'db' | 'queue'>): Promise<boolean> {
  if (!(await isAnyUnqueued(db))) return false
  const supplied = await queue.withWaiting(ENOUGH)
  return db.transaction(async (tx) => {
    const said = await takeUnqueued(tx, { each: ENOUGH, most: AT_ONCE }, supplied)
    const notices = inOrder(said, ({ workspaceId, noticeKey }) => `${workspaceId} ${noticeKey}`)
    if (notices.length > 0) await queue.enqueueDeliveries(statementsIn(tx), notices)
    return said.length === AT_ONCE
  })
}
