// Audit events about a change of members: one for each person.
import type { AuditDraft } from '../audit/domain/audit-event.ts'
import type { TeamRef } from '../db/teams.ts'
import type { MembershipChange } from './changes.ts'

export function membershipEvents(
  { workspaceId, teamId }: TeamRef,
  { byUserId: actorUserId, screen, joined, moved, left }: MembershipChange,
): AuditDraft[] {
  const event = { workspaceId, teamId, actorUserId, screen }
  return [
    ...joined.map(
      ({ userId, role }): AuditDraft => ({
        ...{ ...event, userId, kind: 'member-added', before: null, after: { role } },
      }),
    ),
    ...moved.map(
      ({ member: { userId, role }, formerRole }): AuditDraft => ({
        ...{ ...event, userId, kind: 'member-role', before: { role: formerRole }, after: { role } },
      }),
    ),
    ...left.map(
      ({ member: { userId, role } }): AuditDraft => ({
        ...{ ...event, userId, before: { role }, after: null },
        kind: userId === actorUserId ? 'member-left' : 'member-removed',
      }),
    ),
  ]
}
