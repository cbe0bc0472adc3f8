// Closes the day of members whose zone closes before the team's last one: their messages no longer ask for an answer.

import type { DayMember } from '../../org/domain/team-day.ts'
import { loadTeamDays } from '../../org/flows/load-team-days.ts'
import type { MessageDraft, MessageEdit } from '../../outbox/domain/message.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { type DueOutcome, planDueItems } from '../../schedule/db/due.ts'
import { done, skipped } from '../../schedule/flows/due-batch.ts'
import type { DueHandler } from '../../schedule/flows/run-due.ts'
import { promptedOn } from '../db/checkin-days.ts'
import { type CardEndPlan, plansAtClose } from '../domain/card-end.ts'
import { messagesOnClose } from '../domain/checkin-messages.ts'
import { ownWindow } from '../domain/own-window.ts'
import { besideSummary } from './beside-summary.ts'
import type { ByCheckin } from './checkin.ts'
import { answeredOf } from './close-checkins.ts'

/** Runs however late: the messages show the state at the time of sending. */
export const closeMemberDays =
  (byCheckin: ByCheckin): DueHandler =>
  async (tx, items, _now, context) => {
    const outcomes: DueOutcome[] = []
    const drafts: (MessageDraft | MessageEdit)[] = []
    const ends: CardEndPlan[] = []
    for (const { checkin, date, items: sameDate } of byCheckin(items)) {
      const { kind, messages } = checkin
      const days = await loadTeamDays(tx, sameDate, date)
      const answered = answeredOf(await checkin.entriesOfTeams(tx, sameDate, date))
      const prompted = await promptedOn(tx, kind.name, sameDate, date)
      for (const item of sameDate) {
        const day = days.get(item.teamId)
        outcomes.push(day ? done(item) : skipped(item, 'team-archived'))
        if (!day) continue
        const closesNow = (of: DayMember) =>
          ownWindow(kind, day.settings, of, date)?.window.closeAt.equals(item.dueAt)
        const closed = day.members.filter(closesNow)
        const silent = closed.filter(({ member }) => !answered.has(member.memberId))
        drafts.push(
          ...silent.flatMap(({ member }) => messagesOnClose(messages, { ...member, date }, prompted)),
        )
        ends.push(...plansAtClose(kind, day, closed, { answered, prompted: prompted.prompted }))
      }
      drafts.push(...besideSummary(context, kind.name, sameDate))
    }
    await planDueItems(tx, ends)
    await enqueueMessage(tx, context, drafts)
    return outcomes
  }
