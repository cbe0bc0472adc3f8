// Prompts members whose standup has begun: a direct message each, in bulk, unless it is no longer wanted.

import { enqueueMessage } from '../../../outbox/flows/enqueue-message.ts'
import type { DueHandler } from '../../../schedule/flows/run-due.ts'
import { recordPrompts } from '../../db/checkin-days.ts'
import { STANDUP_KIND } from '../domain/standup-kind.ts'
import { cardMessage, summaryMessage } from '../domain/standup-messages.ts'
import { type Decided, decideEach, sentOf } from './asked-members.ts'

export const promptStandups: DueHandler = async (tx, items, now, context) => {
  const { outcomes, decided } = await decideEach(tx, items, now, 'closed-before-prompt')
  await recordPrompts(tx, STANDUP_KIND.name, 'prompted_at', sentOf(decided), now)
  await enqueueMessage(tx, context, decided.flatMap(messagesOf))
  return outcomes
}

/** Who answered the evening before is not prompted; their day begins now, so the team's summary shows their answer. */
function messagesOf({ asked, decision }: Decided) {
  if (decision === 'send') return [cardMessage(asked.of)]
  return decision === 'answered' ? [summaryMessage(asked.team, asked.of.date)] : []
}
