// Plans what falls due for a team on one date, and decides about each prompt and reminder when its time has come.

import type { MemberId, TeamId } from '../../../core/ids.ts'
import type { MemberCalendar, WorkCalendar } from '../../../org/domain/calendar.ts'
import { teamWorksOn } from '../../../org/domain/calendar.ts'
import type { CheckinWindow } from '../../../org/domain/checkin-window.ts'
import { checkinWindow, localInstant, zoneOf } from '../../../org/domain/checkin-window.ts'
import type { TeamSettings } from '../../../org/domain/team.ts'
import type { DueKind, SkipReason } from '../../../schedule/domain/due.ts'
import { isAsked } from './asked.ts'

export interface PlannedTeam {
  teamId: TeamId
  /** The version in force on the date. */
  settings: TeamSettings
  calendar: WorkCalendar
}
export interface PlannedMember {
  memberId: MemberId
  /** The person's own zone, as Slack has it. */
  zone: string
  calendar: MemberCalendar
}
export interface PlannedItem {
  dueKey: string
  kind: DueKind
  memberId: MemberId | null
  date: Temporal.PlainDate
  dueAt: Temporal.Instant
}

const NEXT_PLAN_UTC = '10:00'

/** A team's date is planned at 10:00 UTC of the day before, when it begins in UTC+14, the earliest zone there is. */
export function planItem(teamId: TeamId, date: Temporal.PlainDate): PlannedItem {
  const dueAt = localInstant(date.subtract({ days: 1 }), NEXT_PLAN_UTC, 'UTC')
  return { dueKey: `plan:${teamId}:${date}`, kind: 'plan-day', memberId: null, date, dueAt }
}

function memberItems(
  memberId: MemberId,
  { date, promptAt, remindAt, closeAt }: CheckinWindow,
): PlannedItem[] {
  const item = (kind: 'prompt' | 'remind', dueAt: Temporal.Instant): PlannedItem => {
    return { dueKey: `${kind}:${memberId}:${date}`, kind, memberId, date, dueAt }
  }
  const reminds =
    Temporal.Instant.compare(promptAt, remindAt) < 0 && Temporal.Instant.compare(remindAt, closeAt) < 0
  return reminds ? [item('prompt', promptAt), item('remind', remindAt)] : [item('prompt', promptAt)]
}

/** `closes`: in order. One close with the last of them; before it one `member-close` for each time at which some members' own close comes. */
function closeItems(
  teamId: TeamId,
  date: Temporal.PlainDate,
  closes: readonly Temporal.Instant[],
): PlannedItem[] {
  const lastClose = closes.at(-1)!
  const earlier = closes.filter((closeAt) => !closeAt.equals(lastClose))
  const memberCloses = new Map(
    earlier.map((closeAt): [string, PlannedItem] => {
      const dueKey = `member-close:${teamId}:${date}:${closeAt}`
      return [dueKey, { dueKey, kind: 'member-close', memberId: null, date, dueAt: closeAt }]
    }),
  )
  const dueKey = `close:${teamId}:${date}`
  return [...memberCloses.values(), { dueKey, kind: 'close', memberId: null, date, dueAt: lastClose }]
}

/** The window depends on the zone alone, so a large team costs no more clock arithmetic than its zones. */
function windowsByZone(settings: TeamSettings, date: Temporal.PlainDate): (zone: string) => CheckinWindow {
  const windows = new Map<string, CheckinWindow>()
  return (memberZone) => {
    const zone = zoneOf(settings, memberZone)
    const window = windows.get(zone) ?? checkinWindow(settings, zone, date, null)
    windows.set(zone, window)
    return window
  }
}

/** No day of the same week before the date is worked. */
function isFirstOfWeek(calendar: WorkCalendar, date: Temporal.PlainDate): boolean {
  for (let days = 1; days < date.dayOfWeek; days += 1)
    if (teamWorksOn(calendar, date.subtract({ days }))) return false
  return teamWorksOn(calendar, date)
}

/** Once all numbers of the week are in: those of its last day come with this very standup, unless each day asks for its own. */
function weeklyBoardAt(
  { numbersDay, promptTime, zone }: TeamSettings,
  date: Temporal.PlainDate,
  lastClose: Temporal.Instant,
): Temporal.Instant {
  return numbersDay === 'previous' ? lastClose : localInstant(date, promptTime, zone)
}

/**
 * Everything that falls due for the team on `date`: a prompt and a reminder for each member who is asked, a `member-close` for
 * those who close before the others, one close when the last of them closes, last week's board on the first working day of the week, and the next plan. Nobody works: only the next plan.
 * A reminder that would not lie between prompt and close is left out.
 */
export function planDay(
  team: PlannedTeam,
  members: readonly PlannedMember[],
  date: Temporal.PlainDate,
): PlannedItem[] {
  const { teamId, settings } = team
  const next = planItem(teamId, date.add({ days: 1 }))
  const windowIn = windowsByZone(settings, date)
  const windows = members
    .map(({ memberId, zone, calendar }) => ({ memberId, zone, calendar, window: windowIn(zone) }))
    .filter(({ zone, calendar, window }) => isAsked(calendar, window, zoneOf(settings, zone)))
  const closes = windows.map(({ window }) => window.closeAt).sort(Temporal.Instant.compare)
  const lastClose = closes.at(-1)
  if (!lastClose) return [next]
  const items = windows.flatMap(({ memberId, window }) => memberItems(memberId, window))
  items.push(...closeItems(teamId, date, closes))
  if (isFirstOfWeek(team.calendar, date)) {
    const dueAt = weeklyBoardAt(settings, date, lastClose)
    const dueKey = `weekly-board:${teamId}:${date}`
    items.push({ dueKey, kind: 'weekly-board', memberId: null, date, dueAt })
  }
  return [...items, next]
}

/** What holds at the moment a prompt or reminder is taken up; the plan may be older than a leave or an answer. */
export interface PromptFacts {
  teamArchived: boolean
  left: boolean
  excused: boolean
  answered: boolean
  closeAt: Temporal.Instant
}

/** A prompt or a reminder makes sense until the close: nobody is asked for what is closed, answered or not theirs to give. */
export function decideAsking(facts: PromptFacts, now: Temporal.Instant): 'send' | SkipReason {
  if (facts.teamArchived) return 'team-archived'
  if (facts.left) return 'left'
  if (facts.excused) return 'excused'
  if (facts.answered) return 'answered'
  return Temporal.Instant.compare(now, facts.closeAt) < 0 ? 'send' : 'too-late'
}
