// Gives a team a manager or a delegate, tells those concerned, and records it.
import { announce } from '../../core/changes.ts'
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { UserId } from '../../core/ids.ts'
import { findMessage } from '../../outbox/db/messages.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import type { AuditScreen } from '../audit/domain/audit-event.ts'
import { recordAudit } from '../audit/flows/record-audit.ts'
import { deleteParentProposal, parentProposalOf } from '../db/open-questions.ts'
import { findPeople } from '../db/people.ts'
import { setDelegate, setManager } from '../db/teams.ts'
import { canManage } from '../domain/acting-manager.ts'
import type { Team } from '../domain/team.ts'
import { settleManagerQuestion } from './ask-for-manager.ts'
import { delegateEnded, managerChanged } from './changes.ts'
import { askNewManager } from './join-requests.ts'
import { askNewManagerAboutLeave } from './leave-requests.ts'
import { parentProposed } from './parent-messages.ts'
import { delegateNamed, handedOver, introduction } from './team-messages.ts'

interface Doing {
  byUserId: UserId
  screen: AuditScreen
}

/**
 * Sets the manager at once. The new and the former manager are told, except whoever does it and who is gone; the
 * team's introduction in the channel names the new one. A delegate who becomes the manager is the delegate no more.
 */
export async function handOver(
  tx: Transaction,
  context: Context,
  team: Team,
  toUserId: UserId,
  { byUserId, screen }: Doing,
): Promise<void> {
  const { workspaceId, teamId, managerUserId } = team
  if (managerUserId === toUserId) return
  await setManager(tx, team, toUserId)
  await askNewManager(tx, context, team, toUserId)
  await askNewManagerAboutLeave(tx, context, team, toUserId)
  if (team.delegateUserId === toUserId) await setDelegate(tx, team, null)
  const both = [managerUserId, toUserId]
  const gone = (await findPeople(tx, workspaceId, both)).filter((person) => !canManage(person))
  const recipients = both.filter((id) => id !== byUserId && !gone.some(({ userId }) => userId === id))
  const now = context.clock.now()
  await enqueueMessage(tx, context, [
    ...handedOver(team, recipients, { byUserId, toUserId }, now),
    ...(await postedIntroductions(tx, team)),
  ])
  await recordAudit(tx, context, [
    {
      ...{ workspaceId, kind: 'manager-changed', actorUserId: byUserId, userId: toUserId, teamId, screen },
      ...{ before: managerUserId, after: toUserId },
    },
  ])
  await settleManagerQuestion(tx, context, { ...team, managerUserId: toUserId })
  await withdrawProposal(tx, context, team)
  await announce(tx, context, managerChanged, {
    ...{ team: { workspaceId, teamId }, fromUserId: managerUserId, toUserId },
  })
}

/** Sets the delegate at once, and tells the new one. Null: nobody. */
export async function changeDelegate(
  tx: Transaction,
  context: Context,
  team: Team,
  toUserId: UserId | null,
  doing: Doing,
): Promise<void> {
  await replaceDelegate(tx, context, team, toUserId, doing)
  await announceEnd(tx, context, team, toUserId)
}

/** Both at once: what the former delegate had as such goes to the new manager, or stays with a delegate who becomes it. */
export async function changeLeads(
  tx: Transaction,
  context: Context,
  team: Team,
  { managerUserId, delegateUserId }: Pick<Team, 'managerUserId' | 'delegateUserId'>,
  doing: Doing,
): Promise<void> {
  await replaceDelegate(tx, context, team, delegateUserId, doing)
  await handOver(tx, context, { ...team, delegateUserId }, managerUserId, doing)
  await announceEnd(tx, context, team, delegateUserId)
}

async function announceEnd(
  tx: Transaction,
  context: Context,
  { workspaceId, teamId, delegateUserId }: Team,
  toUserId: UserId | null,
): Promise<void> {
  if (delegateUserId && delegateUserId !== toUserId)
    await announce(tx, context, delegateEnded, { team: { workspaceId, teamId }, userId: delegateUserId })
}

async function replaceDelegate(
  tx: Transaction,
  context: Context,
  team: Team,
  toUserId: UserId | null,
  { byUserId, screen }: Doing,
): Promise<void> {
  const { workspaceId, teamId, delegateUserId } = team
  if (delegateUserId === toUserId) return
  await setDelegate(tx, team, toUserId)
  if (toUserId && toUserId !== byUserId)
    await enqueueMessage(tx, context, [delegateNamed(team, { byUserId, toUserId }, context.clock.now())])
  await recordAudit(tx, context, [
    {
      ...{ workspaceId, kind: 'delegate-changed', actorUserId: byUserId, teamId, screen },
      ...{ userId: toUserId ?? delegateUserId, before: delegateUserId, after: toUserId },
    },
  ])
}

/** A proposal was for the former manager to answer. */
async function withdrawProposal(tx: Transaction, context: Context, team: Team): Promise<void> {
  const proposal = await parentProposalOf(tx, team)
  if (!proposal) return
  await deleteParentProposal(tx, team)
  await enqueueMessage(tx, context, [parentProposed(team, proposal)])
}

/** The introductions that are still kept are edited. A pruned one is not posted again. */
async function postedIntroductions(tx: Transaction, team: Team) {
  const { workspaceId, teamId, channelId } = team
  const drafts = [introduction(team), introduction(team, `intro:${teamId}:${channelId}`)]
  const found = await Promise.all(drafts.map(({ key }) => findMessage(tx, { workspaceId, messageKey: key })))
  return drafts.filter((_, index) => found[index]?.toChannelId === channelId)
}
