// Loads the facts of the message that asks the person who invited the bot to set up a team.
import type { Queryable } from '../../../core/db/client.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import { settingsNow } from '../../db/settings.ts'
import { teamOfChannel } from '../../db/teams.ts'
import type { SetupInvitationFacts } from '../../domain/message-facts.ts'

/** Null: the team was set up, or the bot left again, before the message was posted. */
export async function loadSetupInvitation(
  db: Queryable,
  { workspaceId, subject, ts }: Message<'setup-invitation'>,
  now: Temporal.Instant,
): Promise<SetupInvitationFacts | null> {
  const { channelId, gone = false } = subject
  const team = await teamOfChannel(db, workspaceId, channelId)
  if (!team) return gone && !ts ? null : { kind: 'setup-invitation', channelId, teamName: null, gone }
  const settings = await settingsNow(db, team, now)
  return ts && settings ? { kind: 'setup-invitation', channelId, teamName: settings.name, gone: false } : null
}
