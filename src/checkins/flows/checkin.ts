// What the steps of a check-in need to know of its kind: the kind itself, its messages, who has answered, and what else its close does.
import type { Context } from '../../core/context.ts'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import type { MemberId } from '../../core/ids.ts'
import type { Member } from '../../org/domain/team.ts'
import type { TeamDay } from '../../org/domain/team-day.ts'
import type { DueItem } from '../../schedule/db/due.ts'
import type { MemberDate, TeamDate } from '../db/checkin-days.ts'
import type { CheckinKind } from '../domain/checkin-kind.ts'
import type { CheckinMessages } from '../domain/checkin-messages.ts'
import type { StoredState } from '../domain/member-day.ts'

export interface CheckinEntry {
  memberId: MemberId
  state: StoredState
  /** 0 without an answer; each saved edit adds one. */
  revision: number
}

/** A member's check-in that closed without an answer. */
export type Unanswered = MemberDate & { state: 'missed' | 'excused' }

export interface Checkin {
  kind: CheckinKind
  messages: CheckinMessages
  /** Which of the members, of any workspace, have answered on the date. */
  answeredAmong(
    q: Queryable,
    members: readonly Pick<Member, 'workspaceId' | 'memberId'>[],
    date: Temporal.PlainDate,
  ): Promise<ReadonlySet<MemberId>>
  /** Everybody's in the teams on one date. */
  entriesOfTeams(
    q: Queryable,
    teams: readonly Omit<TeamDate, 'date'>[],
    date: Temporal.PlainDate,
  ): Promise<readonly CheckinEntry[]>
  /** Records check-ins that closed without an answer. An answer that was saved in the meantime stays. */
  closeEntries(q: Queryable, unanswered: readonly Unanswered[]): Promise<void>
  /** What else happens at the close, unless that is hours late; `lateReason` is recorded then. */
  atClose?: {
    run(tx: Transaction, context: Context, days: readonly TeamDay[]): Promise<void>
    lateReason: string
  }
}

/** Due items that are of one check-in and date. */
export interface CheckinItems {
  checkin: Checkin
  date: Temporal.PlainDate
  items: DueItem[]
}

/** Sorts due items by the check-in that they are of. */
export type ByCheckin = (items: readonly DueItem[]) => CheckinItems[]
