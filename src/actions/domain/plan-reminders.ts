// Plans when the owners of action items are reminded: in the morning of each zone in which a team works.
import { localInstant } from '../../org/domain/checkin-window.ts'
import type { DayPlanner } from '../../org/domain/team-day.ts'

export const ACTIONS_DUE = 'actions-due'
/** Later it is no morning any more. */
export const REMINDER_LATE_HOURS = 6

/** When working hours begin; whoever has something due is looked up then. */
export const planActionReminders: DayPlanner = ({ team, settings, date, members }) => {
  const { from } = settings.workingHours
  const zones = [...new Set([settings.zone, ...members.map(({ zone }) => zone)])]
  const instants = new Map(
    zones.map((zone) => localInstant(date, from, zone)).map((at) => [at.epochMilliseconds, at]),
  )
  return [...instants.values()].map((dueAt) => ({
    ...{ dueKey: `${ACTIONS_DUE}:${team.teamId}:${date}:${dueAt.epochMilliseconds / 1000}` },
    ...{ kind: ACTIONS_DUE, memberId: null, date, dueAt, until: dueAt.add({ hours: REMINDER_LATE_HOURS }) },
  }))
}
