// Reminds members who have not answered shortly before their standup closes, once.
import type { DueOutcome } from '../db/due.ts'
import { decideReminder } from '../domain/day-plan.ts'
import type { NoticeDraft } from '../domain/notice.ts'
import { loadAsked } from './asked-members.ts'
import { byDate, done, skipped, tooLate } from './due-batch.ts'
import type { DueHandler } from './run-due.ts'
import { say } from './say.ts'
import { reminderNotice } from './standup-notices.ts'

export const remindStandups: DueHandler = async (tx, items, now, context) => {
  const outcomes: DueOutcome[] = []
  const drafts: NoticeDraft[] = []
  for (const { date, items: sameDate } of byDate(items)) {
    const members = await loadAsked(tx, sameDate, date)
    for (const item of sameDate) {
      const asked = members.get(item.memberId ?? '')
      const decision = asked ? decideReminder(asked.facts, now) : 'left'
      if (decision === 'too-late') outcomes.push(tooLate(item, 'closed-before-reminder'))
      else outcomes.push(decision === 'send' ? done(item) : skipped(item, decision))
      if (asked && decision === 'send') drafts.push(reminderNotice(asked.of))
    }
  }
  await say(tx, context, drafts)
  return outcomes
}
