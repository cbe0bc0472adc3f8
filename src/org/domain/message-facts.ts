// The subjects of the messages about teams, and the facts that each message shows.
import type { UserId } from '../../core/ids.ts'
import type { UndeliveredReason } from '../../outbox/domain/message.ts'
import type { HolidayPlace, Leave } from './calendar.ts'
import type { JoinRequestState } from './join-request.ts'
import type { LeaveKind } from './leave-kind.ts'
import type { LeaveRequestState, LeaveWish } from './leave-request.ts'
import type { SetupRight } from './workspace-settings.ts'

export type LeaveChange = 'recorded' | 'cancelled'

/** `paused`: the app is back in the workspace, but not yet in the team's channel. */
type ManagersProblem = UndeliveredReason | 'paused'

declare module '../../outbox/domain/message.ts' {
  interface MessageSubjects {
    'join-request': { requestId: string }
    'join-outcome': { requestId: string }
    'workspace-offer': Record<never, never>
    /** `gone`: the bot is no longer in the channel. */
    'setup-invitation': { channelId: string; gone?: boolean | undefined }
    'team-introduction': { teamId: string }
    'team-handed-over': { teamId: string; byUserId: UserId; toUserId: UserId }
    /** To the person. The setup feature shows it: only there the numbers of a role are known. */
    'member-added': { teamId: string; byUserId: UserId }
    'member-role-changed': { teamId: string; byUserId: UserId }
    'member-removed': { teamId: string; byUserId: UserId }
    /** To the manager, when someone else changed the members. */
    'members-changed': { teamId: string; byUserId: UserId } & MembersChangedLists
    /** For the manager of a team whose channel more people can read than before. */
    'channel-widened': { channelId: string; stage: 'public' | 'external' }
    /** `teamId`: the home team from now on. For the person, and the managers of both teams. */
    'home-team-moved': { userId: UserId; byUserId: UserId; teamId: string }
    /** For a person, and for who acts for their home team: whose public holidays count from the ISO date on; null: the team's. */
    'holidays-changed': { userId: UserId; byUserId: UserId; place: HolidayPlace | null; from: string }
    /** For who acts for a team. `changed`: on how many dates the publication changes the team's work; null: not published yet. */
    'next-holidays': { country: string; year: number; changed: number | null }
    /** For a person whose leave somebody else recorded or cancelled. */
    'leave-changed': { leaveId: string; change: LeaveChange; byUserId: UserId }
    'leave-request': { requestId: string }
    /** For the person who asked. */
    'leave-outcome': { requestId: string }
    'delegate-named': { teamId: string; byUserId: UserId }
    /** `since`: the first day of the leave, as ISO date; null: the manager is gone. */
    'manager-wanted': { teamId: string; managerUserId: UserId; since: string | null }
    'parent-changed': {
      teamId: string
      byUserId: UserId
      parentTeamId: string | null
      formerTeamId: string | null
    }
    'parent-proposed': { teamId: string; parentTeamId: string; byUserId: UserId }
    'parent-answer': { teamId: string; parentTeamId: string; byUserId: UserId; accepted: boolean }
    /** `userId`: the person who cannot be reached. Missing: the channel cannot be reached. */
    'delivery-problem': { problem: ManagersProblem; channelId: string; userId?: UserId | undefined }
  }
}

export interface NamedPeople {
  count: number
  /** At most 50 of them. */
  userIds: readonly UserId[]
}

interface MembersChangedLists {
  joined: NamedPeople
  moved: NamedPeople
  left: NamedPeople
}

/** For a person who was removed from a team. */
export interface MemberRemovedFacts {
  kind: 'member-removed'
  teamName: string
  byUserId: UserId
  managerUserId: UserId
}

export interface MembersChangedFacts extends MembersChangedLists {
  kind: 'members-changed'
  teamName: string
  byUserId: UserId
}

interface JoinFacts {
  requestId: string
  teamName: string
  channelId: string
  userId: UserId
  requestedBy: UserId
  decidedBy: UserId | null
  state: JoinRequestState
}

export interface JoinRequestFacts extends JoinFacts {
  kind: 'join-request'
  homeTeamName: string
  askedAs: 'manager' | 'manager-above' | 'admin'
  /** Who is asked instead of the reader. Null: the reader. */
  passedOnTo: UserId | null
}

export interface JoinOutcomeFacts extends JoinFacts {
  kind: 'join-outcome'
  reader: 'requester' | 'person'
}

