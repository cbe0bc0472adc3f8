// What a day's standup reads grows neither with the years that lie before it nor with the company around the team.

import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { lockedFacts } from '../../../src/checkins/standup/db/standup-facts.ts'
import type { Transaction } from '../../../src/core/db/client.ts'
import { usesDatabase } from '../../support/database.ts'
import { factsOf as loadFacts } from '../../support/message-facts.ts'
import { day, standupTeam } from './team.ts'

const TODAY = '2026-03-03'
const ZONES = { ann: 'Europe/Berlin', ben: 'Europe/Berlin', cid: 'Europe/Berlin' }
const database = usesDatabase()
let young: Awaited<ReturnType<typeof standupTeam>>
let old: typeof young

/** Each day answered, two lines planned and done, a blocker raised and closed, two numbers. */
const plantYears = (team: typeof young, from: string) =>
  database.db.execute(sql`
    with days as (
      select m.*, day::date as date from members m, generate_series(${from}::date, ${TODAY}::date - 2, interval '1 day') day
      where m.workspace_id = ${team.workspaceId}
    ), entries as (
      insert into standups (workspace_id, member_id, date, team_id, state, answered_at, revision, streak_days)
      select workspace_id, member_id, date, team_id, 'answered', date + interval '9 hours', 1, 1 from days
    ), lines as (
      insert into plan_items (workspace_id, item_id, member_id, team_id, date, position, text, outcome, settled_on)
      select workspace_id, gen_random_uuid(), member_id, team_id, date, position, 'Call', 'done', date + 1
      from days, generate_series(0, 1) position
    ), raised as (
      insert into blockers (workspace_id, blocker_id, team_id, member_id, text, state, raised_on, closed_on)
      select workspace_id, gen_random_uuid(), team_id, member_id, 'No car', 'closed', date, date + 1 from days
    )
    insert into daily_totals (workspace_id, team_id, date, member_id, totals)
    select workspace_id, team_id, date, member_id, '{"calls": 5, "visits": 5}' from days`)

/** 300 teams with their people, settings and metrics beside the team. */
const plantCompany = ({ workspaceId, teamId }: typeof young) =>
  database.db.execute(sql`
    with n as (
      select gen_random_uuid() as other, n from generate_series(1, 300) n
    ), planted as (
      insert into teams (workspace_id, team_id, channel_id, manager_user_id, created_at)
      select workspace_id, other, 'C' || n, manager_user_id, created_at from teams, n
      where workspace_id = ${workspaceId} and team_id = ${teamId}
    ), told as (
      insert into team_settings (workspace_id, team_id, effective_from, settings, set_by, set_at)
      select workspace_id, other, effective_from, settings, set_by, set_at from team_settings, n
      where workspace_id = ${workspaceId} and team_id = ${teamId}
    ), counted as (
      insert into metrics (workspace_id, team_id, metric_key, currency, decimals, points)
      select workspace_id, other, metric_key, currency, decimals, points from metrics, n
      where workspace_id = ${workspaceId} and team_id = ${teamId}
    ), asked as (
      insert into role_metrics (workspace_id, team_id, role, metric_key, position)
      select workspace_id, other, role, metric_key, position from role_metrics, n
      where workspace_id = ${workspaceId} and team_id = ${teamId}
    ), known as (
      insert into people (workspace_id, user_id, name, zone, locale, refreshed_at)
      select workspace_id, user_id || n, name, zone, locale, refreshed_at from people, n where workspace_id = ${workspaceId}
    )
    insert into members (workspace_id, member_id, team_id, user_id, role, joined_on)
    select workspace_id, gen_random_uuid(), other, user_id || n, role, joined_on from members, n
    where workspace_id = ${workspaceId}`)

beforeAll(async () => {
  young = await standupTeam(database.db, { zones: ZONES, now: `${TODAY}T09:00:00Z` })
  old = await standupTeam(database.db, { zones: ZONES, now: `${TODAY}T09:00:00Z` })
  await plantYears(young, '2026-02-01')
  await plantYears(old, '2024-01-01')
  await plantCompany(old)
  for (const team of [young, old]) await team.submit(team.person('ann'), TODAY, { plan: ['Call the bakery'] })
  await database.db.execute(sql`analyze`)
})

/** By table, of those that grow with the days, the people or the teams. */
async function rowsRead(read: (tx: Transaction) => Promise<unknown>): Promise<Record<string, number>> {
  return database.db.transaction(async (tx) => {
    // Of so few rows Postgres may rightly read all: what counts is what it could do among many.
    await tx.execute(sql`set local enable_seqscan = off`)
    const before = await readSoFar(tx)
    expect(await read(tx)).not.toBeNull()
    const after = await readSoFar(tx)
    return Object.fromEntries(after.map(({ name, read }, place) => [name, read - before[place]!.read]))
  })
}

const readSoFar = (tx: Transaction) =>
  tx.execute<{ name: string; read: number }>(sql`
    select relname as name, (seq_tup_read + idx_tup_fetch)::int as read from pg_stat_xact_user_tables
    where schemaname = 'public' and relname <> 'workspaces' order by relname`)

const READS = {
  'the form and its submit': (tx: Transaction, team: typeof young) =>
    lockedFacts(tx, { ...team, userId: 'U-ann', date: day(TODAY) }),
  'the card': (tx: Transaction, team: typeof young) =>
    factsOf(tx, team, `standup:${team.memberId('ann')}:${TODAY}`),
  'the summary': (tx: Transaction, team: typeof young) =>
    factsOf(tx, team, `summary:${team.teamId}:${TODAY}`),
}

async function factsOf(tx: Transaction, team: typeof young, key: string) {
  const message = await team.message(key)
  return loadFacts(tx, message!, team.context.clock.now())
}

test.each(Object.entries(READS))('%s', async (_what, read) => {
  const ofYoung = await rowsRead((tx) => read(tx, young))
  const ofOld = await rowsRead((tx) => read(tx, old))
  expect(Object.entries(ofOld).filter(([name, rows]) => rows > ofYoung[name]!)).toEqual([])
  expect(Object.values(ofOld).some((count) => count > 0)).toBe(true)
})
