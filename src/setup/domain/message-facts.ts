// The facts of the messages to people who are added to a team or get another role in it.
import type { UserId } from '../../core/ids.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { BoardNames, ReportSettings, Role } from '../../org/domain/team.ts'

/** What a new member has to know: who added them, what is asked, and who sees the answers. */
export interface MemberAddedFacts {
  kind: 'member-added'
  teamName: string
  channelId: string
  byUserId: UserId
  managerUserId: UserId
  /** The managers of the teams above. */
  directorUserIds: readonly UserId[]
  promptTime: string
  checkinName: string
  zoneRule: 'member' | 'team'
  boardNames: BoardNames
  numbers: readonly Metric[]
  /** Null: the team has no weekly report. */
  weekly: Pick<ReportSettings, 'weekday' | 'promptTime'> | null
}

export interface ReportOfferFacts {
  kind: 'report-offer'
  teamName: string
  channelId: string
}

export interface MemberRoleChangedFacts {
  kind: 'member-role-changed'
  teamName: string
  byUserId: UserId
  role: Role
  numbers: readonly Metric[]
}

declare module '../../outbox/domain/message.ts' {
  interface MessageSubjects {
    'report-offer': Record<string, never>
  }
}
