// Fetches many people from Slack within its limits, and saves them as they come: an interruption loses nothing.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from '../../core/context.ts'
import type { UserId, WorkspaceId } from '../../core/ids.ts'
import { SlackUnavailable } from '../../core/slack-unavailable.ts'
import { findPeople, savePeople } from '../db/people.ts'
import { peoplePages } from './people-pages.ts'

/** Slack allows about five times as many look-ups of one person in a minute as pages of people. */
const LOOK_UPS_FOR_A_PAGE = 5
/** A longer wait is left to the caller. */
const LONGEST_WAIT_SECONDS = 60

export const unknownAmong = async (
  { db }: Pick<Context, 'db'>,
  workspaceId: WorkspaceId,
  userIds: readonly UserId[],
): Promise<UserId[]> => {
  const known = new Set((await findPeople(db, workspaceId, userIds)).map(({ userId }) => userId))
  return userIds.filter((userId) => !known.has(userId))
}

/**
 * Afterwards all of these people whom Slack knows are stored. Reads pages of all people as long as that can be quicker
 * than asking for each. `onProgress` is called after each answer from Slack. Throws where Slack does not answer.
 */
export async function fetchPeople(
  context: Context,
  workspaceId: WorkspaceId,
  userIds: readonly UserId[],
  onProgress: () => Promise<void>,
): Promise<void> {
  const { db, clock, directory } = context
  const missing = new Set(await unknownAmong(context, workspaceId, userIds))
  const most = Math.floor(missing.size / LOOK_UPS_FOR_A_PAGE)
  const ask = (cursor: string | null) => patiently(() => directory.peoplePage(workspaceId, cursor))
  for await (const { people } of peoplePages(ask, most)) {
    const wanted = people.filter(({ userId }) => missing.delete(userId))
    await savePeople(db, wanted, clock.now())
    await onProgress()
    if (missing.size === 0) break
  }
  for (const userId of missing) {
    const person = await patiently(() => directory.person(workspaceId, userId))
    if (person) await savePeople(db, [person], clock.now())
    await onProgress()
  }
}

/** Waits as long as Slack asks for, and asks again. */
async function patiently<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await ask()
    } catch (fault) {
      const seconds = fault instanceof SlackUnavailable ? fault.retryAfterSeconds : null
      if (seconds === null || seconds > LONGEST_WAIT_SECONDS) throw fault
      await sleep(seconds * 1000)
    }
  }
}
