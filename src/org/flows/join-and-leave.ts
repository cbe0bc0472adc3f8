// Adds members to a team and removes them. The caller announces the change.

import type { Transaction } from '../../core/db/client.ts'
import type { UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { endMembers, insertMembers } from '../db/members.ts'
import { findPeople } from '../db/people.ts'
import type { TeamRef } from '../db/teams.ts'
import { zoneOf } from '../domain/checkin-window.ts'
import { firstDay } from '../domain/joining.ts'
import type { Member, Role, TeamSettings } from '../domain/team.ts'
import type { LeavingMember } from './changes.ts'

export interface Joining {
  person: Person
  role: Role
  joinedOn: Temporal.PlainDate
}

/** Names of those who cannot be members: bots, deactivated people, and ids that Slack does not know. */
export function cannotJoin(wanted: readonly UserId[], people: readonly Person[]): string[] {
  return wanted.flatMap((userId) => {
    const person = people.find((candidate) => candidate.userId === userId)
    return person && !person.isBot && !person.deactivated ? [] : [person?.name ?? userId]
  })
}

/** New members of a running team, each with their first day. */
export function joiningNow(
  people: readonly Person[],
  role: Role,
  settings: TeamSettings,
  now: Temporal.Instant,
): Joining[] {
  return people.map((person) => ({ person, role, joinedOn: firstDay(settings, person.zone, now) }))
}

/** Returns those who joined now. */
export async function addMembers(
  tx: Transaction,
  ref: TeamRef,
  joining: readonly Joining[],
  now: Temporal.Instant,
): Promise<Member[]> {
  const { workspaceId, teamId } = ref
  const members = joining.map(({ person, role, joinedOn }): Member => {
    const memberId = crypto.randomUUID()
    return { workspaceId, teamId, memberId, userId: person.userId, role, joinedOn, leftOn: null }
  })
  return insertMembers(tx, members, now)
}

/** Ends memberships with yesterday, so that no answer is expected today; a reaction can extend them to today. Their history stays. */
export async function removeMembers(
  tx: Transaction,
  { workspaceId, teamId }: TeamRef,
  settings: TeamSettings,
  leaving: readonly Member[],
  now: Temporal.Instant,
): Promise<LeavingMember[]> {
  const userIds = leaving.map((member) => member.userId)
  const people = await findPeople(tx, workspaceId, userIds)
  const zones = new Map(people.map((person) => [person.userId, person.zone]))
  const left = leaving.map((member): LeavingMember => {
    const zone = zoneOf(settings, zones.get(member.userId) ?? settings.zone)
    return { member, today: localDate(now, zone) }
  })
  const ended = left.map(({ member, today }) => ({
    memberId: member.memberId,
    leftOn: today.subtract({ days: 1 }),
  }))
  await endMembers(tx, { workspaceId, teamId }, ended, now)
  return left
}
