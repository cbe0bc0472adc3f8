// Edits the standup's messages about the days that a change of members, calendars, numbers or action items touches.
import { actionsChanged } from '../../../actions/flows/changes.ts'
import { reactTo } from '../../../core/changes.ts'
import type { Transaction } from '../../../core/db/client.ts'
import { numbersChanged } from '../../../numbers/flows/changes.ts'
import { memberOf, setLastDay } from '../../../org/db/members.ts'
import { currentDates } from '../../../org/domain/joining.ts'
import type { Member } from '../../../org/domain/team.ts'
import { calendarChanged, type LeavingMember, membershipChanged } from '../../../org/flows/changes.ts'
import { recordRevisions, type TeamDate } from '../../db/checkin-days.ts'
import { refreshDays } from '../../flows/refresh-days.ts'
import { answeredAmong, datesReporting } from '../db/standups.ts'
import { STANDUP_KIND } from '../domain/standup-kind.ts'
import { refreshOpenPrompt } from './refresh-prompt.ts'
import { STANDUP_CHECKIN } from './standup-checkin.ts'

/** What a closed summary shows of who has not answered changes: missing, or away. */
const onCalendar = reactTo(calendarChanged, async (tx, context, { members, dates }) => {
  for (const date of dates) {
    const answered = await answeredAmong(tx, members, date)
    const silent = members.filter(({ memberId }) => !answered.has(memberId))
    await recordRevisions(tx, STANDUP_KIND.name, teamDates(silent, [date]), context.clock.now())
  }
  await refreshDays(tx, context, STANDUP_CHECKIN, members, dates)
})

const onMembership = reactTo(membershipChanged, async (tx, context, { left }) => {
  await keepAnsweredDays(tx, left, context.clock.now())
  const now = context.clock.now()
  const leavers = left.map(({ member }) => member)
  await recordRevisions(tx, STANDUP_KIND.name, teamDates(leavers, currentDates(now)), now)
  await refreshDays(tx, context, STANDUP_CHECKIN, leavers, currentDates(now))
})

/** Whichever standup has reported the day: after leave it is not the next one. */
const onNumbers = reactTo(numbersChanged, async (tx, context, { member, date, enteredIn }) => {
  // What was logged before the answer stands in the prompt.
  if (enteredIn === null) await refreshOpenPrompt(tx, context, member)
  const reporting = await datesReporting(tx, member, date)
  const dates = reporting.filter((one) => enteredIn === null || !one.equals(enteredIn))
  if (dates.length === 0) return
  await recordRevisions(tx, STANDUP_KIND.name, teamDates([member], dates), context.clock.now())
  await refreshDays(tx, context, STANDUP_CHECKIN, [member], dates)
})

/** The prompt shows what is due on its owner's list. */
const onActions = reactTo(actionsChanged, async (tx, context, { actions }) => {
  for (const [workspaceId, own] of Map.groupBy(actions, ({ after }) => after.workspaceId)) {
    const owners = own.flatMap(({ before, after }) => [before?.ownerUserId, after.ownerUserId])
    for (const owner of new Set(owners))
      for (const member of owner ? await memberOf(tx, workspaceId, owner) : [])
        await refreshOpenPrompt(tx, context, member)
  }
})

/** Each team once for each date. */
function teamDates(members: readonly Member[], dates: readonly Temporal.PlainDate[]): TeamDate[] {
  const teams = new Map(members.map(({ workspaceId, teamId }) => [teamId, { workspaceId, teamId }]))
  return [...teams.values()].flatMap((team) => dates.map((date) => ({ ...team, date })))
}

/** A member who answered today stays in the team until the end of the day. */
async function keepAnsweredDays(
  tx: Transaction,
  left: readonly LeavingMember[],
  now: Temporal.Instant,
): Promise<void> {
  for (const { member, today } of left) {
    const answered = await answeredAmong(tx, [member], today)
    if (answered.has(member.memberId)) await setLastDay(tx, member, today, now)
  }
}

export const standupReactions = [onCalendar, onMembership, onNumbers, onActions]
