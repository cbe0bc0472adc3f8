// What the messages about numbers are about, and what they show.
import type { MetricKey, UserId } from '../../core/ids.ts'
import type { Metric } from './metrics.ts'

declare module '../../outbox/domain/message.ts' {
  interface MessageSubjects {
    'number-corrected': { memberId: string; metricKey: MetricKey; sourceKey: string }
  }
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
