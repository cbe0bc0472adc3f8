// Replans the teams of members whose time zone changed: once for each team, however many of its members moved.
import type { Context } from '../../core/context.ts'
import { done, skipped } from '../../schedule/flows/due-batch.ts'
import type { DueHandler } from '../../schedule/flows/run-due.ts'
import { loadMembers } from '../db/members.ts'
import { loadTeams } from '../db/teams.ts'
import { announceCalendar } from './announce.ts'

/** Handles `zone-changed` items. */
export const moveCheckins: DueHandler = async (tx, items, _now, context: Context) => {
  const wanted = items.flatMap(({ workspaceId, memberId }) => (memberId ? [{ workspaceId, memberId }] : []))
  const members = await loadMembers(tx, wanted)
  const teams = await loadTeams(tx, items)
  const isActive = (teamId: string) => teams.get(teamId)?.archivedAt === null
  const moved = [...members.values()].filter((member) => member.leftOn === null && isActive(member.teamId))
  const inOrder = moved.toSorted((a, b) => (a.teamId < b.teamId ? -1 : 1))
  await announceCalendar(tx, context, inOrder, [])
  return items.map((item) => (isActive(item.teamId) ? done(item) : skipped(item, 'team-archived')))
}
