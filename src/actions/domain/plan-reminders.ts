// Plans when the owners of action items are reminded: in the morning of each zone in which a team works, and of owners elsewhere.
import { localInstant } from '../../org/domain/checkin-window.ts'
import type { DayPlanner } from '../../org/domain/team-day.ts'
import type { PlannedItem } from '../../schedule/domain/planned-item.ts'

export const ACTIONS_DUE = 'actions-due'
/** When the day of an owner begins for whom the team's morning came too early. */
export const OWNER_MORNING = 'actions-due-later'
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

/** One for all whose day begins then. */
export function planOwnerMorning(
  teamId: string,
  { today: date, zone }: { today: Temporal.PlainDate; zone: string },
  from: string,
): PlannedItem {
  const dueAt = localInstant(date, from, zone)
  const dueKey = `${OWNER_MORNING}:${teamId}:${date}:${dueAt.epochMilliseconds / 1000}`
  return { kind: OWNER_MORNING, dueKey, memberId: null, date, dueAt }
}
