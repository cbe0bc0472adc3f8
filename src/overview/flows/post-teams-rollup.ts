// Handles a team's week that is in: whoever leads it from above gets one message about all their teams, which fills up.

import { actionsChanged } from '../../actions/flows/changes.ts'
import { endOfLastWorkedWeek } from '../../boards/domain/plan-weekly-board.ts'
import { checkinChanged } from '../../checkins/flows/changes.ts'
import { openRequestsOfTeams } from '../../checkins/reports/db/support-requests.ts'
import { reportOfRequest } from '../../checkins/reports/domain/support.ts'
import { reactTo } from '../../core/changes.ts'
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { UserId } from '../../core/ids.ts'
import { localDate } from '../../core/time.ts'
import { type Period, periodOf } from '../../numbers/domain/period.ts'
import { numbersChanged } from '../../numbers/flows/changes.ts'
import { recordRecipients } from '../../org/audit/flows/record-reading.ts'
import { teamCalendarsOf } from '../../org/db/calendars.ts'
import { teamsAbove } from '../../org/db/hierarchy.ts'
import { loadMembers } from '../../org/db/members.ts'
import { settingsOfTeams } from '../../org/db/settings.ts'
import { loadTeam, type TeamRef } from '../../org/db/teams.ts'
import { teamWorksOn, type WorkCalendar } from '../../org/domain/calendar.ts'
import { type Team, WEEKLY_REPORT } from '../../org/domain/team.ts'
import { calendarChanged } from '../../org/flows/changes.ts'
import { editOf } from '../../outbox/domain/message.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { type DueItem, type DueOutcome, planDueItems } from '../../schedule/db/due.ts'
import { done, skipped } from '../../schedule/flows/due-batch.ts'
import { oneByOne } from '../../schedule/flows/one-by-one.ts'
import { byOwnHours } from '../../warnings/flows/own-hours.ts'
import { lastMonday, lastWeekOf, planWeekRead, rollupMessage } from '../domain/teams-rollup.ts'
import { MONDAY, sideBySide } from './side-by-side.ts'

const MAX_LATE_HOURS = 12

/** Whoever is not in their working hours gets it when these begin. */
export const postTeamsRollups = oneByOne(MAX_LATE_HOURS, (tx, item, now, context) =>
  postOne(tx, item, now, context, 'post'),
)

/** Who came late is in it, too. What was not posted is not posted at night. */
export const editTeamsRollups = oneByOne(MAX_LATE_HOURS, (tx, item, now, context) =>
  postOne(tx, item, now, context, 'edit'),
)

type How = 'post' | 'edit'

async function postOne(
  tx: Transaction,
  item: DueItem,
  now: Temporal.Instant,
  context: Context,
  how: How,
): Promise<DueOutcome> {
  const { workspaceId, teamId } = item
  const team = await loadTeam(tx, workspaceId, teamId)
  const calendar = (await teamCalendarsOf(tx, [item], item.date)).get(teamId)
  const end = calendar && endOfLastWorkedWeek(calendar, item.date)
  if (!team || team.archivedAt || !end) return skipped(item, 'nobody-reported')
  const directors = await directorsOf(tx, team)
  if (directors.length === 0) return skipped(item, 'nobody-above')
  const week = periodOf('week', end, MONDAY)
  const readers = how === 'edit' ? directors : await inTheirHours(tx, item, directors, calendar, now)
  await recordAlone(tx, context, team, readers, week)
  await enqueueMessage(
    tx,
    context,
    readers.map((userId) => {
      const draft = rollupMessage({ workspaceId, userId }, week.from)
      return how === 'edit' ? editOf(draft) : draft
    }),
  )
  return done(item)
}

