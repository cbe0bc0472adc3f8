// Loads the facts of the messages about a change of members.
import type { Queryable } from '../../../core/db/client.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import { settingsNow } from '../../db/settings.ts'
import { loadTeam } from '../../db/teams.ts'
import type { MemberRemovedFacts, MembersChangedFacts } from '../../domain/message-facts.ts'

/** Null: the team does not exist. */
export async function loadMemberRemoved(
  db: Queryable,
  { workspaceId, subject }: Message<'member-removed'>,
  now: Temporal.Instant,
): Promise<MemberRemovedFacts | null> {
  const team = await loadTeam(db, workspaceId, subject.teamId)
  const settings = team && (await settingsNow(db, team, now))
  if (!settings) return null
  const { byUserId } = subject
  return { kind: 'member-removed', teamName: settings.name, byUserId, managerUserId: team.managerUserId }
}

/** Null: the team does not exist. */
export async function loadMembersChanged(
  db: Queryable,
  { workspaceId, subject: { teamId, ...change } }: Message<'members-changed'>,
  now: Temporal.Instant,
): Promise<MembersChangedFacts | null> {
  const settings = await settingsNow(db, { workspaceId, teamId }, now)
  return settings && { kind: 'members-changed', teamName: settings.name, ...change }
}
