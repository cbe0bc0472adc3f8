// Brings posted boards up to date after a change of numbers or of who was away.
import { reactTo } from '../../core/changes.ts'
import { numbersChanged } from '../../numbers/flows/changes.ts'
import { calendarChanged } from '../../org/flows/changes.ts'
import { refreshBoards } from './refresh-boards.ts'

const onNumbers = reactTo(numbersChanged, async (tx, context, { member, date }) => {
  const { workspaceId, teamId } = member
  await refreshBoards(tx, context, { workspaceId, teamId, date })
})

const onCalendar = reactTo(calendarChanged, async (tx, context, { members, dates }) => {
  const teams = new Map(members.map(({ workspaceId, teamId }) => [teamId, { workspaceId, teamId }]))
  const sorted = dates.toSorted(Temporal.PlainDate.compare)
  for (const team of teams.values())
    for (const date of sorted) await refreshBoards(tx, context, { ...team, date })
})

export const boardReactions = [onNumbers, onCalendar]
