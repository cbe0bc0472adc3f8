// What the signals read of a team at one instant, loaded once for all of its members.
import type { MemberId } from '../../core/ids.ts'
import type { MemberStanding } from '../../targets/domain/team-progress.ts'
import type { AskedDay } from './signals/silence.ts'

export interface SignalFacts {
  standings: ReadonlyMap<MemberId, MemberStanding>
  /** Oldest first; members who have answered since are missing. */
  unanswered: ReadonlyMap<MemberId, readonly AskedDay[]>
}
