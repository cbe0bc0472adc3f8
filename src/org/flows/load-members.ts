// Loads the current members of a team and those who left recently, for the members form.

import type { Context } from '../../core/context.ts'
import type { TeamId, UserId } from '../../core/ids.ts'
import { localDate } from '../../core/time.ts'
import { waitingForTeam } from '../db/join-requests.ts'
import { activeMembers, membersBetween } from '../db/members.ts'
import { findPeople } from '../db/people.ts'
import { rolesOf } from '../db/roles.ts'
import { settingsNow } from '../db/settings.ts'
import type { TeamRef } from '../db/teams.ts'
import type { TeamIdentity } from '../domain/message-facts.ts'
import type { Role } from '../domain/team.ts'
import { loadTeamIdentity } from './facts/team-identity.ts'
import type { AwaitedPerson } from './place-members.ts'

export interface MembersFacts extends TeamIdentity {
  teamId: TeamId
  members: readonly { userId: UserId; role: Role }[]
  /** Those that can be given. */
  roles: readonly Role[]
  /** Who joins once the manager of their home team agrees. */
  waiting: readonly AwaitedPerson[]
  /** Who left within the last month and has not come back. */
  left: readonly { name: string; deactivated: boolean }[]
}

const LEFT_WITHIN_DAYS = 31

export async function loadMembersFacts(context: Context, ref: TeamRef): Promise<MembersFacts> {
  const { db, clock } = context
  const settings = (await settingsNow(db, ref, clock.now()))!
  const team = (await loadTeamIdentity(db, ref.workspaceId, ref.teamId, clock.now()))!
  const today = localDate(clock.now(), settings.zone)
  const members = await activeMembers(db, ref)
  const present = new Set(members.map((member) => member.userId))
  const lately = await membersBetween(db, [ref], today.subtract({ days: LEFT_WITHIN_DAYS }), today)
  const gone = lately.map((member) => member.userId).filter((userId) => !present.has(userId))
  const people = await findPeople(db, ref.workspaceId, [...new Set(gone)])
  return {
    ...team,
    teamId: ref.teamId,
    roles: await rolesOf(db, ref.workspaceId),
    waiting: await waitingForTeam(db, ref),
    members: members.map(({ userId, role }) => ({ userId, role })),
    left: people.map(({ name, deactivated }) => ({ name, deactivated })),
  }
}
