// The stored parts of a member's standups, and the facts that a decision about one of them needs.

import type { MemberId, TeamId, WorkspaceId } from '../../../core/ids.ts'
import type { Metric } from '../../../numbers/domain/metrics.ts'
import type { MemberCalendar } from '../../../org/domain/calendar.ts'
import type { Member, Team, TeamSettings } from '../../../org/domain/team.ts'
import type { StoredState } from '../../domain/member-day.ts'
import type { Blocker } from './standup.ts'
import type { PlannedLine } from './standup-answer.ts'

/** Exists once the day was answered, or closed without an answer. */
export interface StandupEntry {
  workspaceId: WorkspaceId
  memberId: MemberId
  date: Temporal.PlainDate
  teamId: TeamId
  state: StoredState
  /** When it was last saved. */
  answeredAt: Temporal.Instant | null
  /** When it was saved first. */
  firstAnsweredAt: Temporal.Instant | null
  /** 0 for a day without an answer; each saved edit adds one. */
  revision: number
  doneNote: string
  numbersDate: Temporal.PlainDate | null
  /** Working days in a row answered in time, this one included. */
  streakDays: number
  /** Key of the last saved submit: the same submit again changes nothing. */
  lastSubmitKey: string | null
}

/** A line of a member's plan. */
export interface PlanLine extends PlannedLine {
  workspaceId: WorkspaceId
  memberId: MemberId
  teamId: TeamId
  /** The standup in which the line was planned. */
  date: Temporal.PlainDate
  position: number
}

/** Everything that a member's standup of a date is decided from. */
export interface StandupFacts {
  member: Member
  team: Team
  date: Temporal.PlainDate
  /** In force on the date; before a team's first version that one counts. */
  settings: TeamSettings
  /** With extra days and leave within 100 days of the date. */
  calendar: MemberCalendar
  entry: StandupEntry | null
  /** When the member asked to be reminded. Null: they did not. */
  snoozedUntil: Temporal.Instant | null
  /** Of days before, the newest first: enough for a streak. */
  earlier: readonly Pick<StandupEntry, 'date' | 'state' | 'streakDays' | 'numbersDate'>[]
  /** The latest day whose board is posted in the team's channel. Null: none is. */
  lastBoard: Temporal.PlainDate | null
  /** The days whose numbers a report has taken already. */
  reportedDays: readonly Temporal.PlainDate[]
  /** The days with a deal of the member's that was noted as a win. */
  winDays: readonly Temporal.PlainDate[]
  /** What the member's role is asked for, in the team's order, ratios included. */
  metrics: readonly Metric[]
  plan: {
    /** Lines of earlier standups that are open, or that this one settled. */
    before: readonly PlanLine[]
    /** Lines of this one. */
    planned: readonly PlanLine[]
  }
  /** Raised until the date, and open or closed by this standup. */
  blockers: readonly Blocker[]
  todo: OwnTodo
}

/** Open action items of the member's that are due on the date or before it, whatever the team. */
export interface OwnTodo {
  /** The first to be due; more are only counted. */
  items: readonly { actionId: string; text: string }[]
  /** Of all. */
  count: number
}

/** Items that the form and the prompt name. */
export const DUE_ITEMS_NAMED = 5
