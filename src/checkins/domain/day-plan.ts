// Plans a team's check-ins of one date, and decides for each prompt and reminder that is due whether it is still sent.

import type { MemberId, TeamId } from '../../core/ids.ts'
import { isBefore } from '../../core/time.ts'
import { teamWorksOn, weekStart } from '../../org/domain/calendar.ts'
import { type CheckinWindow, checkinWindow, windowOf } from '../../org/domain/checkin-window.ts'
import { askedWindows, type DayMember, type DayPlanner, type TeamDay } from '../../org/domain/team-day.ts'
import type { PlannedItem, SkipReason } from '../../schedule/domain/planned-item.ts'
import type { CheckinKind, Rhythm } from './checkin-kind.ts'
import { dueKeyOf } from './due-keys.ts'
import { dateInWeek, daysOfWeek, ownWindow, wasToBeAsked } from './own-window.ts'

/** A member who is asked on the day that is planned. */
type Asked = DayMember & { window: CheckinWindow }

/** `date`: of the check-in, which can be another than that on which the member is asked. */
function memberItems(
  kind: CheckinKind,
  memberId: MemberId,
  { date: day, promptAt, remindAt, closeAt }: CheckinWindow,
  date: Temporal.PlainDate,
): PlannedItem[] {
  const item = (step: 'prompt' | 'remind', dueAt: Temporal.Instant): PlannedItem => {
    const dueKey = dueKeyOf(kind, step, date, `${memberId}:${day}`)
    const until = step === 'prompt' ? { until: closeAt } : {}
    return { dueKey, kind: kind.dueKinds[step], memberId, date: day, dueAt, ...until }
  }
  const reminds =
    Temporal.Instant.compare(promptAt, remindAt) < 0 && Temporal.Instant.compare(remindAt, closeAt) < 0
  return reminds ? [item('prompt', promptAt), item('remind', remindAt)] : [item('prompt', promptAt)]
}

/** `closes`: sorted. One close at the last of them, where the day is the check-in's last, and one `member-close` at each earlier one. */
function closeItems(
  kind: CheckinKind,
  teamId: TeamId,
  { date, day, isLast }: { date: Temporal.PlainDate; day: Temporal.PlainDate; isLast: boolean },
  closes: readonly Temporal.Instant[],
): PlannedItem[] {
  const lastClose = isLast ? closes.at(-1) : undefined
  const memberCloses = new Map(
    closes
      .filter((closeAt) => !lastClose?.equals(closeAt))
      .map((dueAt): [string, PlannedItem] => {
        const dueKey = dueKeyOf(kind, 'member-close', date, `${teamId}:${day}:${dueAt}`)
        return [dueKey, { dueKey, kind: kind.dueKinds['member-close'], memberId: null, date: day, dueAt }]
      }),
  )
  if (!lastClose) return [...memberCloses.values()]
  const dueKey = dueKeyOf(kind, 'close', date, `${teamId}:${day}`)
  const close = { dueKey, kind: kind.dueKinds.close, memberId: null, date: day, dueAt: lastClose }
  return [...memberCloses.values(), close]
}

/**
 * A prompt and a reminder for each member who is asked, a `member-close` for those who close before the others, and
 * one close when the last of them closes. A reminder that would not lie between prompt and close is left out.
 */
export const checkinPlanner =
  (kind: CheckinKind): DayPlanner =>
  (day): PlannedItem[] => {
    const rhythm = kind.rhythm(day.settings)
    if (!rhythm) return []
    return rhythm.weekday === null
      ? dailyItems(kind, day, rhythm)
      : weeklyItems(kind, day, { ...rhythm, weekday: rhythm.weekday })
  }

