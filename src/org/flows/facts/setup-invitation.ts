// Loads what the person who invited the bot is told.
import type { Queryable } from '../../../core/db/client.ts'
import type { OutboxMessage } from '../../../outbox/db/messages.ts'
import type { SetupInvitationFacts } from '../../../outbox/domain/message-facts.ts'
import { settingsNow } from '../../db/settings.ts'
import { teamOfChannel } from '../../db/teams.ts'

/** Null: somebody has set the channel up before it was ever said. */
export async function loadSetupInvitation(
  db: Queryable,
  { workspaceId, subject, ts }: OutboxMessage,
  now: Temporal.Instant,
): Promise<SetupInvitationFacts | null> {
  const { channelId } = subject
  if (!channelId) return null
  const team = await teamOfChannel(db, workspaceId, channelId)
  if (!team) return { kind: 'setup-invitation', channelId, teamName: null }
  const settings = await settingsNow(db, team, now)
  return ts && settings ? { kind: 'setup-invitation', channelId, teamName: settings.name } : null
}
