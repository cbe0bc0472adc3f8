// Tells whoever acts for a team that next year's public holidays are not published yet, and once more when a release has them.

import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import { localDate } from '../../core/time.ts'
import { findMessage } from '../../outbox/db/messages.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { type DueItem, planDueItems } from '../../schedule/db/due.ts'
import { done, skipped } from '../../schedule/flows/due-batch.ts'
import type { DueHandler } from '../../schedule/flows/run-due.ts'
import { teamCalendarsOf } from '../db/calendars.ts'
import { settingsOfTeams } from '../db/settings.ts'
import { loadTeams } from '../db/teams.ts'
import type { WorkCalendar } from '../domain/calendar.ts'
import { awaitedYear, datesChanged, nextLook, publicationOf } from '../domain/next-holidays.ts'
import type { Team, TeamSettings } from '../domain/team.ts'
import { whoActsFor } from './who-acts-for.ts'

interface CheckedTeam {
  team: Team
  settings: TeamSettings
  calendar: WorkCalendar
}

/** What became of an item: the team's manager was told, or there was nothing to tell. */
type Said = { news: 'provisional' | 'published' | 'none'; year: number; country: string | null }

/** Handles `holiday-check` items. After an outage they are late, and the team is told nevertheless. */
export const checkHolidays: DueHandler = (tx, items, now, context) =>
  eachTeam(tx, items, now, context, async (of, year) => {
    if (publicationOf(of.calendar, year) !== 'provisional') return 'none'
    await lookAgain(tx, of, year, now)
    return (await tell(tx, context, of, year, null)) ? 'provisional' : 'none'
  })

/** Handles `holidays-awaited` items. */
export const awaitHolidays: DueHandler = (tx, items, now, context) =>
  eachTeam(tx, items, now, context, async (of, year) => {
    const publication = publicationOf(of.calendar, year)
    if (publication === 'provisional') await lookAgain(tx, of, year, now)
    if (publication !== 'published') return 'none'
    return (await tell(tx, context, of, year, datesChanged(of.calendar, year))) ? 'published' : 'none'
  })

async function eachTeam(
  tx: Transaction,
  items: readonly DueItem[],
  now: Temporal.Instant,
  context: Context,
  check: (of: CheckedTeam, year: number) => Promise<Said['news']>,
) {
  const checked = await checkedTeams(tx, items, now)
  const said: Said[] = []
  const outcomes = []
  // In the same order in each replica, so that two of them never wait for each other.
  for (const item of items.toSorted((a, b) => (a.dueKey < b.dueKey ? -1 : 1))) {
    const of = checked.get(item.teamId)
    const year = awaitedYear(item.date)
    if (!of) outcomes.push(skipped(item, 'team-archived'))
    else if (isOver(year, of, now)) outcomes.push(skipped(item, 'too-late'))
    else {
      said.push({ news: await check(of, year), year, country: of.calendar.holidayCountry })
      outcomes.push(done(item))
    }
  }
  logNews(context, said)
  return outcomes
}

const isOver = (year: number, { settings }: CheckedTeam, now: Temporal.Instant): boolean =>
  localDate(now, settings.zone).year > year

/** The teams that are not paused, as they are today. */
async function checkedTeams(
  tx: Transaction,
  items: readonly DueItem[],
  now: Temporal.Instant,
): Promise<Map<string, CheckedTeam>> {
  const today = localDate(now, 'UTC')
  const refs = [
    ...new Map(items.map(({ workspaceId, teamId }) => [teamId, { workspaceId, teamId }])).values(),
  ]
  const teams = await loadTeams(tx, refs)
  const settings = await settingsOfTeams(tx, refs, today)
  const calendars = await teamCalendarsOf(tx, refs, today)
  const checked = new Map<string, CheckedTeam>()
  for (const team of teams.values()) {
    const own = settings.get(team.teamId)
    const calendar = calendars.get(team.teamId)
    if (own && calendar && team.archivedAt === null)
      checked.set(team.teamId, { team, settings: own, calendar })
  }
  return checked
}

async function lookAgain(
  tx: Transaction,
  { team, settings, calendar }: CheckedTeam,
  year: number,
  now: Temporal.Instant,
): Promise<void> {
  const { workspaceId, teamId } = team
  const next = nextLook(teamId, settings, calendar, year, localDate(now, settings.zone))
  if (next) await planDueItems(tx, [{ ...next, workspaceId, teamId }])
}

/** `changed` null: not published yet. False: it was told before, or nobody acts for the team. */
async function tell(
  tx: Transaction,
  context: Context,
  { team, calendar }: CheckedTeam,
  year: number,
  changed: number | null,
): Promise<boolean> {
  const { workspaceId, teamId } = team
  const key = `holidays-${changed === null ? 'provisional' : 'published'}:${teamId}:${year}`
  if (calendar.holidayCountry === null || (await findMessage(tx, { workspaceId, messageKey: key })))
    return false
  const userId = await whoActsFor(tx, team, context.clock.now())
  if (!userId) return false
  const draft: MessageDraft = {
    ...{ workspaceId, key, kind: 'next-holidays', teamId, audience: { to: 'person', userId } },
    subject: { country: calendar.holidayCountry, year, changed },
  }
  await enqueueMessage(tx, context, [draft])
  return true
}

/** One line for each country and year, for whoever runs the app. */
function logNews({ log }: Context, said: readonly Said[]): void {
  const groups = Map.groupBy(said, ({ news, year, country }) => `${news} ${country} ${year}`)
  for (const [first, ...more] of groups.values()) {
    if (!first || first.news === 'none') continue
    const of = { country: first.country, year: first.year, teams: more.length + 1 }
    if (first.news === 'published') log.info(of, 'public holidays are known now, the teams were told')
    else log.warn(of, 'public holidays are not in this version yet, update once they are published')
  }
}
