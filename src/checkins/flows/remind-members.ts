// Reminds members who have not answered: shortly before their check-in closes, once, and when they asked for it.
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import type { DueOutcome } from '../../schedule/db/due.ts'
import type { DueHandler } from '../../schedule/flows/run-due.ts'
import { recordPrompts } from '../db/checkin-days.ts'
import { QUIET_MINUTES } from '../domain/day-plan.ts'
import { decideEach, sentOf } from './asked-members.ts'
import type { ByCheckin } from './checkin.ts'

const LATE = 'closed-before-reminder'

export const remindMembers =
  (byCheckin: ByCheckin): DueHandler =>
  async (tx, items, now, context) => {
    const all: DueOutcome[] = []
    for (const due of byCheckin(items)) {
      const { kind, messages } = due.checkin
      const { outcomes, decided } = await decideEach(tx, due, now, {
        lateReason: LATE,
        quietMinutes: QUIET_MINUTES,
      })
      const sent = sentOf(decided)
      await recordPrompts(tx, kind.name, 'reminded_at', sent, now)
      await enqueueMessage(tx, context, sent.map(messages.reminder))
      all.push(...outcomes)
    }
    return all
  }

/** Those who pressed "In 15 minutes" and have not answered since. */
export const remindSnoozed =
  (byCheckin: ByCheckin): DueHandler =>
  async (tx, items, now, context) => {
    const all: DueOutcome[] = []
    for (const due of byCheckin(items)) {
      const { snoozed } = due.checkin.messages
      const { outcomes, decided } = await decideEach(tx, due, now, { lateReason: LATE })
      if (snoozed) await enqueueMessage(tx, context, sentOf(decided).map(snoozed))
      all.push(...outcomes)
    }
    return all
  }
