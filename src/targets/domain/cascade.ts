// What a target of a team with teams below it is planned from, what a director wants, and what becomes of it, team by team.
import type { TeamId } from '../../core/ids.ts'
import type { Currency } from './cascade-money.ts'
import type { PlanFacts, PlannedVersion, TargetPlan, TargetRefusal } from './plan.ts'
import type { PeopleSplit } from './split-people.ts'
import type { TimeSplit } from './split-time.ts'
import type { TargetPeriod } from './target-period.ts'

/** A team's target of the period, as it stands. */
export interface TeamWhole {
  /** Null: there is none. */
  whole: number | null
  /** 0: there is no version yet. */
  version: number
  /** The team of whose target it is a part. Null: it was set for itself. */
  partOf: TeamId | null
  /** True: it was set itself, or by hand as a part, and stays where the target above changes. */
  keeps: boolean
  /** What of it is its own people's, beside the teams below. Null: all of it. */
  own: number | null
  /** True: that was set by hand. */
  ownKeeps: boolean
}

/** By period: `year 2027-01-01`. */
export type TeamWholes = ReadonlyMap<string, TeamWhole>

export const NO_WHOLE: TeamWhole = {
  ...{ whole: null, version: 0, partOf: null, keeps: false, own: null, ownKeeps: false },
}

export const wholeIn = (wholes: TeamWholes, { kind, from }: TargetPeriod): TeamWhole =>
  wholes.get(periodKey({ kind, from })) ?? NO_WHOLE

export const periodKey = ({ kind, from }: Pick<TargetPeriod, 'kind' | 'from'>): string => `${kind} ${from}`

export interface CascadeTeam {
  teamId: TeamId
  /** In which its wholes are, its people's and its own. */
  currency: Currency
  /** Its latest targets, of other periods too. */
  wholes: TeamWholes
  /** Of its own people, as if there were no teams below. Null: they do not count the number. */
  facts: PlanFacts | null
  /** What its own people reached in the period before, scaled. */
  last: number
  below: readonly CascadeTeam[]
}

export interface CascadeDraft {
  /** Scaled. */
  value: number
  split: PeopleSplit
  /** Of the split by weights, by id of the team below; under the team's own id those of its own people. */
  weights: ReadonlyMap<TeamId, number>
  /** By the same ids. Null: what is set by hand so far stays. Each in the team's own currency. */
  byHand: ReadonlyMap<TeamId, number> | null
  time: TimeSplit
  reason: string
}

/** What one team gets, of which its own people get a part, and each team below. */
export interface PlannedTeam {
  teamId: TeamId
  /** The team above within the cascade. Null: it is the one that the target is set for. */
  above: TeamId | null
  whole: number
  before: number | null
  /** True: set by hand. */
  keeps: boolean
  /** Of its own people. Null: none of them counts the number. */
  own: OwnPart | null
  versions: readonly CascadeVersion[]
}

export interface OwnPart {
  whole: number
  /** True: set by hand beside the teams below. */
  keeps: boolean
  plan: Extract<TargetPlan, { ok: true }>
}

/** A version that is to be written. */
export type CascadeVersion = PlannedVersion & Omit<TeamWhole, 'whole' | 'version'>

/** What a planned version says of the teams above and below: where its whole stays, or is not its own people's alone, as before. */
export function besideTeams(version: PlannedVersion, wholes: TeamWholes, hasTeams: boolean): CascadeVersion {
  const had = wholeIn(wholes, version.period)
  const { partOf, keeps, ownKeeps } = had
  if (hasTeams && [...wholes.values()].some(({ own }) => own !== null))
    return { ...version, whole: had.whole, own: version.whole, partOf, keeps, ownKeeps }
  if (version.whole === had.whole) return { ...version, partOf, keeps, own: null, ownKeeps: false }
  return { ...version, partOf: null, keeps: !version.follows, own: null, ownKeeps: false }
}

export type CascadeRefusal =
  /** Money of several currencies is no sum without plan rates. */
  | { ok: false; reason: 'no-rate'; currencies: readonly string[] }
  | { ok: false; reason: 'period-over' | 'reason-missing' | 'unchanged' | 'nobody' | 'no-weight' }
  /** What is set by hand below the team and its whole clash. `open`: how many others would share what is left. */
  | {
      ok: false
      reason: 'teams-clash'
      teamId: TeamId
      whole: number
      set: readonly { teamId: TeamId; value: number }[]
      open: number
    }
  /** The part of one team does not fit into what its months or people keep. */
  | { ok: false; reason: 'in-team'; teamId: TeamId; whole: number; refusal: TargetRefusal }

export type CascadePlan =
  /** From the top down, each team before those below it. */
  { ok: true; teams: readonly PlannedTeam[] } | CascadeRefusal
