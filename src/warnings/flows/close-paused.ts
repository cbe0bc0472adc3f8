// Closes the warnings of teams that pause: nothing looks at them any more, and no step is taken.
import { reactTo } from '../../core/changes.ts'
import { localDate } from '../../core/time.ts'
import { teamsPaused } from '../../org/flows/changes.ts'
import { evaluateTeams } from './evaluate-teams.ts'

export const onPause = reactTo(teamsPaused, async (tx, context, { teams }) => {
  const now = context.clock.now()
  await evaluateTeams(tx, context, teams, { date: localDate(now, 'UTC'), now, isMorning: false })
})
