// Message drafts about a change of members: everyone concerned is told, and the manager of what others changed.

import type { UserId } from '../../core/ids.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import type { NamedPeople } from '../domain/message-facts.ts'
import type { Member, Team } from '../domain/team.ts'
import type { MembershipChange } from './changes.ts'

const MAX_NAMED = 50

/** Nobody is told what they did themselves, and nobody whose account was deactivated. */
export function membershipMessages(
  team: Team,
  change: MembershipChange,
  now: Temporal.Instant,
): MessageDraft[] {
  const { byUserId, joined } = change
  if (byUserId === null) return []
  const left = change.left.map(({ member }) => member)
  const moved = change.moved.map(({ member }) => member)
  const draft = (kind: 'member-added' | 'member-role-changed' | 'member-removed') => (member: Member) =>
    draftTo(team, kind, member.userId, byUserId, now)
  const others = (list: readonly Member[]) => list.filter(({ userId }) => userId !== byUserId)
  return [
    ...others(joined).map(draft('member-added')),
    ...others(moved).map(draft('member-role-changed')),
    ...others(left).map(draft('member-removed')),
    ...toManager(team, byUserId, { joined, moved, left }, now),
  ]
}

/** The message about a removal has no team: nobody looks after a failed delivery to someone who is gone. */
function draftTo(
  { workspaceId, teamId }: Team,
  kind: 'member-added' | 'member-role-changed' | 'member-removed',
  userId: UserId,
  byUserId: UserId,
  now: Temporal.Instant,
): MessageDraft {
  return {
    workspaceId,
    key: `${kind}:${teamId}:${userId}:${now}`,
    kind,
    audience: { to: 'person', userId },
    teamId: kind === 'member-removed' ? null : teamId,
    subject: { teamId, byUserId },
  }
}

function toManager(
  { workspaceId, teamId, managerUserId }: Team,
  byUserId: UserId,
  lists: Record<'joined' | 'moved' | 'left', readonly Member[]>,
  now: Temporal.Instant,
): MessageDraft[] {
  const named = (list: readonly Member[]): NamedPeople => {
    const userIds = list.map(({ userId }) => userId).filter((userId) => userId !== managerUserId)
    return { count: userIds.length, userIds: userIds.slice(0, MAX_NAMED) }
  }
  const [joined, moved, left] = [named(lists.joined), named(lists.moved), named(lists.left)]
  if (byUserId === managerUserId || joined.count + moved.count + left.count === 0) return []
  return [
    {
      workspaceId,
      key: `members-changed:${teamId}:${byUserId}:${now}`,
      kind: 'members-changed',
      audience: { to: 'person', userId: managerUserId },
      teamId: null,
      subject: { teamId, byUserId, joined, moved, left },
    },
  ]
}
