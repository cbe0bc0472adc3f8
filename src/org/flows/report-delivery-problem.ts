// Sends a team's manager one message that a channel or member cannot be reached, and what to do about it.

import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import { findMessage, type OutboxMessage } from '../../outbox/db/messages.ts'
import type { MessageDraft, MessageKind } from '../../outbox/domain/message.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import type { DeliveryProblem } from '../../slack/messenger.ts'
import { loadTeam } from '../db/teams.ts'

export async function reportDeliveryProblem(
  tx: Transaction,
  context: Pick<Context, 'clock'>,
  message: OutboxMessage,
  problem: DeliveryProblem,
): Promise<void> {
  const { workspaceId, teamId } = message
  // A problem with delivering such a message is not reported, because that message would fail too.
  if (message.kind === ('delivery-problem' satisfies MessageKind) || !teamId) return
  const team = await loadTeam(tx, workspaceId, teamId)
  if (!team || team.archivedAt || team.managerUserId === message.toUserId) return
  const where = message.toChannelId ?? message.toUserId ?? ''
  const key = problemKey(teamId, where, problem)
  if (await findMessage(tx, { workspaceId, messageKey: key })) return
  const draft: MessageDraft = {
    workspaceId,
    key,
    kind: 'delivery-problem',
    audience: { to: 'person', userId: team.managerUserId },
    teamId,
    subject: {
      problem,
      channelId: message.toChannelId ?? team.channelId,
      ...(message.toUserId ? { userId: message.toUserId } : {}),
    },
  }
  await enqueueMessage(tx, context, [draft])
}

/** The prefix is older than the kind's name, and stays because posted messages carry it in their Slack metadata. */
export const problemKey = (teamId: string, where: string, problem: DeliveryProblem): string =>
  `trouble:${teamId}:${where}:${problem}`
