// Prompts members whose standup has begun: a direct message each, in bulk, unless it is no longer wanted.

import { say } from '../../../outbox/flows/enqueue-message.ts'
import type { DueHandler } from '../../../schedule/flows/run-due.ts'
import { type Decided, decideEach } from './asked-members.ts'
import { cardNotice, summaryNotice } from './standup-messages.ts'

export const promptStandups: DueHandler = async (tx, items, now, context) => {
  const { outcomes, decided } = await decideEach(tx, items, now, 'closed-before-prompt')
  await say(tx, context, decided.flatMap(noticesOf))
  return outcomes
}

/** Who answered before is not prompted, but appears in the team's channel now that the day begins for them. */
function noticesOf({ asked, decision }: Decided) {
  if (decision === 'send') return [cardNotice(asked.of)]
  return decision === 'answered' ? [summaryNotice(asked.team, asked.of.date)] : []
}
