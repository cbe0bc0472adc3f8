// Looks up the workspace's admins in Slack when none of the people whom we know is one.
import type { Context } from '../../core/context.ts'
import { reasonOf } from '../../core/fault-reason.ts'
import type { WorkspaceId } from '../../core/ids.ts'
import { activeAdmins, savePeople } from '../db/people.ts'
import { peoplePages } from './people-pages.ts'

/** Slack lists the first people of a workspace first, and its owners are among them. */
const MAX_PAGES = 5

/** Call it outside a transaction: it may wait for Slack. If Slack cannot be asked, it is tried with the next change. */
export async function learnAdmins(context: Context, workspaceId: WorkspaceId): Promise<void> {
  const { db, directory, clock, log } = context
  if ((await activeAdmins(db, workspaceId)).length > 0) return
  try {
    const ask = (cursor: string | null) => directory.peoplePage(workspaceId, cursor)
    for await (const { people } of peoplePages(ask, MAX_PAGES)) {
      const admins = people.filter(({ isAdmin, isBot, deactivated }) => isAdmin && !isBot && !deactivated)
      await savePeople(db, admins, clock.now())
    }
  } catch (fault) {
    log.warn({ workspaceId, reason: reasonOf(fault) }, 'the admins could not be looked up')
  }
}