/** Where all are off since it opened, some may have answered: it closes when it was to, and says nothing where nobody has. */
function dailyItems(kind: CheckinKind, day: TeamDay, rhythm: Rhythm): PlannedItem[] {
  const asked = askedWindows({ ...day, settings: { ...day.settings, ...rhythm } })
  const closing =
    asked.length > 0
      ? asked
      : day.members
          .filter((of) => wasToBeAsked(kind, day.settings, of, day.date))
          .map((of) => ({ ...of, window: windowOf(rhythm, of, day.date) }))
  if (closing.length === 0) return []
  const of = { date: day.date, day: day.date, isLast: true }
  return itemsOf(kind, day, asked, of, closesOf(closing))
}

const closesOf = (asked: readonly Asked[]): Temporal.Instant[] =>
  asked.map(({ window }) => window.closeAt).sort(Temporal.Instant.compare)

function itemsOf(
  kind: CheckinKind,
  { team }: TeamDay,
  asked: readonly Asked[],
  of: Parameters<typeof closeItems>[2],
  closes: readonly Temporal.Instant[],
): PlannedItem[] {
  const own = asked.flatMap(({ member, window }) => memberItems(kind, member.memberId, window, of.date))
  return [...own, ...closeItems(kind, team.teamId, of, closes)]
}

/**
 * The members whose own day it is; the close on the last own day of the week, at the earliest on the team's. Whoever was
 * to be asked on its date and is off since may have answered: it closes there then, and says nothing where nobody has.
 */
function weeklyItems(
  kind: CheckinKind,
  day: TeamDay,
  { weekday }: Rhythm & { weekday: number },
): PlannedItem[] {
  const startsOn = weekStart(day.settings.workDays)
  const date = dateInWeek(day.date, weekday, startsOn)
  const asked = day.members.flatMap((of): Asked[] => {
    const own = ownWindow(kind, day.settings, of, date)
    return own?.asked ? [{ ...of, window: own.window }] : []
  })
  const mayBeIn = day.members.some((of) => wasToBeAsked(kind, day.settings, of, date))
  if (asked.length === 0 && !mayBeIn) return []
  const teamDay =
    mayBeIn || teamWorksOn(day.calendar, date)
      ? date
      : daysOfWeek(date, startsOn).findLast((one) => teamWorksOn(day.calendar, one))
  const last = [...(teamDay ? [teamDay] : []), ...asked.map(({ window }) => window.date)].reduce(laterOf)
  const own = asked.filter(({ window }) => window.date.equals(day.date))
  const isLast = last.equals(day.date)
  // Everybody may be off on the team's day: it closes then all the same, as for those who are asked on it.
  const closes = own.length > 0 || !isLast ? closesOf(own) : [closeOnTeamDay(kind, day)]
  return itemsOf(kind, day, own, { date, day: day.date, isLast }, closes)
}

const laterOf = (one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(one, other) < 0 ? other : one

function closeOnTeamDay(kind: CheckinKind, { settings, date }: TeamDay): Temporal.Instant {
  return checkinWindow(kind.rhythm(settings)!, settings.zone, date, null).closeAt
}

/** The state when a prompt or reminder is due: leave or an answer may have come after the plan was made. */
export interface PromptFacts {
  teamArchived: boolean
  left: boolean
  excused: boolean
  answered: boolean
  /** The member is reminded then instead, as they asked. Null: they did not ask. */
  snoozedUntil: Temporal.Instant | null
  closeAt: Temporal.Instant
}

/** After a reminder that a member asked for the one of everybody would say the same again. */
export const QUIET_MINUTES = 15

/** A prompt or a reminder is sent until the close, to members who still have something to answer. */
export function decideAsking(
  facts: PromptFacts,
  now: Temporal.Instant,
  quietMinutes = 0,
): 'send' | SkipReason {
  if (facts.teamArchived) return 'team-archived'
  if (facts.left) return 'left'
  if (facts.excused) return 'excused'
  if (facts.answered) return 'answered'
  if (facts.snoozedUntil && isBefore(now, facts.snoozedUntil.add({ minutes: quietMinutes })))
    return 'superseded'
  return Temporal.Instant.compare(now, facts.closeAt) < 0 ? 'send' : 'too-late'
}
