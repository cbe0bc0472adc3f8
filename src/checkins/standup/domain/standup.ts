// What a standup holds: plan lines and what became of them, blockers, the answer, and the streak that it extends.

import type { MemberId, MetricKey, TeamId, UserId, WorkspaceId } from '../../../core/ids.ts'
import type { StoredState } from '../../domain/member-day.ts'

export type Outcome = 'done' | 'carried' | 'dropped'
export interface PlanItem {
  itemId: string
  text: string
  outcome: Outcome | null
}
/** Ids of plan lines by outcome. */
export type Outcomes = Readonly<Record<Outcome, readonly string[]>>
export interface Blocker {
  workspaceId: WorkspaceId
  blockerId: string
  teamId: TeamId
  memberId: MemberId
  text: string
  helperUserId: UserId | null
  state: 'open' | 'helped' | 'closed'
  raisedOn: Temporal.PlainDate
  /** Null until it is closed. */
  closedOn: Temporal.PlainDate | null
  /** Removed by an edit of the standup that raised it. */
  withdrawn: boolean
}

/** A submitted answer, parsed and validated by the Slack layer. Values are scaled integers. */
export interface StandupAnswer {
  /** Plan items of the last standup, by id: done or dropped; those not named are carried on. */
  doneItemIds: readonly string[]
  droppedItemIds: readonly string[]
  /** Anything else that was done; empty string: nothing. */
  doneNote: string
  /** One line each. */
  plan: readonly string[]
  closedBlockerIds: readonly string[]
  /** Action items of the member's that are done. */
  doneActionIds: readonly string[]
  /** Closed by this standup before, and unticked in an edit. */
  reopenedBlockerIds: readonly string[]
  newBlockers: readonly string[]
  helperUserId: UserId | null
  numbers: Readonly<Record<MetricKey, number>>
  /** Numbers outside the plausible range that the rep confirmed on a second submit. */
  confirmed: Readonly<Record<MetricKey, number>>
}

/** Working days in a row answered in time, the new answer included. `previous`: the member's working day before; null: no entry. */
export function streakAfter(
  previous: { state: StoredState; streakDays: number } | null,
  late: boolean,
): number {
  if (late) return 0
  return previous?.state === 'answered' ? previous.streakDays + 1 : 1
}
