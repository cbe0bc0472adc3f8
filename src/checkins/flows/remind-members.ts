// Reminds members who have not answered shortly before their check-in closes, once.
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import type { DueHandler } from '../../schedule/flows/run-due.ts'
import { recordPrompts } from '../db/checkin-days.ts'
import { decideEach, sentOf } from './asked-members.ts'
import type { Checkin } from './checkin.ts'

export const remindMembers =
  (checkin: Checkin): DueHandler =>
  async (tx, items, now, context) => {
    const { kind, messages } = checkin
    const { outcomes, decided } = await decideEach(tx, checkin, items, now, 'closed-before-reminder')
    const sent = sentOf(decided)
    await recordPrompts(tx, kind.name, 'reminded_at', sent, now)
    await enqueueMessage(tx, context, sent.map(messages.reminder))
    return outcomes
  }
