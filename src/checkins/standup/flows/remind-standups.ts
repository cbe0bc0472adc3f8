// Reminds members who have not answered shortly before their standup closes, once.

import { enqueueMessage } from '../../../outbox/flows/enqueue-message.ts'
import type { DueHandler } from '../../../schedule/flows/run-due.ts'
import { recordPrompts } from '../../db/checkin-days.ts'
import { STANDUP_KIND } from '../domain/standup-kind.ts'
import { reminderMessage } from '../domain/standup-messages.ts'
import { decideEach, sentOf } from './asked-members.ts'

export const remindStandups: DueHandler = async (tx, items, now, context) => {
  const { outcomes, decided } = await decideEach(tx, items, now, 'closed-before-reminder')
  const sent = sentOf(decided)
  await recordPrompts(tx, STANDUP_KIND.name, 'reminded_at', sent, now)
  await enqueueMessage(tx, context, sent.map(reminderMessage))
  return outcomes
}
