// Sends whoever acts for a team one message that a channel or member cannot be reached, and what to do about it.

import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import { localDate } from '../../core/time.ts'
import { findMessage, type OutboxMessage } from '../../outbox/db/messages.ts'
import type { MessageDraft, MessageKind, UndeliveredReason } from '../../outbox/domain/message.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { loadTeam } from '../db/teams.ts'
import { whoActsFor } from './who-acts-for.ts'

export async function reportDeliveryProblem(
  tx: Transaction,
  context: Pick<Context, 'clock' | 'log'>,
  message: OutboxMessage,
  problem: UndeliveredReason,
): Promise<void> {
  const { workspaceId, teamId } = message
  // A problem with delivering such a message is not reported, because that message would fail too.
  if (message.kind === ('delivery-problem' satisfies MessageKind) || !teamId) return
  const team = await loadTeam(tx, workspaceId, teamId)
  if (!team || team.archivedAt) return
  // An outage concerns many places at once: the manager is told once a day for the whole team.
  const where =
    problem === 'gave-up'
      ? localDate(context.clock.now(), 'UTC').toString()
      : (message.toChannelId ?? message.toUserId ?? '')
  const key = problemKey(teamId, where, problem)
  if (await findMessage(tx, { workspaceId, messageKey: key })) return
  // Whoever cannot be reached is not told so by direct message.
  const unreachable = message.toUserId ? [message.toUserId] : []
  const userId = await whoActsFor(tx, team, context.clock.now(), unreachable)
  if (!userId) return context.log.warn({ workspaceId, teamId, problem }, 'nobody acts for the team')
  const draft: MessageDraft = {
    workspaceId,
    key,
    kind: 'delivery-problem',
    audience: { to: 'person', userId },
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
export const problemKey = (teamId: string, where: string, problem: UndeliveredReason): string =>
  `trouble:${teamId}:${where}:${problem}`
