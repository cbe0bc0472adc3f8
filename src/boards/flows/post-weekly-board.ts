// Handles weekly-board items: on the first working day of a week, posts the board of the last week in which the team worked.

import { teamCalendarsOf } from '../../org/db/calendars.ts'
import type { DueItem, DueOutcome } from '../../schedule/db/due.ts'
import { done, skipped, tooLate } from '../../schedule/flows/due-batch.ts'
import type { DueHandler } from '../../schedule/flows/run-due.ts'
import { endOfLastWorkedWeek } from '../domain/plan-weekly-board.ts'
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
    const calendar = (await teamCalendarsOf(tx, [item], item.date)).get(teamId)
    const date = calendar && endOfLastWorkedWeek(calendar, item.date)
    if (!date) return skipped(item, 'nobody-reported')
    const posted = await postBoard(tx, context, { workspaceId, teamId, period: 'week', date })
    return posted.ok ? done(item) : skipped(item, posted.reason)
  }
}
