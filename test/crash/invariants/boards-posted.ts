// The close of each day posts the board of the day whose numbers it collected, unless the close was too late.

import type { Invariant } from '../evidence.ts'
import { TEAMS } from '../world.ts'

export const boardsPosted: Invariant = ({ due, standups, boards }) =>
  due.flatMap(({ kind, state, reason, date, dueKey }) => {
    if (kind !== 'close' || state !== 'done' || reason === 'board-too-late') return []
    const team = TEAMS.find(({ teamId }) => dueKey.includes(teamId))
    const inTime = standups.filter(
      (one) =>
        one.date === date &&
        one.state === 'answered' &&
        team?.reps.some((rep) => rep.memberId === one.memberId),
    )
    const ranked = inTime.find((one) => one.numbersDate !== null)?.numbersDate
    if (!team || !ranked) return []
    const there = boards.some(
      (board) => board.teamId === team.teamId && board.period === 'day' && board.from === ranked,
    )
    if (there) return []
    return [
      {
        invariant: 'each close brings its board',
        what: `${team.name} closed ${date} with ${inTime.length} answers, and there is no board of ${ranked}`,
        about: [dueKey],
      },
    ]
  })
