// Loads one member's standup on one date: by which settings and clock, what was answered, what may be done now.
import type { Queryable } from '../db/client.ts'
import { memberCalendar } from '../db/member-calendar.ts'
import type { Seat } from '../db/seats.ts'
import { entriesUpTo, type StandupEntry } from '../db/standups.ts'
import { isAsked } from '../domain/asked.ts'
import { type MemberCalendar, workingFraction } from '../domain/calendar.ts'
import {
  canFile,
  type Filing,
  type StandupState,
  type StandupWindow,
  standupState,
  zoneOf,
} from '../domain/standup.ts'
import type { Person, TeamSettings } from '../domain/team.ts'
import { windowOf } from './team-day.ts'

export interface MemberDay extends Seat {
  date: Temporal.PlainDate
  /** In force on the date. */
  settings: TeamSettings
  calendar: MemberCalendar
  zone: string
  window: StandupWindow
  entry: StandupEntry | null
  /** Entries of days before, the newest first: enough for a streak. */
  earlier: readonly StandupEntry[]
  state: StandupState
  /** False: they are off while it is asked and answered. */
  asked: boolean
}

const ENTRIES = 12

/** `zone`: the person's own, as Slack has it. */
export async function loadMemberDay(
  q: Queryable,
  { member, team }: Seat,
  person: Pick<Person, 'zone'>,
  date: Temporal.PlainDate,
  now: Temporal.Instant,
): Promise<MemberDay> {
  const { workspaceId, teamId, memberId } = member
  const [agreed, entries] = await Promise.all([
    memberCalendar(q, member, date),
    entriesUpTo(q, workspaceId, memberId, date, ENTRIES),
  ])
  if (!agreed) throw new Error(`The team ${teamId} has no settings.`)
  const { settings, calendar } = agreed
  const zone = zoneOf(settings, person.zone)
  const window = windowOf(settings, { calendar, zone }, date)
  const entry = entries.find((candidate) => candidate.date.equals(date)) ?? null
  const excused = workingFraction(calendar, date) === 0
  return {
    member,
    team,
    date,
    settings,
    calendar,
    zone,
    window,
    entry,
    earlier: entries.filter((candidate) => candidate !== entry),
    state: standupState(entry, excused, window, now),
    asked: isAsked(calendar, window, zone),
  }
}

/** Whether it can be filed or edited now. Who was not asked is never late with it. */
export function filingOf({ state, window, asked }: MemberDay, now: Temporal.Instant): Filing {
  const filing = canFile(state, window, now)
  return filing.ok ? { ok: true, late: filing.late && asked } : filing
}