export interface WorkspaceOfferFacts {
  kind: 'workspace-offer'
  /** Null: not chosen yet. */
  setupRight: SetupRight | null
}

/** By what a team is told apart from another of the same name. */
export interface TeamIdentity {
  teamName: string
  channelId: string
  managerUserId: UserId
  /** Missing: the team calls its check-in by the language's own word. */
  checkinName?: string
}

export interface LeaveChangedFacts extends TeamIdentity {
  kind: 'leave-changed'
  leave: Leave & { kind: LeaveKind }
  today: Temporal.PlainDate
  change: LeaveChange
  byUserId: UserId
}

interface LeaveAskedFacts {
  requestId: string
  userId: UserId
  wish: LeaveWish
  leave: Leave & { kind: LeaveKind }
  today: Temporal.PlainDate
  /** ISO dates with numbers. */
  numberDays: readonly string[]
  decidedBy: UserId | null
  state: LeaveRequestState
}

/** To whoever is asked about leave on past days. */
export interface LeaveRequestFacts extends LeaveAskedFacts {
  kind: 'leave-request'
  askedAs: 'manager' | 'manager-above' | 'admin'
  /** Who is asked instead of the reader. Null: the reader. */
  passedOnTo: UserId | null
}

export interface LeaveOutcomeFacts extends LeaveAskedFacts {
  kind: 'leave-outcome'
}

export interface ChannelWidenedFacts extends TeamIdentity {
  kind: 'channel-widened'
  stage: 'public' | 'external'
}

export interface HomeTeamMovedFacts {
  kind: 'home-team-moved'
  /** Null: the reader may not know its name. */
  team: TeamIdentity | null
  userId: UserId
  byUserId: UserId
  /** The reader is the person. */
  own: boolean
}

export interface HolidaysChangedFacts extends TeamIdentity {
  kind: 'holidays-changed'
  userId: UserId
  byUserId: UserId
  /** Null: the team's again. */
  place: HolidayPlace | null
  from: Temporal.PlainDate
  /** The reader is the person. */
  own: boolean
}

export interface NextHolidaysFacts extends TeamIdentity {
  kind: 'next-holidays'
  country: string
  year: number
  /** On how many dates the publication changes the team's work. Null: not published yet. */
  changed: number | null
}

export interface SetupInvitationFacts {
  kind: 'setup-invitation'
  channelId: string
  /** Null: the team is not set up yet. */
  teamName: string | null
  /** The bot has left the channel, so nothing can be set up. */
  gone: boolean
}

export interface TeamIntroductionFacts {
  kind: 'team-introduction'
  teamName: string
  managerUserId: UserId
  memberCount: number
  promptTime: string
  closeTime: string
  checkinName: string
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

export interface DelegateNamedFacts {
  kind: 'delegate-named'
  teamName: string
  channelId: string
  managerUserId: UserId
  byUserId: UserId
}

/** For whoever is asked to name the next manager of a team. */
export interface ManagerWantedFacts {
  kind: 'manager-wanted'
  teamId: string
  teamName: string
  channelId: string
  /** The manager who is gone or on leave. */
  awayUserId: UserId
  state:
    | { kind: 'open'; delegateUserId: UserId | null; leaveUntil: Temporal.PlainDate | null }
    | { kind: 'kept'; byUserId: UserId; delegateUserId: UserId | null }
    /** Somebody else was asked in the meantime. */
    | { kind: 'passed-on' }
    /** There is a manager: a new one, or the same who is back. */
    | { kind: 'settled'; managerUserId: UserId }
}

export interface ParentChangedFacts {
  kind: 'parent-changed'
  team: TeamIdentity
  /** Null: the team is under no team any more. */
  above: TeamIdentity | null
  /** Null: it was under none. */
  former: TeamIdentity | null
  byUserId: UserId
  reader: 'manager' | 'above' | 'former'
}

export interface ParentProposedFacts {
  kind: 'parent-proposed'
  teamId: string
  parentTeamId: string
  team: TeamIdentity
  above: TeamIdentity
  byUserId: UserId
  state: 'open' | 'accepted' | 'settled'
}

export interface ParentAnswerFacts {
  kind: 'parent-answer'
  team: TeamIdentity
  above: TeamIdentity
  byUserId: UserId
  accepted: boolean
}

/** A delivery problem that the manager has to fix. */
export interface DeliveryProblemFacts {
  kind: 'delivery-problem'
  teamName: string
  channelId: string
  problem: ManagersProblem
  userId: UserId | null
}
