// Edits a member's latest prompt, while it is not answered, after what it shows as known has changed.
import type { Context } from '../../../core/context.ts'
import type { Transaction } from '../../../core/db/client.ts'
import type { Member } from '../../../org/domain/team.ts'
import { enqueueMessage, keptMessages } from '../../../outbox/flows/enqueue-message.ts'
import { lastPrompt } from '../../db/checkin-days.ts'
import { answeredAmong } from '../db/standups.ts'
import { STANDUP_KIND } from '../domain/standup-kind.ts'
import { STANDUP_MESSAGES } from '../domain/standup-messages.ts'

export async function refreshOpenPrompt(tx: Transaction, context: Context, member: Member): Promise<void> {
  const date = await lastPrompt(tx, STANDUP_KIND.name, member)
  if (!date || (await answeredAmong(tx, [member], date)).size > 0) return
  await enqueueMessage(tx, context, await keptMessages(tx, [STANDUP_MESSAGES.card({ ...member, date })]))
}
