// Sends the report on the warnings of a month that is over, once to each who leads a team from above, and keeps its proposals as the rules are.
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { UserId, WorkspaceId } from '../../core/ids.ts'
import { localDate } from '../../core/time.ts'
import type { Period } from '../../numbers/domain/period.ts'
import { teamCalendarsOf } from '../../org/db/calendars.ts'
import { teamsAbove } from '../../org/db/hierarchy.ts'
import { settingsNow, settingsOfTeams } from '../../org/db/settings.ts'
import { loadTeam } from '../../org/db/teams.ts'
import { teamWorksOn } from '../../org/domain/calendar.ts'
import { DEFAULT_WORKING_HOURS, type Team } from '../../org/domain/team.ts'
import { editOf, type MessageEdit } from '../../outbox/domain/message.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { type DueItem, type DueOutcome, planDueItems } from '../../schedule/db/due.ts'
import { done, skipped } from '../../schedule/flows/due-batch.ts'
import { oneByOne } from '../../schedule/flows/one-by-one.ts'
import { endedWarnings } from '../db/ended-warnings.ts'
import { endedIn } from '../domain/quality.ts'
import { monthBefore, planQualityRead, qualityDraft } from '../domain/quality-month.ts'
import { byOwnHours } from './own-hours.ts'

const MAX_LATE_HOURS = 72
/** A month that is over, and the first days of the next one. */
const SEARCHED_DAYS = 62

/** The first team with a warning brings the message, the next ones fill it up. Whoever is not in their working hours gets it when these begin. */
export const reportMonths = oneByOne(MAX_LATE_HOURS, reportOne)

async function reportOne(
  tx: Transaction,
  item: DueItem,
  now: Temporal.Instant,
  context: Context,
): Promise<DueOutcome> {
  const { workspaceId, teamId, date } = item
  const team = await loadTeam(tx, workspaceId, teamId)
  if (!team || team.archivedAt) return skipped(item, 'team-archived')
  const settings = (await settingsOfTeams(tx, [item], date)).get(teamId)
  const zone = settings?.zone ?? 'UTC'
  const month = monthBefore(date)
  const readers = await readersOf(tx, team)
  // What was proposed a month ago is proposed anew, or not any more.
  await edit(tx, context, workspaceId, readers, monthBefore(month.from))
  const ended = await endedWarnings(tx, [team], now.subtract({ hours: 24 * SEARCHED_DAYS }))
  if (!ended.some((one) => endedIn(one, month, zone))) return skipped(item, 'no-warnings')
  const calendar = (await teamCalendarsOf(tx, [item], date)).get(teamId)
  const hours = settings?.workingHours ?? DEFAULT_WORKING_HOURS
  const worksOn = (day: Temporal.PlainDate) => !calendar || teamWorksOn(calendar, day)
  const told = await byOwnHours(tx, workspaceId, readers, now, { zone, hours, worksOn })
  await planDueItems(
    tx,
    told.later.map((one) => ({ ...planQualityRead(item, one), workspaceId, teamId })),
  )
  await enqueueMessage(
    tx,
    context,
    told.now.map((userId) => qualityDraft({ workspaceId, userId }, month.from)),
  )
  return done(item)
}

/** Whoever leads from above; where nobody does, whoever leads the team. */
async function readersOf(tx: Transaction, team: Team): Promise<UserId[]> {
  const above = (await teamsAbove(tx, team)).map(({ managerUserId }) => managerUserId)
  return above.length > 0 ? [...new Set(above)].sort() : [team.managerUserId]
}

/** What the last report proposed of a rule ends where the rule is changed. Months are the team's: it may have the 1st before London. */
export async function editLastReports(tx: Transaction, context: Context, team: Team): Promise<void> {
  const now = context.clock.now()
  const last = monthBefore(localDate(now, (await settingsNow(tx, team, now))?.zone ?? 'UTC'))
  await edit(tx, context, team.workspaceId, await readersOf(tx, team), last)
}

async function edit(
  tx: Transaction,
  context: Context,
  workspaceId: WorkspaceId,
  readers: readonly UserId[],
  { from }: Period,
): Promise<void> {
  const edits: MessageEdit[] = readers.map((userId) => editOf(qualityDraft({ workspaceId, userId }, from)))
  await enqueueMessage(tx, context, edits)
}
