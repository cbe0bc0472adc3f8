// Handles weekly-board items: on the first working day of a week, posts the board of the last week in which the team worked.

import { teamCalendarsOf } from '../../org/db/calendars.ts'
import { done, skipped } from '../../schedule/flows/due-batch.ts'
import { oneByOne } from '../../schedule/flows/one-by-one.ts'
import { endOfLastWorkedWeek } from '../domain/plan-weekly-board.ts'
import { postBoard } from './post-board.ts'

/** A board that is later than this is not posted, because it is not of interest any more. */
const MAX_LATE_HOURS = 12

export const postWeeklyBoards = oneByOne(MAX_LATE_HOURS, async (tx, item, _now, context) => {
  const { workspaceId, teamId } = item
  const calendar = (await teamCalendarsOf(tx, [item], item.date)).get(teamId)
  const date = calendar && endOfLastWorkedWeek(calendar, item.date)
  if (!date) return skipped(item, 'nobody-reported')
  const posted = await postBoard(tx, context, { workspaceId, teamId, period: 'week', date })
  return posted.ok ? done(item) : skipped(item, posted.reason)
})