/** The others are planned for the beginning of theirs. */
async function inTheirHours(
  tx: Transaction,
  item: DueItem,
  directors: readonly UserId[],
  calendar: WorkCalendar,
  now: Temporal.Instant,
): Promise<UserId[]> {
  const { workspaceId, teamId, date } = item
  const settings = (await settingsOfTeams(tx, [item], date)).get(teamId)
  if (!settings) return [...directors]
  const { now: awake, later } = await byOwnHours(tx, workspaceId, directors, now, {
    ...{ zone: settings.zone, hours: settings.workingHours },
    worksOn: (day) => teamWorksOn(calendar, day),
  })
  await planDueItems(
    tx,
    later.map((one) => ({ ...planWeekRead(item, one), workspaceId, teamId })),
  )
  return awake
}

const directorsOf = async (tx: Transaction, team: Team): Promise<string[]> =>
  [...new Set((await teamsAbove(tx, team)).map(({ managerUserId }) => managerUserId))].sort()

/** A number of last week that is corrected, taken back or logged later. A standup is in it when the week is in, at the latest at midnight. */
const refreshRollups = reactTo(numbersChanged, async (tx, context, { member, date, enteredIn }) => {
  if (enteredIn !== null) return
  const { workspaceId, teamId } = member
  const from = lastWeekOf(date, localDate(context.clock.now(), 'UTC'))
  const team = from && (await loadTeam(tx, workspaceId, teamId))
  if (!team) return
  const edits = (await directorsOf(tx, team)).map((userId) =>
    editOf(rollupMessage({ workspaceId, userId }, from)),
  )
  await enqueueMessage(tx, context, edits)
})

/** Requests for support and weekly reports of the week whose message is still read. */
const onActions = reactTo(actionsChanged, async (tx, context, { actions }) => {
  for (const { after } of actions)
    if (after.origin.kind === 'support-request') await editRollup(tx, context, after)
})

const onReports = reactTo(checkinChanged, async (tx, context, { kind, date, ...ref }) => {
  const today = localDate(context.clock.now(), 'UTC')
  if (kind === WEEKLY_REPORT && lastWeekOf(date, today)) await editRollup(tx, context, ref)
})

/** Leave that goes on record afterwards excuses: fewer were expected. */
const onCalendar = reactTo(calendarChanged, async (tx, context, { members, dates }) => {
  const today = localDate(context.clock.now(), 'UTC')
  if (!dates.some((date) => lastWeekOf(date, today))) return
  const teams = new Map(members.map((member) => [member.teamId, member]))
  for (const ref of teams.values()) await editRollup(tx, context, ref)
})

async function editRollup(tx: Transaction, context: Context, ref: TeamRef): Promise<void> {
  const from = lastMonday(localDate(context.clock.now(), 'UTC'))
  const team = await loadTeam(tx, ref.workspaceId, ref.teamId)
  const directors = team ? await directorsOf(tx, team) : []
  const { workspaceId } = ref
  const edits = directors.map((userId) => editOf(rollupMessage({ workspaceId, userId }, from)))
  await enqueueMessage(tx, context, edits)
}

export const rollupReactions = [refreshRollups, onActions, onReports, onCalendar]

/** A sum that only one person has reported is that person's number; a request for support is of whoever asks. */
async function recordAlone(
  tx: Transaction,
  context: Context,
  { workspaceId, teamId }: Team,
  viewers: readonly string[],
  week: Period,
): Promise<void> {
  const { alone } = await sideBySide(tx, workspaceId, [teamId], week, context.clock.now())
  const requests = await openRequestsOfTeams(tx, workspaceId, [teamId])
  const askers = await loadMembers(
    tx,
    requests.flatMap(({ reference }) => {
      const memberId = reportOfRequest(reference)?.memberId
      return memberId ? [{ workspaceId, memberId }] : []
    }),
  )
  const parts = [
    ...alone.map(({ userId }) => ({ userId, what: 'numbers' as const })),
    ...[...askers.values()].map(({ userId }) => ({ userId, what: 'report' as const })),
  ]
  await recordRecipients(tx, context, { workspaceId, viewers, parts })
}
