// What the signals read of a team at one instant, loaded once for all of its members.
import type { MemberId, UserId } from '../../core/ids.ts'
import type { Period } from '../../numbers/domain/period.ts'
import type { TeamSettings } from '../../org/domain/team.ts'
import type { TeamPast } from '../../targets/domain/team-past.ts'
import type { MemberStanding } from '../../targets/domain/team-progress.ts'
import type { TargetChange } from './kept-target.ts'
import type { AskedDay } from './signals/silence.ts'

export interface SignalFacts {
  now: Temporal.Instant
  settings: TeamSettings
  /** The month. */
  period: Period
  standings: ReadonlyMap<MemberId, MemberStanding>
  past: TeamPast
  /** By member and number, the oldest first, where something was set since a warning opened. Missing: nothing was. */
  targetChanges?: ReadonlyMap<string, readonly TargetChange[]>
  /** Oldest first; members who have answered since are missing. */
  unanswered: ReadonlyMap<MemberId, readonly AskedDay[]>
  /** Of the team's people with an item past its date, by user id, when each was due; the oldest first. `waits`: somebody outside the team has it, for them. */
  overdue: ReadonlyMap<UserId, readonly { dueOn: Temporal.PlainDate; waits: boolean }[]>
}
