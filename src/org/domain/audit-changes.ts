// What the audit records of changes of teams, their members and days, those who lead them, and leave.
import type { ChannelId, TeamId, UserId } from '../../core/ids.ts'
import type { ExtraDay, HolidayPlace, Leave, LeavePart } from './calendar.ts'
import type { JoinRequestState } from './join-request.ts'
import type { LeaveKind } from './leave-kind.ts'
import type { LeaveRequestState } from './leave-request.ts'
import type { Role } from './team.ts'
import type { SetupRight } from './workspace-settings.ts'

/** A leave as the audit keeps it. */
export interface AuditedLeave {
  from: string
  to: string
  part: LeavePart
  /** Missing: it was recorded before leave had kinds. */
  kind?: LeaveKind | undefined
}

/** `normal`: as the week pattern and the public holidays have it. */
export interface AuditedDay {
  date: string
  kind: ExtraDay | 'normal'
}

/** A team as the audit keeps it: its channel is how people know it. */
export interface AuditedTeam {
  teamId: TeamId
  channelId: ChannelId
}

declare module '../audit/domain/audit-event.ts' {
  interface AuditChanges {
    /** For somebody else. */
    'leave-recorded': { before: null; after: AuditedLeave }
    'team-created': { before: null; after: { channelId: string } }
    'member-added': { before: null; after: { role: Role } }
    'member-role': { before: { role: Role }; after: { role: Role } }
    'member-removed': { before: { role: Role }; after: null }
    /** By themself. */
    'member-left': { before: { role: Role }; after: null }
    'join-request': { before: 'waiting' | null; after: JoinRequestState }
    /** Before the first choice of an admin it is null. */
    'setup-right-changed': { before: SetupRight | null; after: SetupRight }
    /** The month, 1 to 12. */
    'fiscal-year-changed': { before: { month: number }; after: { month: number } }
    /** Who hears of what nobody has answered. */
    'last-resort-named': { before: UserId | null; after: UserId | null }
    /** The team that stands for the whole company. */
    'company-named': { before: AuditedTeam | null; after: AuditedTeam | null }
    'leave-cancelled': { before: AuditedLeave; after: null }
    /** About past days. */
    'leave-request': { before: 'waiting' | null; after: LeaveRequestState }
    'home-team-moved': { before: { teamId: TeamId }; after: { teamId: TeamId } }
    /** Null: the team's. */
    'holidays-changed': { before: HolidayPlace | null; after: HolidayPlace | null }
    'day-changed': { before: AuditedDay; after: AuditedDay }
    'team-moved': { before: { channelId: ChannelId }; after: { channelId: ChannelId } }
    'team-paused': { before: null; after: null }
    'team-resumed': { before: null; after: null }
    'app-uninstalled': { before: null; after: null }
    'tokens-revoked': { before: null; after: null }
    'manager-changed': { before: UserId; after: UserId }
    'delegate-changed': { before: UserId | null; after: UserId | null }
    /** During the manager's leave the delegate acts. */
    'manager-kept': { before: null; after: null }
    /** The team above. */
    'parent-changed': { before: AuditedTeam | null; after: AuditedTeam | null }
  }
}

export const auditedLeave = ({ from, to, part, kind }: Leave & { kind: LeaveKind }): AuditedLeave => ({
  from: from.toString(),
  to: to.toString(),
  part,
  kind,
})
