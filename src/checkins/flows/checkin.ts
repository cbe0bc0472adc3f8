// What the steps of a check-in need to know of its kind: the kind itself, its messages, and who has answered.
import type { Queryable } from '../../core/db/client.ts'
import type { MemberId } from '../../core/ids.ts'
import type { Member } from '../../org/domain/team.ts'
import type { CheckinKind } from '../domain/checkin-kind.ts'
import type { CheckinMessages } from '../domain/checkin-messages.ts'

export interface Checkin {
  kind: CheckinKind
  messages: CheckinMessages
  /** Which of the members, of any workspace, have answered on the date. */
  answeredAmong(
    q: Queryable,
    members: readonly Pick<Member, 'workspaceId' | 'memberId'>[],
    date: Temporal.PlainDate,
  ): Promise<ReadonlySet<MemberId>>
}
