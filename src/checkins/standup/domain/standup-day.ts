// Decides the state of one member's standup of a date: its zone and window, whether it is answered, and what may be done now.

import type { Person } from '../../../core/person.ts'
import { numbersDate } from '../../../numbers/domain/numbers-day.ts'
import { isAsked } from '../../../org/domain/asked.ts'
import { type MemberCalendar, workingFraction } from '../../../org/domain/calendar.ts'
import { type CheckinWindow, windowOf, zoneOf } from '../../../org/domain/checkin-window.ts'
import { calendarAtCloses } from '../../../org/domain/known-in-time.ts'
import { asMemberOf, may } from '../../../org/domain/permissions.ts'
import type { Member } from '../../../org/domain/team.ts'
import { type CheckinState, canFile, checkinState, type Filing } from '../../domain/member-day.ts'
import { mayFileStandup } from './permissions.ts'
import type { StandupFacts } from './standup-facts.ts'

export interface StandupDay extends StandupFacts {
  zone: string
  window: CheckinWindow
  state: CheckinState
  /** False: the member is off during the window. */
  asked: boolean
}

/** `zone`: the person's own, as Slack has it. */
export function standupDayOf(
  facts: StandupFacts,
  person: Pick<Person, 'zone'>,
  now: Temporal.Instant,
): StandupDay {
  const { date, settings, calendar, entry } = facts
  const zone = zoneOf(settings, person.zone)
  const window = windowOf(settings, { calendar, zone }, date)
  const excused = workingFraction(calendar, date) === 0
  return {
    ...facts,
    zone,
    window,
    state: checkinState(entry, excused, window, now),
    asked: isAsked(calendar, window, zone),
  }
}

/**
 * The date whose numbers this standup asks for. An answer keeps its own, and none asks again for what an earlier one asked
 * for: leave that was recorded or cancelled since neither reopens a day nor overwrites it.
 */
export function numbersDateOf({
  settings,
  calendar,
  date,
  entry,
  earlier,
}: StandupFacts): Temporal.PlainDate {
  if (entry?.numbersDate && entry.revision > 0) return entry.numbersDate
  const wanted = numbersDate(settings, calendar, date)
  const asked = earlier.find(({ state }) => state !== 'excused')?.date
  return asked && Temporal.PlainDate.compare(wanted, asked) < 0 ? asked : wanted
}

/** A report has asked for these numbers: the standup does not ask again. */
export const numbersReported = (facts: StandupFacts): boolean =>
  facts.reportedDays.some((day) => day.equals(numbersDateOf(facts)))

/** Nobody was asked on a day of leave: it breaks no streak, even where the leave was cancelled since. */
export function streakCalendarOf({ calendar, settings, zone }: StandupDay): MemberCalendar {
  const { leave } = calendarAtCloses(calendar, settings, zone)
  return { ...calendar, leave: [...calendar.leave, ...leave] }
}

/** Whether it can be filed or edited now. A member who was not asked is never late. */
export function filingOf({ state, window, asked }: StandupDay, now: Temporal.Instant): Filing {
  const filing = canFile(state, window, now)
  return filing.ok ? { ok: true, late: filing.late && asked } : filing
}

/** Who has left files nothing any more, not even for the day that is kept because it was answered. */
export function mayFile(who: Person, { teamId, leftOn }: Member): boolean {
  const { workspaceId, userId } = who
  const teams = leftOn === null ? [teamId] : []
  return may(asMemberOf(who, teams), mayFileStandup, { workspaceId, teamId, userId })
}
