// The subjects of the messages about numbers, and the facts that each message shows.
import type { ChannelId, MetricKey, UserId } from '../../core/ids.ts'
import type { TeamIdentity } from '../../org/domain/message-facts.ts'
import type { Metric } from './metrics.ts'

/** The correction in the ledger that a message is about. */
export interface CorrectionSubject {
  memberId: string
  metricKey: MetricKey
  sourceKey: string
}

declare module '../../outbox/domain/message.ts' {
  interface MessageSubjects {
    'number-corrected': CorrectionSubject
    'own-number-corrected': CorrectionSubject
  }
}

export interface CorrectionToldFacts {
  byUserId: UserId
  date: Temporal.PlainDate
  metric: Metric
  /** Null: nothing was recorded for the day. */
  before: number | null
  after: number
  reason: string
}

/** For the member whose number somebody else corrected. */
export interface NumberCorrectedFacts extends CorrectionToldFacts, TeamIdentity {
  kind: 'number-corrected'
}

/** For whoever stands above a manager who corrected a number of their own. */
export interface OwnNumberCorrectedFacts {
  kind: 'own-number-corrected'
  byUserId: UserId
  channelId: ChannelId
  /** Null: for an admin, who sees nobody's numbers. */
  correction: CorrectionToldFacts | null
}
