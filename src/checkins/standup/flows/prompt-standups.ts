// Prompts members whose standup has begun: a direct message each, in bulk, unless it is no longer wanted.

import { enqueueMessage } from '../../../outbox/flows/enqueue-message.ts'
import type { DueHandler } from '../../../schedule/flows/run-due.ts'
import { cardMessage, summaryMessage } from '../domain/standup-messages.ts'
import { type Decided, decideEach } from './asked-members.ts'

export const promptStandups: DueHandler = async (tx, items, now, context) => {
  const { outcomes, decided } = await decideEach(tx, items, now, 'closed-before-prompt')
  await enqueueMessage(tx, context, decided.flatMap(messagesOf))
  return outcomes
}

/** Who answered before is not prompted, but appears in the team's channel now that the day begins for them. */
function messagesOf({ asked, decision }: Decided) {
  if (decision === 'send') return [cardMessage(asked.of)]
  return decision === 'answered' ? [summaryMessage(asked.team, asked.of.date)] : []
}
