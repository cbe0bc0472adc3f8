// Tells a team's manager, once, that a channel or member cannot be reached and what to do about it.

import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import { findNotice, type Notice } from '../../outbox/db/messages.ts'
import type { TroubleFacts } from '../../outbox/domain/message-facts.ts'
import { say } from '../../outbox/flows/enqueue-message.ts'
import { loadTeam } from '../db/teams.ts'

export async function tellTrouble(
  tx: Transaction,
  context: Context,
  notice: Notice,
  problem: TroubleFacts['problem'],
): Promise<void> {
  const { workspaceId, teamId } = notice
  // Who cannot be reached about trouble cannot be told of that either.
  if (notice.kind === 'trouble' || !teamId) return
  const team = await loadTeam(tx, workspaceId, teamId)
  if (!team || team.archivedAt || team.managerUserId === notice.toUserId) return
  const where = notice.toChannelId ?? notice.toUserId ?? ''
  const key = `trouble:${teamId}:${where}:${problem}`
  if (await findNotice(tx, { workspaceId, noticeKey: key })) return
  await say(tx, context, [
    {
      workspaceId,
      key,
      kind: 'trouble',
      audience: { to: 'person', userId: team.managerUserId },
      teamId,
      subject: {
        problem,
        channelId: notice.toChannelId ?? team.channelId,
        ...(notice.toUserId ? { userId: notice.toUserId } : {}),
      },
    },
  ])
}
