// Updates a stored person by what an event from Slack says: name, time zone, language, rights, and whether they are deactivated.

import type { Context } from '../../core/context.ts'
import type { Locale } from '../../core/i18n/locale.ts'
import type { Person } from '../../core/person.ts'
import type { UserRef } from '../db/leaves.ts'
import { findPerson, type StoredPerson } from '../db/people.ts'
import { canManage } from '../domain/acting-manager.ts'
import { learnAdmins } from './learn-admins.ts'
import { isSamePerson, savePerson } from './save-person.ts'

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
 * or names no person of this workspace (`event` null).
 */
export async function syncPerson(context: Context, ref: UserRef, event: PersonEvent | null): Promise<void> {
  const before = await findPerson(context.db, ref.workspaceId, ref.userId)
  if (!before) return
  const told = event && isNewer(event, before) ? completed(event, before) : null
  if (told && isSamePerson(told, before)) return
  const person = told ?? (await currentPerson(context, before))
  if (!canManage(person)) await learnAdmins(context, ref.workspaceId)
  await context.db.transaction((tx) =>
    savePerson(
      tx,
      context,
      person,
      (stored) =>
        isSamePerson(person, stored) || (told !== null && event !== null && !isNewer(event, stored)),
    ),
  )
}

/** From Slack. Someone whom Slack does not know in this workspace any more is deactivated. */
export async function currentPerson(context: Context, before: StoredPerson): Promise<Person> {
  const { workspaceId, userId } = before
  return (await context.directory.person(workspaceId, userId)) ?? { ...before, deactivated: true }
}

const completed = (event: PersonEvent, { locale, zone }: StoredPerson): Person => ({
  ...event,
  locale: event.locale ?? locale,
  zone: event.zone ?? zone,
})

/** Events come late and out of order. */
const isNewer = ({ changedAt }: PersonEvent, { refreshedAt }: StoredPerson): boolean =>
  changedAt === null || Temporal.Instant.compare(changedAt, refreshedAt) >= 0
