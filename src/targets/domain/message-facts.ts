// The subject of the message about a rep's target, and the facts that it shows.
import type { MemberId, MetricKey, UserId } from '../../core/ids.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { TeamIdentity } from '../../org/domain/message-facts.ts'
import type { OfferLine } from './leave-offer.ts'
import type { TargetPeriod, TargetPeriodKind } from './target-period.ts'

declare module '../../outbox/domain/message.ts' {
  interface MessageSubjects {
    /** To the rep. `from`, `to`: ISO dates. */
    'target-set': {
      memberId: MemberId
      metricKey: MetricKey
      period: TargetPeriodKind
      from: string
      to: string
      version: number
    }
    /** To whoever acts for the team: its part of a target of the team above, or with teams below it a target of the whole. */
    'team-target-set': {
      metricKey: MetricKey
      period: TargetPeriodKind
      from: string
      to: string
      version: number
    }
    /** To the rep, about several that were set at once. */
    'targets-set': {
      memberId: MemberId
      targets: readonly {
        metricKey: MetricKey
        period: TargetPeriodKind
        from: string
        to: string
        version: number
        /** The first of several versions that were written at once. Missing: there was one. */
        since?: number | undefined
      }[]
    }
    /** To whoever looks after the member's leave. `from`: ISO date of the first day of the month. */
    'leave-offer': { memberId: MemberId; from: string }
  }
}

export interface SetTarget {
  metric: Metric
  period: TargetPeriod
  /** Null: there was none. */
  before: number | null
  after: number
  /** True: it changed only because another one of the same year or quarter was set. */
  follows: boolean
}

interface SetBy extends TeamIdentity {
  byUserId: UserId
  /** Empty: none was given. */
  reason: string
}

export interface TargetSetFacts extends SetBy, SetTarget {
  kind: 'target-set'
}

export interface TargetsSetFacts extends SetBy {
  kind: 'targets-set'
  /** At least one. */
  targets: readonly SetTarget[]
}

/** The team of whose target another's is a part. */
export interface TargetAbove {
  teamName: string
  isCompany: boolean
}

export interface TeamTargetSetFacts extends SetBy, Omit<SetTarget, 'follows'> {
  kind: 'team-target-set'
  /** Null: it is a part of none. */
  partOf: TargetAbove | null
}

export interface LeaveOfferFacts extends TeamIdentity {
  kind: 'leave-offer'
  memberId: MemberId
  userId: UserId
  month: TargetPeriod
  /** Working days. */
  away: number
  /** True: somebody else decides about it now, and this reader is shown no more of it. */
  isPassedOn: boolean
  /** False: leave was cancelled since. */
  isLong: boolean
  /** The targets stay: nothing is offered any more. */
  isOver: boolean
  lines: readonly OfferLine[]
}
