// Names whoever owns late items of a team outside it, where an episode and what was dismissed name a member.
import { createHash } from 'node:crypto'
import type { MemberId, TeamId, UserId } from '../../core/ids.ts'

const UUID = /^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/

/** The same for the same team and person, as a uuid. */
export const outsideSubject = (teamId: TeamId, ownerUserId: UserId): MemberId =>
  createHash('sha256').update(`${teamId} ${ownerUserId}`).digest('hex').replace(UUID, '$1-$2-$3-$4-$5')
