// What the messages of the standup are about, and what they show.

import type { Revised } from '../../../boards/domain/message-facts.ts'
import type { UserId } from '../../../core/ids.ts'
import type { MetricValue } from '../../../numbers/domain/metric-value.ts'
import type { Metric } from '../../../numbers/domain/metrics.ts'
import type { TripKind } from '../../../org/domain/leave-kind.ts'
import type { TeamIdentity } from '../../../org/domain/message-facts.ts'
import type { BoardNames, Measure } from '../../../org/domain/team.ts'
import type { OwnTarget } from '../../../targets/domain/own-target.ts'
import type { CardPhase, ReminderPhase } from '../../domain/card-phase.ts'
import type { KnownDay } from './as-planned.ts'

interface MemberDateSubject {
  memberId: string
  date: string
}
interface BlockerAsked {
  blockerId: string
  helperUserId: UserId
}

declare module '../../../outbox/domain/message.ts' {
  interface MessageSubjects {
    'standup-card': MemberDateSubject
    'standup-reminder': MemberDateSubject
    'standup-nudge': MemberDateSubject
    'standup-summary': { date: string }
    'help-wanted': BlockerAsked
    'help-coming': BlockerAsked
  }
}

/** What the rep gets back for an answer. */
export interface Receipt {
  answeredAt: Temporal.Instant
  late: boolean
  numbers: readonly MetricValue[]
  /** The date that the numbers are of. */
  numbersDate: Temporal.PlainDate
  streakDays: number
  /** Days of a streak that ended, because this answer came late. */
  streakEnded: number
  /** Place on the team's board for that day so far; null: not ranked. `metric`: the one that the measure is of, if it is of one. */
  place: { rank: number; of: number; tied: boolean; measure: Measure; metric: Metric | null } | null
  /** The numbers are of the day that the colleagues report too. */
  teamsDay: boolean
  /** Change of the board's metric (or of the role's first) since the number day before; null: nothing to compare. */
  change: { metric: Metric; difference: number; since: Temporal.PlainDate } | null
  /** Planned lines that are done, and what else was. */
  done: readonly string[]
  plan: readonly string[]
  /** Raised in this standup. */
  blockers: readonly Pick<SummaryBlocker, 'text' | 'helperUserId' | 'state'>[]
  /** Of what was just reported, as it stands now. */
  targets: readonly OwnTarget[]
  editable: boolean
  /** Who of those that lead the team has read it. `changed`: it was edited since. Null: nobody has. */
  read: { byUserId: UserId; changed: boolean } | null
}

export interface StandupCardFacts extends TeamIdentity {
  kind: 'standup-card'
  teamId: string
  date: Temporal.PlainDate
  closeAt: Temporal.Instant
  zone: string
  phase: CardPhase
  receipt: Receipt | null
  /** On the prompt: what "As planned" would file, as it was when the message was last written. */
  known: KnownDay | null
  /** When the member is reminded, as they asked. */
  snoozedUntil: Temporal.Instant | null
  /** On the member's first standup in the team: who sees the answers. Null: on a later one, or the manager's own. */
  firstTime: { managerUserId: UserId; channelId: string; names: BoardNames } | null
}

export interface StandupReminderFacts extends TeamIdentity {
  kind: 'standup-reminder'
  teamId: string
  date: Temporal.PlainDate
  closeAt: Temporal.Instant
  zone: string
  phase: ReminderPhase
}

/** What a member is sent when somebody who leads the team asks for the answer; it ends as a reminder does. */
export interface StandupNudgeFacts extends Omit<StandupReminderFacts, 'kind'> {
  kind: 'standup-nudge'
  byUserId: UserId
}

export interface SummaryAnswer {
  userId: UserId
  name: string
  late: boolean
  /** Planned lines of the last standup: how many were done. */
  saidDid: { done: number; planned: number } | null
  done: readonly string[]
  plan: readonly string[]
  numbers: readonly MetricValue[]
  /** The date that the numbers are of: mostly the heading's, another after leave. */
  numbersDate: Temporal.PlainDate
}
export interface SummaryBlocker {
  blockerId: string
  name: string
  text: string
  helperUserId: UserId | null
  /** `helped`: the helper has taken it on. `closed`: on the summary's date or later. */
  state: 'open' | 'helped' | 'closed'
  ageDays: number
}
export interface StandupSummaryFacts {
  kind: 'standup-summary'
  teamName: string
  checkinName: string
  /** `none`: only counts are shown, no name and nothing that somebody wrote. */
  names: BoardNames
  date: Temporal.PlainDate
  /** In the heading over the numbers. */
  numbersDate: Temporal.PlainDate
  closed: boolean
  /** What it shows changed after the close. Null: it did not. */
  revised: Revised | null
  expected: number
  answers: readonly SummaryAnswer[]
  blockers: readonly SummaryBlocker[]
  /** `reason` null: on leave, which only the person's home team is told. */
  away: readonly { name: string; reason: 'leave' | 'holiday' | 'rest-day' | null }[]
  /** Asked and counted like any other; only the person's home team is told. */
  elsewhere: readonly { name: string; kind: TripKind }[]
  /** Empty until the close. */
  missing: readonly string[]
}

export interface HelpWantedFacts {
  kind: 'help-wanted'
  blockerId: string
  fromUserId: UserId
  text: string
  state: 'open' | 'helped' | 'closed'
  /** Somebody else has taken it on. */
  byOther: UserId | null
}

/** What a blocker's owner is told about the helper. */
export interface HelpComingFacts {
  kind: 'help-coming'
  helperUserId: UserId
  text: string
  state: 'helped' | 'closed'
}
