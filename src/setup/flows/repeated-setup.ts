// Recognises a submit that set the team up already: delivered again, it is answered as the first time.

import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../../core/context.ts'
import type { ChannelId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { waitingForTeam } from '../../org/db/join-requests.ts'
import { activeMembers } from '../../org/db/members.ts'
import { findPeople } from '../../org/db/people.ts'
import { latestSettings } from '../../org/db/settings.ts'
import { teamCreatedAt, teamOfChannel } from '../../org/db/teams.ts'
import { firstStandupDate } from '../../org/domain/joining.ts'
import { setupCheck } from '../domain/setup-check.ts'
import type { SetupDone, SetupInput } from './set-up-team.ts'

/** Null: the channel's team was set up by somebody else, or otherwise, or has been changed since. */
export async function repeatedSetup(
  { db, directory }: Context,
  { workspaceId, userId }: Person,
  channelId: ChannelId,
  { settings, memberUserIds }: SetupInput,
): Promise<SetupDone | null> {
  const team = await teamOfChannel(db, workspaceId, channelId)
  if (!team || team.managerUserId !== userId) return null
  const [latest, createdAt, members, waiting, people] = await Promise.all([
    latestSettings(db, team),
    teamCreatedAt(db, team),
    activeMembers(db, team),
    waitingForTeam(db, team),
    findPeople(db, workspaceId, memberUserIds),
  ])
  const isFirst = latest?.setBy === userId && latest.setAt.equals(createdAt)
  const here = new Set([...members, ...waiting].map((one) => one.userId))
  const same =
    isDeepStrictEqual(latest?.settings, settings) && isDeepStrictEqual(here, new Set(memberUserIds))
  if (!isFirst || !same) return null
  const zones = people.map((person) => person.zone)
  const inChannel = await directory.channelMembers(workspaceId, channelId)
  return {
    ...{ ok: true, teamId: team.teamId, settings, memberCount: members.length, waiting, refused: [] },
    from: firstStandupDate(settings, zones, createdAt),
    warnings: setupCheck(settings, memberUserIds, inChannel, localDate(createdAt, settings.zone)),
    parentAskedUserId: null,
  }
}
