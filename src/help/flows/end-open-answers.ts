// Tells whoever asked something that no answer comes any more: the process that wrote it has ended in the middle.
import type { Context } from '../../core/context.ts'
import { reasonOf } from '../../core/fault-reason.ts'
import type { Person } from '../../core/person.ts'
import { findPerson } from '../../org/db/people.ts'
import { deleteOpenAnswer, type OpenAnswer, takeOpenAnswers } from '../db/open-answers.ts'

/** An answer that is still being written ends long before. */
const OVER_AFTER_SECONDS = 30
const TAKEN_AT_ONCE = 50

/** `tell`: where the status stands, or in a message of its own. One that cannot be told now is told the next time. */
export async function endOpenAnswers(
  { db, clock, log }: Pick<Context, 'db' | 'clock' | 'log'>,
  tell: (answer: OpenAnswer, who: Person) => Promise<void>,
): Promise<void> {
  const now = clock.now()
  const before = now.subtract({ seconds: OVER_AFTER_SECONDS })
  for (const answer of await takeOpenAnswers(db, { before, now, most: TAKEN_AT_ONCE })) {
    try {
      const who = await findPerson(db, answer.workspaceId, answer.userId)
      if (who && !who.deactivated) await tell(answer, who)
      await deleteOpenAnswer(db, answer)
    } catch (fault) {
      log.warn({ reason: reasonOf(fault) }, 'cannot tell that an answer was interrupted')
    }
  }
}
