// Loads a person from the database, and fetches them from Slack when they are missing or their data is too old.

import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from '../../core/context.ts'
import type { UserId, WorkspaceId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { SlackUnavailable } from '../../core/slack-unavailable.ts'
import { findPerson, type StoredPerson } from '../db/people.ts'
import { savePerson } from './save-person.ts'
import { currentPerson } from './sync-person.ts'

/**
 * How sure the person's rights have to be. `recent`: our record will do. `current`: for sensitive actions, as Slack may
 * have taken rights away without our hearing of it.
 */
export type Rights = 'recent' | 'current'

const REFRESH_AFTER_MINUTES: Readonly<Record<Rights, number>> = { recent: 24 * 60, current: 5 }
/** Where Slack does not answer, rights that are older do not allow a sensitive action. */
const TRUSTED_HOURS = 24
/** Leaves time for the action itself within Slack's 3 s. */
const LOOK_UP_MS = 1200

/**
 * Null: Slack does not know the person. When Slack cannot be reached, the stored person is returned, however old; for
 * `current` rights at most a day old, and else it throws `SlackUnavailable`.
 */
export async function ensurePerson(
  context: Context,
  workspaceId: WorkspaceId,
  userId: UserId,
  rights: Rights = 'recent',
): Promise<Person | null> {
  const known = await findPerson(context.db, workspaceId, userId)
  const ageMinutes = known ? known.refreshedAt.until(context.clock.now()).total('minutes') : Infinity
  if (known && ageMinutes < REFRESH_AFTER_MINUTES[rights]) return known
  const fetched = known
    ? await lookUpAgain(context, known, rights)
    : await context.directory.person(workspaceId, userId)
  if (fetched) await context.db.transaction((tx) => savePerson(tx, context, fetched))
  else if (known && rights === 'current' && ageMinutes > TRUSTED_HOURS * 60)
    throw new SlackUnavailable('the rights of a person could not be looked up')
  return fetched ?? known
}

/** Null: Slack does not answer, or for `current` rights not soon enough. */
async function lookUpAgain(context: Context, known: StoredPerson, rights: Rights): Promise<Person | null> {
  const { workspaceId, userId } = known
  if (rights === 'recent') return context.directory.person(workspaceId, userId).catch(() => null)
  const answer = currentPerson(context, known).catch(() => null)
  const waiting = new AbortController()
  const timeout = sleep(LOOK_UP_MS, null, { signal: waiting.signal }).catch(() => null)
  try {
    return await Promise.race([answer, timeout])
  } finally {
    waiting.abort()
  }
}
