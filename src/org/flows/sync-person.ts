// Updates a stored person by what an event from Slack says: name, time zone, language, rights, and whether they are deactivated.

import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { Locale } from '../../core/i18n/locale.ts'
import type { Person } from '../../core/person.ts'
import { planDueItems } from '../../schedule/db/due.ts'
import type { UserRef } from '../db/leaves.ts'
import { memberOf } from '../db/members.ts'
import { findPerson, lockPerson, type StoredPerson, savePeople } from '../db/people.ts'
import { settingsNow } from '../db/settings.ts'
import { lockTeam } from '../db/teams.ts'
import { earliestToday } from '../domain/joining.ts'
import type { Member } from '../domain/team.ts'
import { zoneChangedItem } from '../domain/zone-changed.ts'
import { announceMembership } from './announce.ts'
import { removeMembers } from './join-and-leave.ts'

/** A person as an event describes them. */
export type PersonEvent = Omit<Person, 'locale' | 'zone'> & {
  /** Null, here and below: the event does not say. */
  locale: Locale | null
  zone: string | null
  /** By Slack's clock. */
  changedAt: Temporal.Instant | null
}

/**
 * Ignores people who are not stored. Slack is asked only where the event cannot be trusted: it is older than our record,
 * or names no person of this workspace (`event` null). A deactivated person is removed from their teams; their history stays.
 */
export async function syncPerson(context: Context, ref: UserRef, event: PersonEvent | null): Promise<void> {
  const before = await findPerson(context.db, ref.workspaceId, ref.userId)
  if (!before) return
  const told = event && isNewer(event, before) ? completed(event, before) : null
  if (told && isSame(told, before)) return
  const person = told ?? (await currentPerson(context, before))
  await context.db.transaction((tx) => savePerson(tx, context, person, told && event))
}

/** From Slack. Someone whom Slack does not know in this workspace any more is deactivated. */
async function currentPerson(context: Context, before: StoredPerson): Promise<Person> {
  const { workspaceId, userId } = before
  return (await context.directory.person(workspaceId, userId)) ?? { ...before, deactivated: true }
}

/** `event`: the event that the data is from; null where it was read from Slack just now. */
async function savePerson(
  tx: Transaction,
  context: Context,
  person: Person,
  event: PersonEvent | null,
): Promise<void> {
  const before = await lockPerson(tx, person)
  if (!before || (event && !isNewer(event, before)) || isSame(person, before)) return
  const now = context.clock.now()
  await savePeople(tx, [person], now)
  if (!person.deactivated && person.zone === before.zone) return
  const memberships = await memberOf(tx, person.workspaceId, person.userId)
  if (person.deactivated) await removeFromTeams(tx, context, memberships)
  else
    await planDueItems(
      tx,
      memberships.map(({ workspaceId, teamId, memberId }) => ({
        ...{ workspaceId, teamId },
        ...zoneChangedItem({ memberId }, now),
      })),
    )
}

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
    await announceMembership(tx, context, membership, { roles: [], left, from: earliestToday(now) })
  }
}

const completed = (event: PersonEvent, { locale, zone }: StoredPerson): Person => ({
  ...event,
  locale: event.locale ?? locale,
  zone: event.zone ?? zone,
})

/** Events come late and out of order. */
const isNewer = ({ changedAt }: PersonEvent, { refreshedAt }: StoredPerson): boolean =>
  changedAt === null || Temporal.Instant.compare(changedAt, refreshedAt) >= 0

const FIELDS = ['name', 'zone', 'locale', 'isBot', 'isAdmin', 'isGuest', 'deactivated'] as const

const isSame = (person: Person, before: Person): boolean =>
  FIELDS.every((field) => person[field] === before[field])
