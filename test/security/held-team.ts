// What the tests know of a team of their world: its ids, its dates, and the mark that all its texts have.
import type { PlanBoxes } from './asked-today.ts'

export interface Holding extends PlanBoxes {
  workspaceId: string
  teamId: string
  channelId: string
  repUserId: string
  memberIds: readonly string[]
  /** The ids of the team's data, for forging a click. */
  blockerId: string
  /** An open action item of the rep, that the manager gave. */
  actionId: string
  leaveId: string
  episodeId: string
  riskId: string
  /** The team above that an admin has proposed. */
  proposedTeamId: string
  /** That another team may have one of its members: asked of its manager. */
  joinRequestId: string
  /** The same for another member, asked of an admin since nobody answered. */
  passedOnRequestId: string
  /** That one of its members was on leave on past days: asked of its manager. */
  leaveRequestId: string
  askedLeaveId: string
  lineKey: string
  numbersDate: string
  standupDate: string
  /** The weekly report of it is closed; the first rep has answered. */
  reportDate: string
  /** Of the teams' targets as they are, which a saved preview of them names. */
  cascadeVersion: number
  /** Matches a reply that shows data of this team. */
  mark: RegExp
}
