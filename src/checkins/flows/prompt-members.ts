// Prompts members whose check-in has begun: a direct message each, in bulk, unless they have answered, left or are off.
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import type { DueOutcome } from '../../schedule/db/due.ts'
import type { DueHandler } from '../../schedule/flows/run-due.ts'
import { recordPrompts } from '../db/checkin-days.ts'
import { decideEach, sentOf } from './asked-members.ts'
import { besideSummary } from './beside-summary.ts'
import type { ByCheckin } from './checkin.ts'

export const promptMembers =
  (byCheckin: ByCheckin): DueHandler =>
  async (tx, items, now, context) => {
    const all: DueOutcome[] = []
    for (const due of byCheckin(items)) {
      const { kind, messages } = due.checkin
      const { outcomes, decided } = await decideEach(tx, due, now, { lateReason: 'closed-before-prompt' })
      const sent = sentOf(decided)
      // Who answered the evening before is not prompted; their day begins now, so the summary shows their answer.
      const answered = decided.filter(({ decision }) => decision === 'answered')
      const summaries = answered.map(({ asked }) => messages.summary(asked.team, asked.of.date))
      await recordPrompts(tx, kind.name, 'prompted_at', sent, now)
      // Whoever is asked later than others, in another zone, is expected from now on.
      const beside = besideSummary(context, kind.name, sent)
      await enqueueMessage(tx, context, [...sent.map(messages.card), ...summaries, ...beside])
      all.push(...outcomes)
    }
    return all
  }
