// Updates a stored person when Slack reports a change of name, time zone, language or deactivation.

import type { Context } from '../../core/context.ts'
import type { UserId, WorkspaceId } from '../../core/ids.ts'
import { memberOf } from '../db/members.ts'
import { findPerson, savePeople } from '../db/people.ts'
import { settingsNow } from '../db/settings.ts'
import { lockTeam } from '../db/teams.ts'
import { earliestToday } from '../domain/joining.ts'
import { announceCalendar, announceMembership } from './announce.ts'
import { removeMembers } from './join-and-leave.ts'

/** Ignores people who are not stored. Deactivated people leave their teams; their history stays. */
export async function followPerson(
  context: Context,
  workspaceId: WorkspaceId,
  userId: UserId,
): Promise<void> {
  const { db, clock, directory } = context
  const before = await findPerson(db, workspaceId, userId)
  if (!before) return
  const person = await directory.person(workspaceId, userId)
  if (!person) return
  const now = clock.now()
  await db.transaction(async (tx) => {
    await savePeople(tx, [person], now)
    const goes = person.deactivated
    if (!goes && person.zone === before.zone) return
    const memberships = await memberOf(tx, workspaceId, userId)
    for (const membership of memberships.toSorted((a, b) => (a.teamId < b.teamId ? -1 : 1))) {
      await lockTeam(tx, membership)
      const settings = (await settingsNow(tx, membership, now))!
      if (!goes) {
        await announceCalendar(tx, context, [membership], [])
        continue
      }
      const left = await removeMembers(tx, membership, settings, [membership], now)
      const from = earliestToday(now)
      await announceMembership(tx, context, membership, { roles: [], left, from })
    }
  })
}
