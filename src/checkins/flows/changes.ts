// What check-ins announce to the features above them, in the transaction that changed them.
import { type Change, defineChange } from '../../core/changes.ts'
import type { MemberId, TeamId, WorkspaceId } from '../../core/ids.ts'

/** Members answered a check-in or edited their answer, or it was closed without one. */
export const checkinChanged: Change<{
  workspaceId: WorkspaceId
  teamId: TeamId
  /** Of the kind of check-in. */
  kind: string
  date: Temporal.PlainDate
  memberIds: readonly MemberId[]
}> = defineChange('checkin-changed')
