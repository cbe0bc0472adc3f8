// A rule of a team, and a warning as it is kept: the episode with whom and what it is about.
import type { MemberId, MetricKey, TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { Episode } from './episode.ts'
import type { TargetEvidence } from './kept-target.ts'
import type { DateStretch } from './mute-dates.ts'
import type { Procedure } from './procedure.ts'
import type { RuleSettings, Signal } from './rule-settings.ts'
import type { PaceEvidence } from './signals/behind-pace.ts'
import type { ForecastEvidence } from './signals/forecast-miss.ts'
import type { LeakEvidence } from './signals/funnel-leak.ts'
import type { OverdueEvidence } from './signals/item-overdue.ts'
import type { OverspendEvidence } from './signals/overspend.ts'
import type { RiskEvidence } from './signals/raised-by-hand.ts'
import type { SilenceEvidence } from './signals/silence.ts'
import type { ThresholdEvidence } from './signals/threshold.ts'
import type { TrendEvidence } from './signals/trend.ts'

export interface Rule {
  workspaceId: WorkspaceId
  ruleId: string
  teamId: TeamId
  signal: Signal
  /** Null: the signal is about no metric. */
  metricKey: MetricKey | null
  /** Which of the default rules it is. Null: the team's own. */
  preset: string | null
  settings: RuleSettings
  procedure: Procedure
  /** On none of these dates a warning opens. */
  muted: readonly DateStretch[]
  active: boolean
  /** When its limits were last changed, or it was switched on or off. Missing: never. */
  changedAt?: Temporal.Instant | null
  /** Its limits before that. Missing: it has those that it began with. */
  settingsBefore?: RuleSettings | null
}

/**
 * Of the oldest, and how many there are. `waiting`: requests for support that somebody outside the team has. Missing: of an
 * older warning, none. `ownerUserId`: whose they are, where it is nobody of the team.
 */
export type OverdueItems = OverdueEvidence & { items: number; waiting?: number; ownerUserId?: UserId }

export interface Evidences {
  'behind-pace': PaceEvidence & TargetEvidence
  'forecast-miss': ForecastEvidence & TargetEvidence
  silence: SilenceEvidence
  trend: TrendEvidence
  threshold: ThresholdEvidence
  'funnel-leak': LeakEvidence
  overspend: OverspendEvidence & TargetEvidence
  'item-overdue': OverdueItems
  'raised-by-hand': RiskEvidence
}

/** The numbers behind a warning, as its signal has them. */
export type Evidence = Evidences[keyof Evidences]

export interface Warning {
  workspaceId: WorkspaceId
  episodeId: string
  teamId: TeamId
  ruleId: string
  signal: Signal
  /** Null: it is about the team, or about somebody outside it who has items of it. */
  memberId: MemberId | null
  metricKey: MetricKey
  periodFrom: Temporal.PlainDate
  periodTo: Temporal.PlainDate
  episode: Episode
  evidence: Evidence
  /** Incremented with each change. */
  version: number
}

/** Whose late items it is about, where they do not belong to the team. Null: it is about a member or the team. */
export const outsideOwnerOf = ({
  signal,
  memberId,
  evidence,
}: Pick<Warning, 'signal' | 'memberId' | 'evidence'>): UserId | null =>
  signal === 'item-overdue' && memberId === null ? ((evidence as OverdueItems).ownerUserId ?? null) : null

/** It is about the team as a whole, whoever raised it. */
export const isOfTeam = (warning: Pick<Warning, 'signal' | 'memberId' | 'evidence'>): boolean =>
  warning.memberId === null && outsideOwnerOf(warning) === null

/** What somebody has raised by hand. Null: a signal found it. */
export const riskOf = ({ signal, evidence }: Pick<Warning, 'signal' | 'evidence'>): RiskEvidence | null =>
  signal === 'raised-by-hand' ? (evidence as RiskEvidence) : null
