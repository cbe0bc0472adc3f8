// Prompts members whose standup has begun: a direct message each, in bulk, unless it is no longer wanted.
import type { DueOutcome } from '../db/due.ts'
import { decidePrompt } from '../domain/day-plan.ts'
import type { NoticeDraft } from '../domain/notice.ts'
import { loadAsked } from './asked-members.ts'
import { byDate, done, skipped, tooLate } from './due-batch.ts'
import type { DueHandler } from './run-due.ts'
import { say } from './say.ts'
import { cardNotice, summaryNotice } from './standup-notices.ts'

/** Who answered before is not prompted, but appears in the team's channel now that the day begins for them. */
export const promptStandups: DueHandler = async (tx, items, now, context) => {
  const outcomes: DueOutcome[] = []
  const drafts: NoticeDraft[] = []
  for (const { date, items: sameDate } of byDate(items)) {
    const members = await loadAsked(tx, sameDate, date)
    for (const item of sameDate) {
      const asked = members.get(item.memberId ?? '')
      const decision = asked ? decidePrompt(asked.facts, now) : 'left'
      if (decision === 'too-late') outcomes.push(tooLate(item, 'closed-before-prompt'))
      else outcomes.push(decision === 'send' ? done(item) : skipped(item, decision))
      if (!asked) continue
      if (decision === 'send') drafts.push(cardNotice(asked.of))
      if (decision === 'answered') drafts.push(summaryNotice(asked.team, date))
    }
  }
  await say(tx, context, drafts)
  return outcomes
}
