// What the messages of reports are about, and what they show.

import type { Revised } from '../../../boards/domain/message-facts.ts'
import type { UserId } from '../../../core/ids.ts'
import type { MetricValue } from '../../../numbers/domain/metric-value.ts'
import type { TeamIdentity } from '../../../org/domain/message-facts.ts'
import type { BoardNames } from '../../../org/domain/team.ts'
import type { OwnTarget } from '../../../targets/domain/own-target.ts'
import type { CardPhase, ReminderPhase } from '../../domain/card-phase.ts'
import type { AnswerCommentFacts } from '../../domain/review.ts'
import type { KnownWeek } from './known-week.ts'
import type { QuestionPhase } from './question.ts'
import type { ReportDefinition } from './report-kind.ts'
import type { SupportRequest } from './support.ts'

interface ReportSubject {
  /** The name of the kind of report. */
  checkin: string
  memberId: string
  date: string
}

declare module '../../../outbox/domain/message.ts' {
  interface MessageSubjects {
    'report-card': ReportSubject
    'report-reminder': ReportSubject
    'report-nudge': ReportSubject
    'report-summary': { checkin: string; date: string }
    'report-comment': ReportSubject & { byUserId: string; version: number }
    'report-question': ReportSubject & { version: number }
  }
}

/** What a member has reported. */
export interface ReportReceipt {
  late: boolean
  sections: Readonly<Record<string, string>>
  numbers: readonly MetricValue[]
  /** Null: no numbers were entered with it. */
  numbersDate: Temporal.PlainDate | null
  support: readonly SupportRequest[]
  editable: boolean
  /** A question has opened it again until then. Null: it is as open as any. */
  reopenedUntil: Temporal.Instant | null
  /** Who has read it; `changed`: and not what was changed since. Null: nobody. */
  read: { byUserId: UserId; changed: boolean } | null
}

export interface ReportCardFacts extends Omit<TeamIdentity, 'checkinName'> {
  kind: 'report-card'
  teamId: string
  definition: ReportDefinition
  date: Temporal.PlainDate
  closeAt: Temporal.Instant
  zone: string
  phase: CardPhase
  receipt: ReportReceipt | null
  /** The member asked to be reminded then. Null: they did not ask. */
  snoozedUntil: Temporal.Instant | null
  /** On the prompt: what is known of the week, how it stands against the targets, and requests for support that are still open. */
  known: (KnownWeek & { targets: readonly OwnTarget[]; support: readonly SupportRequest[] }) | null
}

export interface ReportReminderFacts extends Omit<TeamIdentity, 'checkinName'> {
  kind: 'report-reminder'
  teamId: string
  definition: ReportDefinition
  date: Temporal.PlainDate
  closeAt: Temporal.Instant
  zone: string
  phase: ReminderPhase
}

/** What whoever leads the team sends those whose report is missing before the close. */
export interface ReportNudgeFacts extends Omit<ReportReminderFacts, 'kind'> {
  kind: 'report-nudge'
  byUserId: UserId
}

export interface ReportQuestionFacts extends Omit<TeamIdentity, 'checkinName'> {
  kind: 'report-question'
  teamId: string
  definition: ReportDefinition
  date: Temporal.PlainDate
  zone: string
  phase: QuestionPhase
  byUserId: UserId
  /** Empty where it was taken back, or stands below. */
  question: string
  until: Temporal.Instant
  reply: string
}

export interface ReportCommentFacts extends AnswerCommentFacts {
  kind: 'report-comment'
  definition: ReportDefinition
}

export interface ReportedAnswer {
  name: string
  late: boolean
  sections: Readonly<Record<string, string>>
  /** Of them, those that hold a model's draft as it was written., as `draftedAs` keeps them. */
  drafted: readonly string[]
}

export interface ReportSummaryFacts {
  kind: 'report-summary'
  teamName: string
  definition: ReportDefinition
  /** `none`: only counts are shown, no name and nothing that somebody wrote. */
  names: BoardNames
  date: Temporal.PlainDate
  closed: boolean
  /** What it shows changed after the close. Null: it did not. */
  revised: Revised | null
  expected: number
  answers: readonly ReportedAnswer[]
  /** Open ones of the team's reports, and those of this one that are done. `name`: who asks. */
  support: readonly (SupportRequest & { name: string })[]
  /** Who is not asked this week, and has not reported on their own. */
  away: readonly string[]
  /** Empty until the close. */
  missing: readonly string[]
}
