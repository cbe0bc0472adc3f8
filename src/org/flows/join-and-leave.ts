// Puts people into a team and takes them out, with the metrics that their role brings; whoever calls replans afterwards.

import { answeredAmong } from '../../checkins/standup/db/standups.ts'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import type { UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { addRoleMetrics, metricsOfTeam, rolesWithMetrics } from '../../numbers/db/metrics.ts'
import { currencyOf } from '../../numbers/domain/currency.ts'
import { presetFor } from '../../numbers/domain/presets.ts'
import { endMembers, insertMembers } from '../db/members.ts'
import { findPeople } from '../db/people.ts'
import type { TeamRef } from '../db/teams.ts'
import { zoneOf } from '../domain/checkin-window.ts'
import { firstDay, lastDay } from '../domain/joining.ts'
import type { Member, Role, TeamSettings } from '../domain/team.ts'

export interface Joining {
  person: Person
  role: Role
  joinedOn: Temporal.PlainDate
}

/** Names of those who cannot be asked anything: bots, deactivated people, and ids that Slack does not know. */
export function unusableAmong(wanted: readonly UserId[], people: readonly Person[]): string[] {
  return wanted.flatMap((userId) => {
    const person = people.find((candidate) => candidate.userId === userId)
    return person && !person.isBot && !person.deactivated ? [] : [person?.name ?? userId]
  })
}

/** In a team that runs: each person's first day by the clock. */
export function joiningNow(
  people: readonly Person[],
  role: Role,
  settings: TeamSettings,
  now: Temporal.Instant,
): Joining[] {
  return people.map((person) => ({ person, role, joinedOn: firstDay(settings, person.zone, now) }))
}

export async function addMembers(
  tx: Transaction,
  ref: TeamRef,
  joining: readonly Joining[],
  currency: string,
): Promise<void> {
  await giveMetrics(
    tx,
    ref,
    joining.map(({ role }) => role),
    currency,
  )
  const { workspaceId, teamId } = ref
  const members = joining.map(({ person, role, joinedOn }): Member => {
    const memberId = crypto.randomUUID()
    return { workspaceId, teamId, memberId, userId: person.userId, role, joinedOn, leftOn: null }
  })
  await insertMembers(tx, members)
}

/** A role that the team did not have yet starts with its preset. */
export async function giveMetrics(
  tx: Transaction,
  ref: TeamRef,
  roles: readonly Role[],
  currency: string,
): Promise<void> {
  const present = new Set(await rolesWithMetrics(tx, ref))
  for (const role of new Set(roles))
    if (!present.has(role)) await addRoleMetrics(tx, ref, role, presetFor(role, currency))
}

/** Their history stays. */
export async function removeMembers(
  tx: Transaction,
  { workspaceId, teamId }: TeamRef,
  settings: TeamSettings,
  leaving: readonly Member[],
  now: Temporal.Instant,
): Promise<void> {
  const userIds = leaving.map((member) => member.userId)
  const people = await findPeople(tx, workspaceId, userIds)
  const zones = new Map(people.map((person) => [person.userId, person.zone]))
  for (const { memberId, userId } of leaving) {
    const today = localDate(now, zoneOf(settings, zones.get(userId) ?? settings.zone))
    const answered = await answeredAmong(tx, [{ workspaceId, memberId }], today)
    const leftOn = lastDay(today, answered.has(memberId))
    await endMembers(tx, { workspaceId, teamId }, [{ memberId, leftOn }])
  }
}

/** What the team counts its money in: as its metrics have it, else as its country does. */
export async function currencyOfTeam(
  q: Queryable,
  ref: TeamRef,
  settings: Pick<TeamSettings, 'holidayCountry'>,
): Promise<string> {
  const metrics = await metricsOfTeam(q, ref.workspaceId, ref.teamId)
  const money = [...metrics.values()].find((metric) => metric.currency !== null)
  return money?.currency ?? currencyOf(settings.holidayCountry)
}
