// Reminds members who have not answered: shortly before their check-in closes, once, and when they asked for it.
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import type { DueHandler } from '../../schedule/flows/run-due.ts'
import { recordPrompts } from '../db/checkin-days.ts'
import { QUIET_MINUTES } from '../domain/day-plan.ts'
import { decideEach, sentOf } from './asked-members.ts'
import type { Checkin } from './checkin.ts'

const LATE = 'closed-before-reminder'

export const remindMembers =
  (checkin: Checkin): DueHandler =>
  async (tx, items, now, context) => {
    const { kind, messages } = checkin
    const { outcomes, decided } = await decideEach(tx, checkin, items, now, {
      lateReason: LATE,
      quietMinutes: QUIET_MINUTES,
    })
    const sent = sentOf(decided)
    await recordPrompts(tx, kind.name, 'reminded_at', sent, now)
    await enqueueMessage(tx, context, sent.map(messages.reminder))
    return outcomes
  }

/** Those who pressed "In 15 minutes" and have not answered since. */
export const remindSnoozed =
  (checkin: Checkin): DueHandler =>
  async (tx, items, now, context) => {
    const { outcomes, decided } = await decideEach(tx, checkin, items, now, { lateReason: LATE })
    await enqueueMessage(tx, context, sentOf(decided).map(checkin.messages.snoozed))
    return outcomes
  }
