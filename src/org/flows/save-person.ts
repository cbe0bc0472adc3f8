// Saves a person whose data changed in Slack, with what follows: check-ins move with their zone, who is deactivated leaves
// their teams, and where a manager is gone somebody is asked who is next.

import { announce } from '../../core/changes.ts'
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { Person } from '../../core/person.ts'
import { planDueItems } from '../../schedule/db/due.ts'
import { memberOf } from '../db/members.ts'
import { lockPerson, type StoredPerson, savePeople } from '../db/people.ts'
import { settingsNow } from '../db/settings.ts'
import { lockTeam } from '../db/teams.ts'
import { canManage } from '../domain/acting-manager.ts'
import { earliestToday } from '../domain/joining.ts'
import type { Member } from '../domain/team.ts'
import { zoneChangedItem } from '../domain/zone-changed.ts'
import { announceMembership } from './announce.ts'
import { askForManagersOf, askUnasked } from './ask-for-manager.ts'
import { personDeactivated } from './changes.ts'
import { removeMembers } from './join-and-leave.ts'
import { passOnFrom } from './join-requests.ts'
import { passOnLeaveFrom } from './leave-requests.ts'

/** Does nothing where `isOutdated` holds for the record as it is now. A person who is not stored yet is saved. */
export async function savePerson(
  tx: Transaction,
  context: Context,
  person: Person,
  isOutdated: (before: StoredPerson) => boolean = () => false,
): Promise<void> {
  const before = await lockPerson(tx, person)
  if (before && isOutdated(before)) return
  const now = context.clock.now()
  await savePeople(tx, [person], now)
  const { workspaceId, userId } = person
  if (before && canManage(person) !== canManage(before))
    await askForManagersOf(tx, context, workspaceId, userId)
  if (person.isAdmin && !before?.isAdmin) await askUnasked(tx, context, workspaceId)
  if (!before || (!person.deactivated && person.zone === before.zone)) return
  if (person.deactivated) {
    await passOnFrom(tx, context, workspaceId, userId)
    await passOnLeaveFrom(tx, context, workspaceId, userId)
  }
  const memberships = await memberOf(tx, workspaceId, userId)
  if (person.deactivated) {
    await removeFromTeams(tx, context, memberships)
    await announce(tx, context, personDeactivated, { workspaceId, userId })
  } else
    await planDueItems(
      tx,
      memberships.map(({ workspaceId, teamId, memberId }) => ({
        ...{ workspaceId, teamId },
        ...zoneChangedItem({ memberId }, now),
      })),
    )
}

/** Their history stays. */
async function removeFromTeams(
  tx: Transaction,
  context: Context,
  memberships: readonly Member[],
): Promise<void> {
  const now = context.clock.now()
  for (const membership of memberships.toSorted((a, b) => (a.teamId < b.teamId ? -1 : 1))) {
    await lockTeam(tx, membership)
    const settings = (await settingsNow(tx, membership, now))!
    const left = await removeMembers(tx, membership, settings, [membership], now)
    const change = { byUserId: null, joined: [], moved: [], left, from: earliestToday(now) }
    await announceMembership(tx, context, membership, { ...change, screen: 'event:user_change' })
  }
}

const FIELDS = ['name', 'zone', 'locale', 'isBot', 'isAdmin', 'isGuest', 'deactivated'] as const

export const isSamePerson = (person: Person, before: Person): boolean =>
  FIELDS.every((field) => person[field] === before[field])
