// The changes of teams and members that the org feature announces to the features above it.
import { type Change, defineChange } from '../../core/changes.ts'
import type { UserId, WorkspaceId } from '../../core/ids.ts'
import type { AuditScreen } from '../audit/domain/audit-event.ts'
import type { TeamRef } from '../db/teams.ts'
import type { Leave } from '../domain/calendar.ts'
import type { LeaveChange } from '../domain/message-facts.ts'
import type { Member, Role, TeamSettings } from '../domain/team.ts'

/** Leave, extra days or a member's time zone changed, so the members' working days or check-in times may differ. */
export const calendarChanged: Change<{
  members: readonly Member[]
  /** Affected dates whose check-in may already be out. */
  dates: readonly Temporal.PlainDate[]
  /** Of one person, without travel and field work. Null: it is no leave that changed. */
  leave: (Pick<Leave, 'from' | 'to'> & { change: LeaveChange }) | null
}> = defineChange('calendar-changed')

/** A member who was removed from a team, and the current date in their time zone. */
export interface LeavingMember {
  member: Member
  today: Temporal.PlainDate
}

/** A member with their new role. */
export interface MovedMember {
  member: Member
  formerRole: Role
}

export interface MembershipChange {
  /** Where it was done, for the audit. */
  screen: AuditScreen
  /** Null: not a person, but Slack, where the account was deactivated. */
  byUserId: UserId | null
  joined: readonly Member[]
  moved: readonly MovedMember[]
  left: readonly LeavingMember[]
}

/** Members joined, left or changed their role. Announced after the rows were written. */
export const membershipChanged: Change<
  MembershipChange & {
    team: TeamRef
    /** The first date that is replanned. */
    from: Temporal.PlainDate
  }
> = defineChange('membership-changed')

/** Somebody else manages the team now. Announced after it is so. */
export const managerChanged: Change<{ team: TeamRef; fromUserId: UserId; toUserId: UserId }> =
  defineChange('manager-changed')

/** This person stands in for the team's manager no longer. Announced after it is so. */
export const delegateEnded: Change<{ team: TeamRef; userId: UserId }> = defineChange('delegate-ended')

/** Somebody's account was deactivated in Slack. Announced after they have left the teams in which they report. */
export const personDeactivated: Change<{ workspaceId: WorkspaceId; userId: UserId }> =
  defineChange('person-deactivated')

/** Nothing falls due for these teams until they resume. Announced after it is so. */
export const teamsPaused: Change<{ teams: readonly TeamRef[] }> = defineChange('teams-paused')

/** The team's settings changed, or the team resumed after a pause. */
export const settingsChanged: Change<{
  team: TeamRef
  /** The first date that is replanned. */
  from: Temporal.PlainDate
  /** The settings that were replaced. Null: they are as they were. */
  before: TeamSettings | null
}> = defineChange('settings-changed')
