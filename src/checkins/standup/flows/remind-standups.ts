// Reminds members who have not answered shortly before their standup closes, once.

import { enqueueMessage } from '../../../outbox/flows/enqueue-message.ts'
import type { DueHandler } from '../../../schedule/flows/run-due.ts'
import { reminderMessage } from '../domain/standup-messages.ts'
import { decideEach } from './asked-members.ts'

export const remindStandups: DueHandler = async (tx, items, now, context) => {
  const { outcomes, decided } = await decideEach(tx, items, now, 'closed-before-reminder')
  const silent = decided.filter(({ decision }) => decision === 'send')
  await enqueueMessage(
    tx,
    context,
    silent.map(({ asked }) => reminderMessage(asked.of)),
  )
  return outcomes
}
