// Closes the day of members whose zone closes before the team's last one: their messages no longer ask for an answer.

import { windowOf } from '../../../org/domain/checkin-window.ts'
import { loadTeamDays } from '../../../org/flows/load-team-days.ts'
import type { MessageDraft } from '../../../outbox/domain/message.ts'
import { enqueueMessage } from '../../../outbox/flows/enqueue-message.ts'
import { type DueOutcome, planDueItems } from '../../../schedule/db/due.ts'
import { byDate, done, skipped } from '../../../schedule/flows/due-batch.ts'
import type { DueHandler } from '../../../schedule/flows/run-due.ts'
import { promptedOn } from '../../db/checkin-days.ts'
import { messagesOnClose } from '../../domain/checkin-messages.ts'
import { besideSummary } from '../../flows/beside-summary.ts'
import { entriesOfTeams } from '../db/standups.ts'
import { type CardEndPlan, plansAtClose } from '../domain/card-end.ts'
import { STANDUP_KIND } from '../domain/standup-kind.ts'
import { STANDUP_MESSAGES } from '../domain/standup-messages.ts'
import { answeredOf } from './close-standups.ts'

/** Runs however late: the messages show the state at the time of sending. */
export const closeMemberDays: DueHandler = async (tx, items, _now, context) => {
  const outcomes: DueOutcome[] = []
  const drafts: MessageDraft[] = []
  const ends: CardEndPlan[] = []
  for (const { date, items: sameDate } of byDate(items)) {
    const days = await loadTeamDays(tx, sameDate, date)
    const answered = answeredOf(await entriesOfTeams(tx, sameDate, date))
    const prompted = await promptedOn(tx, STANDUP_KIND.name, sameDate, date)
    for (const item of sameDate) {
      const day = days.get(item.teamId)
      outcomes.push(day ? done(item) : skipped(item, 'team-archived'))
      if (!day) continue
      const closed = day.members.filter((of) => windowOf(day.settings, of, date).closeAt.equals(item.dueAt))
      const silent = closed.filter(({ member }) => !answered.has(member.memberId))
      drafts.push(
        ...silent.flatMap(({ member }) => messagesOnClose(STANDUP_MESSAGES, { ...member, date }, prompted)),
      )
      ends.push(...plansAtClose(day, closed, { answered, prompted: prompted.prompted }))
    }
  }
  await planDueItems(tx, ends)
  await enqueueMessage(tx, context, [...drafts, ...besideSummary(context, items)])
  return outcomes
}
