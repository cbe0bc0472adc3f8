// Adds members to a team, removes them and changes their role, for the manager.

import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { TeamId, UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { activeMembers, setRole } from '../db/members.ts'
import { rolesOf } from '../db/roles.ts'
import { settingsNow } from '../db/settings.ts'
import type { TeamRef } from '../db/teams.ts'
import { earliestToday } from '../domain/joining.ts'
import { mayChangeMembers } from '../domain/org-permissions.ts'
import type { Member, Role } from '../domain/team.ts'
import { announceMembership } from './announce.ts'
import { changeInTeam } from './change-in-team.ts'
import { ensurePeople } from './ensure-people.ts'
import { cannotJoin, joiningNow, removeMembers } from './join-and-leave.ts'
import { withdrawJoinRequests } from './join-requests.ts'
import { type Placed, placeMembers } from './place-members.ts'

/** `placed` get `role`: current members change to it, other people join with it. */
export interface MembersChange {
  placed: readonly UserId[]
  role: Role
  removed: readonly UserId[]
}

export type MembersChanged =
  | ({
      ok: true
      joined: readonly UserId[]
      left: readonly UserId[]
      moved: readonly UserId[]
      /** For these the team no longer waits. */
      withdrawn: readonly UserId[]
    } & Pick<Placed, 'waiting' | 'refused'>)
  | { ok: false; reason: 'not-allowed' }
  | { ok: false; reason: 'placed-and-removed' }
  /** The workspace has no such role. */
  | { ok: false; reason: 'no-role' }
  /** Bots, deactivated people, and ids that Slack does not know. */
  | { ok: false; reason: 'unusable'; names: readonly string[] }

export async function changeMembers(
  context: Context,
  who: Person,
  teamId: TeamId,
  change: MembersChange,
): Promise<MembersChanged> {
  const people = await ensurePeople(context, who.workspaceId, change.placed)
  return changeInTeam(context, who, mayChangeMembers, teamId, async (tx, ref): Promise<MembersChanged> => {
    if (!(await rolesOf(tx, ref.workspaceId)).includes(change.role)) return { ok: false, reason: 'no-role' }
    const members = await activeMembers(tx, ref)
    const split = splitChange(change, members, people)
    if (!split.ok) return split
    const withdrawn = await withdrawJoinRequests(tx, context, who, ref, change.removed)
    const { joined, waiting, refused } = await applyChange(tx, context, who, ref, change.role, split)
    const userIds = (list: readonly { userId: UserId }[]) => list.map(({ userId }) => userId)
    return {
      ok: true,
      joined: userIds(joined),
      left: userIds(split.leaving),
      moved: userIds(split.moving),
      ...{ waiting, refused, withdrawn },
    }
  })
}

interface SplitChange {
  joining: readonly Person[]
  leaving: readonly Member[]
  moving: readonly Member[]
}

/** Decides who joins, who leaves and whose role changes. */
function splitChange(
  change: MembersChange,
  members: readonly Member[],
  people: readonly Person[],
): ({ ok: true } & SplitChange) | Exclude<MembersChanged, { ok: true }> {
  if (change.placed.some((userId) => change.removed.includes(userId)))
    return { ok: false, reason: 'placed-and-removed' }
  const present = new Set(members.map((member) => member.userId))
  const newcomers = change.placed.filter((userId) => !present.has(userId))
  const unusable = cannotJoin(newcomers, people)
  if (unusable.length > 0) return { ok: false, reason: 'unusable', names: unusable }
  const joining = people.filter((person) => newcomers.includes(person.userId))
  const leaving = members.filter((member) => change.removed.includes(member.userId))
  const moving = members.filter(
    (member) => change.placed.includes(member.userId) && member.role !== change.role,
  )
  return { ok: true, joining, leaving, moving }
}

async function applyChange(
  tx: Transaction,
  context: Context,
  by: Person,
  ref: TeamRef,
  role: Role,
  { joining, leaving, moving }: SplitChange,
): Promise<Placed> {
  if (joining.length + leaving.length + moving.length === 0) return { joined: [], waiting: [], refused: [] }
  const now = context.clock.now()
  const settings = (await settingsNow(tx, ref, now))!
  const screen = '/kpi members'
  const wanted = joiningNow(joining, role, settings, now)
  const placed = await placeMembers(tx, context, by, ref, wanted, screen)
  const left = await removeMembers(tx, ref, settings, leaving, now)
  const movingIds = moving.map((member) => member.memberId)
  await setRole(tx, ref, movingIds, role, now)
  const moved = moving.map((member) => ({ member: { ...member, role }, formerRole: member.role }))
  const change = { byUserId: by.userId, screen, joined: placed.joined, moved, left } as const
  await announceMembership(tx, context, ref, { ...change, from: earliestToday(now) })
  return placed
}
