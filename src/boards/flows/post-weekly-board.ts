// Handles weekly-board items: on the first working day of a week, posts the board of the week before.

import { periodOf } from '../../numbers/domain/period.ts'
import type { DueItem, DueOutcome } from '../../schedule/db/due.ts'
import { done, skipped, tooLate } from '../../schedule/flows/due-batch.ts'
import type { DueHandler } from '../../schedule/flows/run-due.ts'
import { postBoard } from './post-board.ts'

/** A board that is later than this is not posted, because it is not of interest any more. */
const MAX_LATE_HOURS = 12

export const postWeeklyBoards: DueHandler = async (tx, items, now, context) => {
  const outcomes: DueOutcome[] = []
  for (const item of items) outcomes.push(await postOne(item))
  return outcomes

  async function postOne(item: DueItem): Promise<DueOutcome> {
    if (Temporal.Instant.compare(now, item.dueAt.add({ hours: MAX_LATE_HOURS })) > 0)
      return tooLate(item, `more than ${MAX_LATE_HOURS} h after it was due`)
    const { workspaceId, teamId } = item
    const { to } = periodOf('week', item.date.subtract({ weeks: 1 }))
    const posted = await postBoard(tx, context, { workspaceId, teamId, period: 'week', date: to })
    return posted.ok ? done(item) : skipped(item, posted.reason)
  }
}
