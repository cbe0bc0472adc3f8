// The subjects of the messages about teams, and the facts that each message shows.
import type { UserId } from '../../core/ids.ts'
import type { UndeliveredReason } from '../../outbox/domain/message.ts'
import type { Leave } from './calendar.ts'

export type LeaveChange = 'recorded' | 'cancelled'

/** `paused`: the app is back in the workspace, but not yet in the team's channel. */
type ManagersProblem = UndeliveredReason | 'paused'

declare module '../../outbox/domain/message.ts' {
  interface MessageSubjects {
    'setup-invitation': { channelId: string }
    'team-introduction': { teamId: string }
    'team-handed-over': { teamId: string; byUserId: UserId; toUserId: UserId }
    /** For a person whose leave somebody else recorded or cancelled. */
    'leave-changed': { leaveId: string; change: LeaveChange; byUserId: UserId }
    /** `userId`: the person who cannot be reached. Missing: the channel cannot be reached. */
    'delivery-problem': { problem: ManagersProblem; channelId: string; userId?: UserId | undefined }
  }
}

/** By what a team is told apart from another of the same name. */
export interface TeamIdentity {
  teamName: string
  channelId: string
  managerUserId: UserId
}

export interface LeaveChangedFacts extends TeamIdentity {
  kind: 'leave-changed'
  leave: Leave
  change: LeaveChange
  byUserId: UserId
}

export interface SetupInvitationFacts {
  kind: 'setup-invitation'
  channelId: string
  /** Null: the team is not set up yet. */
  teamName: string | null
}

export interface TeamIntroductionFacts {
  kind: 'team-introduction'
  teamName: string
  managerUserId: UserId
  memberCount: number
  promptTime: string
  closeTime: string
  zoneRule: 'member' | 'team'
}

/** For the new and the former manager of a team. */
export interface TeamHandedOverFacts {
  kind: 'team-handed-over'
  teamName: string
  channelId: string
  byUserId: UserId
  toUserId: UserId
  reader: 'new-manager' | 'former-manager'
}

/** A delivery problem that the manager has to fix. */
export interface DeliveryProblemFacts {
  kind: 'delivery-problem'
  teamName: string
  channelId: string
  problem: ManagersProblem
  userId: UserId | null
}
