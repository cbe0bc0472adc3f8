// A member's report of a date: what is stored, and the state that follows from it, the calendar and the clock.
import type { MemberId, TeamId, WorkspaceId } from '../../../core/ids.ts'
import type { Person } from '../../../core/person.ts'
import { isBefore } from '../../../core/time.ts'
import { enteredMetrics, type Metric } from '../../../numbers/domain/metrics.ts'
import type { MemberCalendar } from '../../../org/domain/calendar.ts'
import { type CheckinWindow, zoneOf } from '../../../org/domain/checkin-window.ts'
import { asMemberOf, may } from '../../../org/domain/permissions.ts'
import type { Member, Team, TeamSettings } from '../../../org/domain/team.ts'
import { asks } from '../../domain/checkin-kind.ts'
import {
  type CheckinState,
  canFile,
  checkinState,
  type Filing,
  type StoredState,
} from '../../domain/member-day.ts'
import { ownWindow } from '../../domain/own-window.ts'
import { STANDUP_KIND } from '../../standup/domain/standup-kind.ts'
import { mayFileReport } from './permissions.ts'
import { type ReportQuestion, reopens } from './question.ts'
import { definitionOf, type ReportDefinition, reportKind } from './report-kind.ts'

export interface ReportEntry {
  workspaceId: WorkspaceId
  memberId: MemberId
  /** The name of the kind of report. */
  kind: string
  date: Temporal.PlainDate
  teamId: TeamId
  state: StoredState
  /** When it was last saved. */
  answeredAt: Temporal.Instant | null
  /** When it was saved first. */
  firstAnsweredAt: Temporal.Instant | null
  /** 0 for a date without an answer; each saved edit adds one. */
  revision: number
  /** What the member wrote, by the section's key. */
  sections: Readonly<Record<string, string>>
  /** The keys of those that hold a model's draft as it was written., as `draftedAs` keeps them. */
  drafted: readonly string[]
  /** The day whose numbers were entered with it. Null: none were. */
  numbersDate: Temporal.PlainDate | null
  lastSubmitKey: string | null
}

export interface ReportFacts {
  member: Member
  team: Team
  settings: TeamSettings
  calendar: MemberCalendar
  /** The person's own zone, as Slack has it. */
  personZone: string
  name: string
  date: Temporal.PlainDate
  entry: ReportEntry | null
  /** What somebody who leads the team asked back, the last of it. Null: nothing ever. */
  question: ReportQuestion | null
  /** The member asked to be reminded then. Null: they did not ask. */
  snoozedUntil: Temporal.Instant | null
  /** What the member's role is asked for, ratios included. */
  metrics: readonly Metric[]
}

export interface ReportDay extends ReportFacts {
  definition: ReportDefinition
  zone: string
  /** Its `date` is the member's own day. */
  window: CheckinWindow
  asked: boolean
  state: CheckinState
}

/** Null: the team does not have this report. */
export function reportDayOf(facts: ReportFacts, now: Temporal.Instant): ReportDay | null {
  const { settings, calendar, name, date, entry } = facts
  const stored = settings.reports[name]
  const zone = zoneOf(settings, facts.personZone)
  const own = ownWindow(reportKind(name), settings, { calendar, zone }, date)
  if (!own || !stored) return null
  const { window, works, asked } = own
  const state = checkinState(entry, !works, window, now)
  return { ...facts, definition: definitionOf(name, stored), zone, window, asked, state }
}

/** Whether it can be filed or edited now. A member who was not asked is never late; a question opens what is closed. */
export function filingOf(day: ReportDay, now: Temporal.Instant): Filing {
  const { state, window, asked } = day
  const filing = canFile(state, window, now)
  if (filing.ok) return { ok: true, late: filing.late && asked }
  return isReopened(day, now) ? { ok: true, late: state !== 'answered' && asked } : filing
}

/** It is open only because of a question; what was counted with it stays as it was. */
export const isReopened = ({ state, window, question }: ReportDay, now: Temporal.Instant): boolean =>
  reopens(question, now) && !isBefore(now, window.closeAt) && !canFile(state, window, now).ok

export function mayFile(who: Person, { teamId, leftOn }: Member): boolean {
  const { workspaceId, userId } = who
  const teams = leftOn === null ? [teamId] : []
  return may(asMemberOf(who, teams), mayFileReport, { workspaceId, teamId, userId })
}

/** The numbers that it asks for: of its own day, once that has begun, where no standup of the same day asks for them. */
export function askedNumbers(day: ReportDay, now: Temporal.Instant): Metric[] {
  const { definition, settings, metrics, window, zone } = day
  const asksFor =
    definition.asksNumbers && settings.numbersDay === 'previous' && asks(STANDUP_KIND, settings, 'numbers')
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  if (!asksFor || isReopened(day, now) || Temporal.PlainDate.compare(today, window.date) < 0) return []
  return enteredMetrics(metrics)
}
