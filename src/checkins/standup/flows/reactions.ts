// Edits the standup's messages about the days that a change of members, calendars or numbers touches.
import { reactTo } from '../../../core/changes.ts'
import type { Transaction } from '../../../core/db/client.ts'
import { numbersChanged } from '../../../numbers/flows/changes.ts'
import { setLastDay } from '../../../org/db/members.ts'
import { currentDates } from '../../../org/domain/joining.ts'
import { calendarChanged, type LeavingMember, membershipChanged } from '../../../org/flows/changes.ts'
import { refreshDays } from '../../flows/refresh-days.ts'
import { answeredAmong } from '../db/standups.ts'
import { STANDUP_MESSAGES } from '../domain/standup-messages.ts'

const onCalendar = reactTo(calendarChanged, async (tx, context, { members, dates }) =>
  refreshDays(tx, context, STANDUP_MESSAGES, members, dates),
)

const onMembership = reactTo(membershipChanged, async (tx, context, { left }) => {
  await keepAnsweredDays(tx, left)
  const leavers = left.map(({ member }) => member)
  await refreshDays(tx, context, STANDUP_MESSAGES, leavers, currentDates(context.clock.now()))
})

const onNumbers = reactTo(numbersChanged, async (tx, context, { member, askedOn }) => {
  if (askedOn) await refreshDays(tx, context, STANDUP_MESSAGES, [member], [askedOn])
})

/** A member who answered today stays in the team until the end of the day. */
async function keepAnsweredDays(tx: Transaction, left: readonly LeavingMember[]): Promise<void> {
  for (const { member, today } of left) {
    const answered = await answeredAmong(tx, [member], today)
    if (answered.has(member.memberId)) await setLastDay(tx, member, today)
  }
}

export const standupReactions = [onCalendar, onMembership, onNumbers]
