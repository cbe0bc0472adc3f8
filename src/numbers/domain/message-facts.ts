// The subjects of the messages about numbers, and the facts that each message shows.
import type { MetricKey, UserId } from '../../core/ids.ts'
import type { Metric } from './metrics.ts'

declare module '../../outbox/domain/message.ts' {
  interface MessageSubjects {
    'number-corrected': { memberId: string; metricKey: MetricKey; sourceKey: string }
  }
}

/** For the member whose number somebody else corrected. */
export interface NumberCorrectedFacts {
  kind: 'number-corrected'
  byUserId: UserId
  date: Temporal.PlainDate
  metric: Metric
  /** Null: nothing was recorded for the day. */
  before: number | null
  after: number
  reason: string
}
