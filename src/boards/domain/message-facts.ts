// The subject of a board message, and the facts that it shows.
import type { UserId } from '../../core/ids.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { PeriodKind } from '../../numbers/domain/period.ts'
import type { BoardNames, Role } from '../../org/domain/team.ts'
import type { Board } from './leaderboard.ts'
import type { DealAmount, PersonalRecord, RecapDeals, RecapTotal } from './recap.ts'

declare module '../../outbox/domain/message.ts' {
  interface MessageSubjects {
    /** `from`: the first date of the period. */
    board: { period: PeriodKind; from: string }
  }
}

/** A posted message was brought up to date, as its readers' clock shows it. `since`: posted, or complete. */
export interface Revised {
  at: Temporal.Instant
  since: Temporal.Instant
  zone: string
}

export interface WeightedMetric {
  metric: Metric
  weight: number
}

export interface RecapFacts {
  totals: readonly (Omit<RecapTotal, 'metric'> & { metric: Metric })[]
  records: readonly (Omit<PersonalRecord, 'metric'> & { metric: Metric })[]
  /** Null: there was none. */
  deals: DealFacts | null
}

export interface DealFacts extends Pick<RecapDeals, 'count'> {
  amounts: readonly ShownAmount[]
  favourite: (Omit<NonNullable<RecapDeals['favourite']>, 'metric'> & ShownAmount) | null
}

type ShownAmount = Omit<DealAmount, 'metric'> & { metric: Metric }

export interface BoardFacts {
  kind: 'board'
  teamId: string
  teamName: string
  board: Board
  /** The metric of the ranking. Null: of several, or points. */
  metric: Metric | null
  /** Of the measure by weights; else empty. */
  weighted: readonly WeightedMetric[]
  names: BoardNames
  nameOf: Readonly<Record<UserId, string>>
  /** Members who were away, with numbers that are kept: those of whom the team may say that it is leave. */
  onLeave: readonly UserId[]
  roles: readonly Role[]
  /** It ranks the people of this role alone. Missing: everybody. */
  role?: Role
  /** Null: as posted, or not a posted one. */
  revised: Revised | null
  /** It is shown as it stood then. Missing: as it stands. */
  asOf?: { at: Temporal.Instant; zone: string }
  /** Of a week's board as posted. */
  recap: RecapFacts | null
  /** It was asked for by targets, and nobody has one in the period, so it ranks by points. */
  noTargets: boolean
}
