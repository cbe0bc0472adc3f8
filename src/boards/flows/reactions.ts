// Brings posted boards of days up to date after a change of numbers or of who was away.
import { reactTo } from '../../core/changes.ts'
import { numbersChanged } from '../../numbers/flows/changes.ts'
import { calendarChanged } from '../../org/flows/changes.ts'
import { refreshDayBoard } from './refresh-day-board.ts'

const onNumbers = reactTo(numbersChanged, async (tx, context, { member, date }) => {
  const { workspaceId, teamId } = member
  await refreshDayBoard(tx, context, { workspaceId, teamId, date })
})

const onCalendar = reactTo(calendarChanged, async (tx, context, { members, dates }) => {
  const teams = new Map(members.map(({ workspaceId, teamId }) => [teamId, { workspaceId, teamId }]))
  const sorted = dates.toSorted(Temporal.PlainDate.compare)
  for (const team of teams.values())
    for (const date of sorted) await refreshDayBoard(tx, context, { ...team, date })
})

export const boardReactions = [onNumbers, onCalendar]
