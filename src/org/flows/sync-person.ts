// Updates a stored person after a change in Slack: name, time zone, language, and whether they are deactivated.

import type { Context } from '../../core/context.ts'
import type { UserId, WorkspaceId } from '../../core/ids.ts'
import { memberOf } from '../db/members.ts'
import { findPerson, savePeople } from '../db/people.ts'
import { settingsNow } from '../db/settings.ts'
import { lockTeam } from '../db/teams.ts'
import { earliestToday } from '../domain/joining.ts'
import { announceCalendar, announceMembership } from './announce.ts'
import { removeMembers } from './join-and-leave.ts'

/** Ignores people who are not stored. A deactivated person is removed from their teams; their history stays. */
export async function syncPerson(context: Context, workspaceId: WorkspaceId, userId: UserId): Promise<void> {
  const { db, clock, directory } = context
  const before = await findPerson(db, workspaceId, userId)
  if (!before) return
  const person = await directory.person(workspaceId, userId)
  if (!person) return
  const now = clock.now()
  await db.transaction(async (tx) => {
    await savePeople(tx, [person], now)
    const { deactivated } = person
    if (!deactivated && person.zone === before.zone) return
    const memberships = await memberOf(tx, workspaceId, userId)
    for (const membership of memberships.toSorted((a, b) => (a.teamId < b.teamId ? -1 : 1))) {
      await lockTeam(tx, membership)
      const settings = (await settingsNow(tx, membership, now))!
      if (!deactivated) {
        await announceCalendar(tx, context, [membership], [])
        continue
      }
      const left = await removeMembers(tx, membership, settings, [membership], now)
      const from = earliestToday(now)
      await announceMembership(tx, context, membership, { roles: [], left, from })
    }
  })
}
