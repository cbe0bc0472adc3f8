// The monthly report on how good warnings were: when a team's part of it is in, and the message that it is.
import type { TeamId, UserId } from '../../core/ids.ts'
import { periodOf } from '../../numbers/domain/period.ts'
import { teamWorksOn, type WorkCalendar } from '../../org/domain/calendar.ts'
import { checkinWindow } from '../../org/domain/checkin-window.ts'
import type { DayPlanner } from '../../org/domain/team-day.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import type { PlannedItem } from '../../schedule/domain/planned-item.ts'

export const QUALITY_DUE = 'warning-quality'
/** When the hours of somebody begin whom it would have woken. */
export const QUALITY_READ = 'warning-quality-read'
export const QUALITY_MONTH = 'warning-quality'

const MONDAY = 1
/** After the morning's look, which ends what the month has ended. */
const AFTER_LOOK_MINUTES = 30

export const monthOf = (date: Temporal.PlainDate) => periodOf('month', date, MONDAY)

export const monthBefore = (date: Temporal.PlainDate) => monthOf(date.with({ day: 1 }).subtract({ days: 1 }))

/** On the first working day of a month, by the team's own clock. */
export const planQualityMonth: DayPlanner = ({ team, settings, calendar, date }) => {
  if (!isFirstOfMonth(calendar, date)) return []
  const { promptAt, lateUntil } = checkinWindow(settings, settings.zone, date, null)
  return [
    {
      ...{ dueKey: `${QUALITY_DUE}:${team.teamId}:${date}`, kind: QUALITY_DUE, memberId: null, date },
      ...{ dueAt: promptAt.add({ minutes: AFTER_LOOK_MINUTES }), until: lateUntil },
    },
  ]
}

/** The same for one reader, at another time. */
export const planQualityRead = (
  { teamId, date }: { teamId: TeamId; date: Temporal.PlainDate },
  { userId, at }: { userId: UserId; at: Temporal.Instant },
): PlannedItem => ({
  ...{ kind: QUALITY_READ, dueKey: `${QUALITY_READ}:${teamId}:${date}:${userId}` },
  ...{ memberId: null, date, dueAt: at },
})

function isFirstOfMonth(calendar: WorkCalendar, date: Temporal.PlainDate): boolean {
  for (let before = date.with({ day: 1 }); before.day < date.day; before = before.add({ days: 1 }))
    if (teamWorksOn(calendar, before)) return false
  return teamWorksOn(calendar, date)
}

declare module '../../outbox/domain/message.ts' {
  interface MessageSubjects {
    /** `from`: the first of the month. */
    'warning-quality': { from: string }
  }
}

/** Of all teams that somebody leads: it fills up as the teams' mornings come. */
export const qualityDraft = (
  { workspaceId, userId }: { workspaceId: string; userId: string },
  from: Temporal.PlainDate,
): MessageDraft<'warning-quality'> => ({
  ...{ workspaceId, key: `${QUALITY_MONTH}:${userId}:${from}`, kind: QUALITY_MONTH, teamId: null },
  ...{ audience: { to: 'person', userId }, subject: { from: from.toString() } },
})
