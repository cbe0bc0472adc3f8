// Writes the demo's workspace into the database: people, teams, and their numbers until the first day that is played.
import { randomUUID } from 'node:crypto'
import type { PgTable } from 'drizzle-orm/pg-core'
import { insertSnapshot } from '../src/boards/db/boards.ts'
import { computeBoard } from '../src/boards/flows/board.ts'
import { standups } from '../src/checkins/standup/db/standups.sql.ts'
import type { Database, Transaction } from '../src/core/db/client.ts'
import { activity, dailyTotals } from '../src/numbers/db/activity.sql.ts'
import { adoptMetrics } from '../src/numbers/db/catalogue.ts'
import { roleMetrics } from '../src/numbers/db/metrics.sql.ts'
import { presetFor } from '../src/numbers/domain/presets.ts'
import { expectChannel } from '../src/org/db/channels.ts'
import { saveHomeTeam } from '../src/org/db/home-teams.ts'
import { people } from '../src/org/db/people.sql.ts'
import { members, teamSettings, teams } from '../src/org/db/teams.sql.ts'
import { previousWorkingDay } from '../src/org/domain/calendar.ts'
import { planItem } from '../src/org/domain/next-plan.ts'
import type { TeamSettings } from '../src/org/domain/team.ts'
import { planDueItems } from '../src/schedule/db/due.ts'
import {
  COMPANY,
  type DemoRep,
  type DemoTeam,
  DIRECTOR,
  HISTORY_WORKING_DAYS,
  PEOPLE,
  TEAMS,
  WORKSPACE,
} from './company.ts'
import { historyOf } from './history.ts'
import { calendarOf, FIRST_DAY, ORDINARY_SETTINGS } from './team-calendar.ts'

const { workspaceId } = WORKSPACE
const FOUNDED = Temporal.Instant.from('2026-07-01T06:00:00Z')

/** The bot finds everything as if it had been at work since July, with the plan of `today`, the first day that is played, still to be made. */
export async function seedDatabase(db: Database, today: Temporal.PlainDate): Promise<void> {
  await db.transaction(async (tx) => {
    await seedPeople(tx)
    await seedCompany(tx)
    for (const team of TEAMS) await seedTeam(tx, team, today)
    // The bot asks Slack about them when it starts: until then it takes a channel for one that outsiders read.
    for (const { channelId } of [COMPANY, ...TEAMS]) await expectChannel(tx, { workspaceId, channelId })
    const teamIds = [COMPANY, ...TEAMS].map(({ teamId }) => teamId)
    await planDueItems(
      tx,
      teamIds.map((teamId) => ({ workspaceId, teamId, ...planItem(teamId, today) })),
    )
  })
}

async function seedPeople(tx: Transaction): Promise<void> {
  await tx.insert(people).values(
    PEOPLE.map(({ userId, name, zone, locale }) => ({
      userId,
      name,
      zone,
      locale,
      workspaceId,
      refreshedAt: FOUNDED,
    })),
  )
}

async function seedCompany(tx: Transaction): Promise<void> {
  await tx.insert(teams).values({
    workspaceId,
    teamId: COMPANY.teamId,
    channelId: COMPANY.channelId,
    managerUserId: DIRECTOR.userId,
    createdAt: FOUNDED,
  })
  await saveSettings(tx, COMPANY.teamId, DIRECTOR.userId, {
    ...ORDINARY_SETTINGS,
    name: COMPANY.name,
    locale: DIRECTOR.locale,
    holidayCountry: COMPANY.holidayCountry,
    zone: DIRECTOR.zone,
  })
}

async function saveSettings(
  tx: Transaction,
  teamId: string,
  setBy: string,
  settings: TeamSettings,
): Promise<void> {
  await tx
    .insert(teamSettings)
    .values({ workspaceId, teamId, effectiveFrom: FIRST_DAY, settings, setBy, setAt: FOUNDED })
}

async function seedTeam(tx: Transaction, team: DemoTeam, today: Temporal.PlainDate): Promise<void> {
  const { teamId, channelId, manager } = team
  await tx.insert(teams).values({
    workspaceId,
    teamId,
    channelId,
    managerUserId: manager.userId,
    parentTeamId: COMPANY.teamId,
    createdAt: FOUNDED,
  })
  await saveSettings(tx, teamId, manager.userId, {
    ...ORDINARY_SETTINGS,
    name: team.name,
    locale: team.locale,
    holidayCountry: team.holidayCountry,
    zone: team.zone,
  })
  await seedMetrics(tx, team)
  for (const rep of team.reps) await seedRep(tx, team, rep, today)
  await seedBoards(tx, team, today)
}

/** The boards of the last working day, to which the next boards are compared. */
async function seedBoards(tx: Transaction, team: DemoTeam, today: Temporal.PlainDate): Promise<void> {
  const { teamId } = team
  const calendar = calendarOf(team)
  // A standup's board ranks the working day before it.
  const lastBoardOf = previousWorkingDay(calendar, previousWorkingDay(calendar, today)!)!
  for (const [period, date] of [
    ['day', lastBoardOf],
    ['week', today.subtract({ days: today.dayOfWeek })],
  ] as const) {
    const facts = await computeBoard(tx, { workspaceId, teamId, period, date })
    if (!facts) throw new Error(`The demo team ${teamId} has no board.`)
    const { period: span, ...rows } = facts.board
    await insertSnapshot(tx, {
      workspaceId,
      teamId,
      period,
      fromDate: span.from,
      toDate: span.to,
      rows,
      takenAt: FOUNDED,
    })
  }
}

async function seedMetrics(tx: Transaction, team: DemoTeam): Promise<void> {
  const roles = [...new Set(team.reps.map((rep) => rep.role))]
  const asked = roles.flatMap((role) =>
    presetFor(role, team.currency).map((metric, position) => ({ role, metric, position })),
  )
  const known = new Map(asked.map(({ metric }) => [metric.key, metric]))
  const scope = { workspaceId, teamId: team.teamId }
  await adoptMetrics(tx, scope, [...known.values()])
  await tx
    .insert(roleMetrics)
    .values(asked.map(({ role, metric, position }) => ({ ...scope, role, position, metricKey: metric.key })))
}

async function seedRep(
  tx: Transaction,
  team: DemoTeam,
  rep: DemoRep,
  today: Temporal.PlainDate,
): Promise<void> {
  const memberId = randomUUID()
  const { teamId } = team
  await tx
    .insert(members)
    .values({ workspaceId, memberId, teamId, userId: rep.userId, role: rep.role, joinedOn: FIRST_DAY })
  await saveHomeTeam(tx, { workspaceId, userId: rep.userId }, teamId)
  const calendar = calendarOf(team)
  const metricsAsked = presetFor(rep.role, team.currency).filter((metric) => metric.kind !== 'ratio')
  const subject = { workspaceId, teamId, memberId, rep, zone: rep.zone, calendar, metrics: metricsAsked }
  const history = historyOf(subject, today, HISTORY_WORKING_DAYS + 1)
  await insertMany(tx, standups, history.standups)
  await insertMany(tx, activity, history.activity)
  await insertMany(tx, dailyTotals, history.totals)
}

const ROWS_AT_ONCE = 500

async function insertMany<T extends PgTable>(
  tx: Transaction,
  table: T,
  rows: T['$inferInsert'][],
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE)
    await tx.insert(table).values(rows.slice(start, start + ROWS_AT_ONCE))
}
