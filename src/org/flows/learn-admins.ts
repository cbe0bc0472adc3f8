// Looks up the workspace's admins in Slack when none of the people whom we know is one.
import type { Context } from '../../core/context.ts'
import { reasonOf } from '../../core/fault-reason.ts'
import type { WorkspaceId } from '../../core/ids.ts'
import { activeAdmins, savePeople } from '../db/people.ts'

/** Slack lists the first people of a workspace first, and its owners are among them. */
const PAGES = 5

/** Call it outside a transaction: it may wait for Slack. If Slack cannot be asked, it is tried with the next change. */
export async function learnAdmins(context: Context, workspaceId: WorkspaceId): Promise<void> {
  const { db, directory, clock, log } = context
  if ((await activeAdmins(db, workspaceId)).length > 0) return
  try {
    let cursor: string | null = null
    for (let page = 0; page < PAGES; page += 1) {
      const { people, next } = await directory.peoplePage(workspaceId, cursor)
      await savePeople(
        db,
        people.filter(({ isAdmin, isBot, deactivated }) => isAdmin && !isBot && !deactivated),
        clock.now(),
      )
      if (next === null) return
      cursor = next
    }
  } catch (fault) {
    log.warn({ workspaceId, reason: reasonOf(fault) }, 'the admins could not be looked up')
  }
}
