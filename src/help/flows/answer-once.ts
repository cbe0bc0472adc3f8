// Answers a direct message once, however often and to whichever process Slack delivers it.
import type { Context } from '../../core/context.ts'
import { claimMessage, type MessageRef, releaseMessage } from '../db/answered-messages.ts'

/** What the answer changes has to bear being done twice: after a failure the message is answered when it comes again. */
export async function answerOnce(
  { db, clock }: Context,
  message: MessageRef,
  answer: () => Promise<void>,
): Promise<void> {
  if (!(await claimMessage(db, message, clock.now()))) return
  try {
    await answer()
  } catch (fault) {
    await releaseMessage(db, message)
    throw fault
  }
}
