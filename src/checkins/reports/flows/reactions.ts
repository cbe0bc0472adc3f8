// Edits the messages of reports that a change of members, calendars, numbers or requests for support touches.
import { actionsChanged } from '../../../actions/flows/changes.ts'
import { reactTo } from '../../../core/changes.ts'
import type { Context } from '../../../core/context.ts'
import type { Transaction } from '../../../core/db/client.ts'
import { numbersChanged } from '../../../numbers/flows/changes.ts'
import { loadMember } from '../../../org/db/members.ts'
import { settingsOfTeamsNow } from '../../../org/db/settings.ts'
import { weekStart } from '../../../org/domain/calendar.ts'
import { currentDates } from '../../../org/domain/joining.ts'
import type { Member } from '../../../org/domain/team.ts'
import { calendarChanged, membershipChanged } from '../../../org/flows/changes.ts'
import { answersWithNumbersOf } from '../../db/checkin-answers.ts'
import { recordRevisions } from '../../db/checkin-days.ts'
import { dateInWeek } from '../../domain/own-window.ts'
import { refreshDays } from '../../flows/refresh-days.ts'
import { reportsOf } from '../domain/report-kind.ts'
import { reportOfRequest } from '../domain/support.ts'
import { reportCheckin } from './report-checkin.ts'

/** The reports of the weeks that the dates are in. */
async function refreshWeeks(
  tx: Transaction,
  context: Context,
  members: readonly Member[],
  dates: readonly Temporal.PlainDate[],
): Promise<void> {
  const now = context.clock.now()
  const settings = await settingsOfTeamsNow(tx, members, now)
  for (const [teamId, own] of Map.groupBy(members, (member) => member.teamId)) {
    const of = settings.get(teamId)
    for (const name of of ? reportsOf(of) : []) {
      const weekday = of!.reports[name]!.weekday
      const startsOn = weekStart(of!.workDays)
      const reportDates = dates.map((date) => dateInWeek(date, weekday, startsOn).toString())
      const unique = [...new Set(reportDates)].map((date) => Temporal.PlainDate.from(date))
      const checkin = reportCheckin(name)
      for (const date of unique) {
        const answered = await checkin.answeredAmong(tx, own, date)
        const silent = own.find(({ memberId }) => !answered.has(memberId))
        if (silent) await recordRevisions(tx, name, [{ ...silent, date }], now)
      }
      await refreshDays(tx, context, checkin, own, unique)
    }
  }
}

const onCalendar = reactTo(calendarChanged, (tx, context, { members, dates }) =>
  refreshWeeks(tx, context, members, dates),
)

const onMembership = reactTo(membershipChanged, (tx, context, { left }) =>
  refreshWeeks(
    tx,
    context,
    left.map(({ member }) => member),
    currentDates(context.clock.now()),
  ),
)

const onNumbers = reactTo(numbersChanged, async (tx, context, { member, date }) => {
  for (const { kind, date: of } of await answersWithNumbersOf(tx, member, date))
    await refreshDays(tx, context, reportCheckin(kind), [member], [of])
})

/** How far back summaries are kept. */
const SUMMARY_WEEKS = 4

/** A request stands in the report that asked, and in each later summary until it is done. */
const onActions = reactTo(actionsChanged, async (tx, context, { actions }) => {
  for (const { after } of actions) {
    if (after.origin.kind !== 'support-request') continue
    const of = reportOfRequest(after.origin.reference)
    const member = of && (await loadMember(tx, after.workspaceId, of.memberId))
    if (!member) continue
    const dates = Array.from({ length: SUMMARY_WEEKS + 1 }, (_, weeks) => of.date.add({ weeks }))
    await refreshDays(tx, context, reportCheckin(of.kind), [member], dates)
  }
})

export const reportReactions = [onCalendar, onMembership, onNumbers, onActions]
