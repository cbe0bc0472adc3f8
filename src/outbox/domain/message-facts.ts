// What the bot can say on its own account, and the facts each message is made of. One kind, one renderer in slack/messages.

import type { Board } from '../../boards/domain/leaderboard.ts'
import type { UserId } from '../../core/ids.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { BoardNames, Role } from '../../org/domain/team.ts'
import type { DeliveryProblem } from './message.ts'

/** A number as it is shown: the metric says how to write it. */
export interface Reading {
  metric: Metric
  value: number
}

/** What the rep gets back for an answer. */
export interface Receipt {
  answeredAt: Temporal.Instant
  late: boolean
  numbers: readonly Reading[]
  /** The day that the numbers speak of. */
  numbersDate: Temporal.PlainDate
  streakDays: number
  /** Place on the team's board for that day so far; null: not ranked. */
  place: { rank: number; of: number } | null
  /** Change of the board's metric (or of the role's first) since the number day before; null: nothing to compare. */
  change: { metric: Metric; difference: number } | null
  plan: readonly string[]
  editable: boolean
}

export interface StandupCardFacts {
  kind: 'standup-card'
  teamId: string
  teamName: string
  date: Temporal.PlainDate
  closeAt: Temporal.Instant
  zone: string
  phase: 'prompt' | 'receipt' | 'missed' | 'excused'
  receipt: Receipt | null
}

export interface StandupReminderFacts {
  kind: 'standup-reminder'
  teamId: string
  teamName: string
  date: Temporal.PlainDate
  closeAt: Temporal.Instant
  zone: string
  /** Once it is answered, closed or not needed the reminder shrinks to a line without a button. */
  phase: 'open' | 'answered' | 'closed' | 'excused'
}

export interface SummaryAnswer {
  userId: UserId
  name: string
  late: boolean
  /** Planned lines of the last standup: how many were done. */
  saidDid: { done: number; planned: number } | null
  done: readonly string[]
  plan: readonly string[]
  numbers: readonly Reading[]
}
export interface SummaryBlocker {
  name: string
  text: string
  helperUserId: UserId | null
  /** The helper has taken it on. */
  helped: boolean
  ageDays: number
}
export interface StandupSummaryFacts {
  kind: 'standup-summary'
  teamName: string
  date: Temporal.PlainDate
  numbersDate: Temporal.PlainDate
  closed: boolean
  expected: number
  answers: readonly SummaryAnswer[]
  blockers: readonly SummaryBlocker[]
  away: readonly { name: string; reason: 'leave' | 'holiday' | 'rest-day' }[]
  /** Empty until the close. */
  missing: readonly string[]
}

export interface BoardFacts {
  kind: 'board'
  teamId: string
  teamName: string
  board: Board
  /** The metric ranked by; null: points. */
  metric: Metric | null
  names: BoardNames
  nameOf: Readonly<Record<UserId, string>>
  roles: readonly Role[]
}

export interface SetupInvitationFacts {
  kind: 'setup-invitation'
  channelId: string
  /** Null until somebody has set the team up. */
  teamName: string | null
}

export interface TeamIntroductionFacts {
  kind: 'team-introduction'
  teamName: string
  managerUserId: UserId
  memberCount: number
  promptTime: string
  closeTime: string
  zoneRule: 'member' | 'team'
}

/** What the new manager of a team is told, and the former one. */
export interface TeamHandedOverFacts {
  kind: 'team-handed-over'
  teamName: string
  channelId: string
  byUserId: UserId
  toUserId: UserId
  reader: 'new-manager' | 'former-manager'
}

export interface HelpWantedFacts {
  kind: 'help-wanted'
  blockerId: string
  fromUserId: UserId
  text: string
  state: 'open' | 'helped' | 'closed'
}

/** What a member is told when someone else set a number of theirs right. */
export interface NumberCorrectedFacts {
  kind: 'number-corrected'
  byUserId: UserId
  date: Temporal.PlainDate
  metric: Metric
  /** Null: nothing was recorded for that day. */
  before: number | null
  after: number
  reason: string
}

/** What whoever raised a blocker is told of the one they asked. */
export interface HelpComingFacts {
  kind: 'help-coming'
  helperUserId: UserId
  text: string
  state: 'helped' | 'closed'
}

/** Something the manager has to set right before the bot can go on. */
export interface DeliveryProblemFacts {
  kind: 'delivery-problem'
  teamName: string
  channelId: string
  problem: DeliveryProblem
  userId: UserId | null
}

export type MessageFacts =
  | StandupCardFacts
  | StandupReminderFacts
  | StandupSummaryFacts
  | BoardFacts
  | SetupInvitationFacts
  | TeamIntroductionFacts
  | TeamHandedOverFacts
  | HelpWantedFacts
  | HelpComingFacts
  | NumberCorrectedFacts
  | DeliveryProblemFacts

export type MessageKind = MessageFacts['kind']
