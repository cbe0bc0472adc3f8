// What the messages about teams are about, and what they show.
import type { UserId } from '../../core/ids.ts'
import type { DeliveryProblem } from '../../slack/messenger.ts'

declare module '../../outbox/domain/message.ts' {
  interface MessageSubjects {
    'setup-invitation': { channelId: string }
    'team-introduction': { teamId: string }
    'team-handed-over': { teamId: string; byUserId: UserId; toUserId: UserId }
    /** `userId`: who cannot be reached; without it the channel cannot. */
    'delivery-problem': { problem: DeliveryProblem; channelId: string; userId?: UserId | undefined }
  }
}

export interface SetupInvitationFacts {
  kind: 'setup-invitation'
  channelId: string
  /** Null until somebody has set the team up. */
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

/** What the new manager of a team is told, and the former one. */
export interface TeamHandedOverFacts {
  kind: 'team-handed-over'
  teamName: string
  channelId: string
  byUserId: UserId
  toUserId: UserId
  reader: 'new-manager' | 'former-manager'
}

/** Something the manager has to set right before the bot can go on. */
export interface DeliveryProblemFacts {
  kind: 'delivery-problem'
  teamName: string
  channelId: string
  problem: DeliveryProblem
  userId: UserId | null
}
