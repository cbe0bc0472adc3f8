// Loads what the person who invited the bot is told.
import type { Queryable } from '../../db/client.ts'
import type { Notice } from '../../db/notices.ts'
import { teamOfChannel } from '../../db/teams.ts'
import type { SetupInvitationFacts } from '../../domain/notice.ts'

/** Null: somebody has set the channel up in the meantime. */
export async function loadSetupInvitation(
  db: Queryable,
  { workspaceId, subject }: Notice,
): Promise<SetupInvitationFacts | null> {
  const { channelId } = subject
  if (!channelId || (await teamOfChannel(db, workspaceId, channelId))) return null
  return { kind: 'setup-invitation', channelId }
}
