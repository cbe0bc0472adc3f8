// Loads what is left of a warning for a reader who got it and may not see it any more: who has left the team, or leads it no longer.
import type { Queryable } from '../../core/db/client.ts'
import type { UserId, WorkspaceId } from '../../core/ids.ts'
import { loadMember } from '../../org/db/members.ts'
import { findPerson } from '../../org/db/people.ts'
import { settingsNow } from '../../org/db/settings.ts'
import { loadTeam } from '../../org/db/teams.ts'
import { identityOf } from '../../org/domain/team-names.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { findWarning } from '../db/episodes.ts'
import { outsideOwnerOf } from '../domain/warning.ts'
import type { LostView } from '../domain/warning-view.ts'
import { rightsIn } from './rights-in.ts'

/** Null: it is for the reader, or the warning or its team is gone. */
export async function loadLost(
  q: Queryable,
  { workspaceId, episodeId, readerId }: { workspaceId: WorkspaceId; episodeId: string; readerId: UserId },
  now: Temporal.Instant,
): Promise<LostView | null> {
  const warning = await findWarning(q, workspaceId, episodeId)
  const reader = await findPerson(q, workspaceId, readerId)
  const team = warning && (await loadTeam(q, workspaceId, warning.teamId))
  const settings = team && (await settingsNow(q, team, now))
  if (!warning || !reader || !settings) return null
  const member = warning.memberId === null ? null : await loadMember(q, workspaceId, warning.memberId)
  if (warning.memberId !== null && !member) return null
  const whose = member?.userId ?? outsideOwnerOf(warning)
  if (await rightsIn(q, await actorOf(q, reader, now), warning, whose, now)) return null
  return { left: member?.userId === readerId, team: identityOf(team, settings) }
}
