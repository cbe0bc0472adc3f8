// What was planned, what blocked, who was prompted and what a day's board showed goes after its time, and is found by an index.
import { type SQL, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { createPruning } from '../../src/app/retention.ts'
import { deleteByTeam } from '../../src/org/db/prune-by-team.ts'
import { day, standupTeam } from '../checkins/standup/team.ts'
import { usesDatabase } from '../support/database.ts'

const database = usesDatabase()
let team: Awaited<ReturnType<typeof standupTeam>>
beforeAll(async () => {
  team = await standupTeam(database.db, { zones: { ann: 'Europe/Berlin' }, now: '2026-03-03T09:00:00Z' })
})

const TABLES = ['plan_items', 'blockers', 'checkin_prompts', 'board_snapshots'] as const

/** A row of each table that ended `daysBack` days ago; null: it is still open. */
async function plant(name: string, daysBack: number, isOpen = false): Promise<void> {
  const on = day('2026-03-03').subtract({ days: daysBack }).toString()
  const [workspace, teamId, member] = [team.workspaceId, team.teamId, team.memberId('ann')]
  const end = isOpen ? null : on
  await database.db.execute(sql`insert into plan_items (workspace_id, item_id, member_id, team_id, date, position, text, outcome, settled_on)
    values (${workspace}, gen_random_uuid(), ${member}, ${teamId}, ${on}, 0, ${name}, 'done', ${end})`)
  await database.db.execute(sql`insert into blockers (workspace_id, blocker_id, team_id, member_id, text, state, raised_on, closed_on)
    values (${workspace}, gen_random_uuid(), ${teamId}, ${member}, ${name}, 'open', ${on}, ${end})`)
  if (isOpen) return
  await database.db.execute(sql`insert into checkin_prompts (workspace_id, member_id, kind, date, team_id)
    values (${workspace}, ${member}, 'standup', ${on}, ${teamId})`)
  await database.db.execute(sql`insert into answer_reviews (workspace_id, member_id, date, team_id, read_by, read_at, read_revision)
    values (${workspace}, ${member}, ${on}, ${teamId}, 'U1', now(), 1)`)
  await database.db.execute(sql`insert into answer_comments (workspace_id, member_id, date, by_user_id, team_id, comment, version, written_at)
    values (${workspace}, ${member}, ${on}, 'U1', ${teamId}, 'Well done', 1, now())`)
  await database.db.execute(sql`insert into report_questions (workspace_id, member_id, kind, date, team_id, asked_by, asked_at, until, version)
    values (${workspace}, ${member}, 'weekly', ${on}, ${teamId}, 'U1', now(), now(), 1)`)
  for (const period of ['day', 'week'])
    await database.db.execute(sql`insert into board_snapshots (workspace_id, team_id, period, from_date, to_date, rows, taken_at)
      values (${workspace}, ${teamId}, ${period}, ${on}, ${on}, '{}', now())`)
}

/** How many days ago what is left ended. */
async function left(table: string, ended: string, only = 'true'): Promise<(number | null)[]> {
  const rows = await database.db.execute<{ days: number | null }>(
    sql.raw(`select '2026-03-03'::date - ${ended} as days from ${table} where ${only} order by 1`),
  )
  return rows.map(({ days }) => days)
}

test('by its time; what is open stays, however old', async () => {
  for (const days of [29, 31, 91, 93, 730, 732]) await plant(`${days}`, days)
  await plant('open', 2000, true)
  await createPruning().run(team.context)
  expect(await left('plan_items', 'settled_on')).toEqual([29, 31, 91, 93, 730, null])
  expect(await left('blockers', 'closed_on')).toEqual([29, 31, 91, 93, 730, null])
  expect(await left('checkin_prompts', 'date')).toEqual([29])
  expect(await left('answer_comments', 'date')).toEqual([29, 31, 91, 93, 730])
  expect(await left('report_questions', 'date')).toEqual([29, 31, 91, 93, 730])
  expect(await left('answer_reviews', 'date')).toEqual([29, 31, 91, 93, 730])
  expect(await left('board_snapshots', 'from_date', `period = 'day'`)).toEqual([29, 31, 91])
  expect(await left('board_snapshots', 'from_date', `period = 'week'`)).toEqual([29, 31, 91, 93, 730, 732])
})

describe('with many rows, without reading the table', () => {
  beforeAll(async () => {
    const { workspaceId, teamId } = team
    const n = sql`generate_series(1, 20000) n`
    await database.db.execute(sql`insert into plan_items (workspace_id, item_id, member_id, team_id, date, position, text, settled_on)
      select ${workspaceId}, gen_random_uuid(), gen_random_uuid(), ${teamId}, '2026-02-01', n, 'x', '2026-02-02' from ${n}`)
    await database.db.execute(sql`insert into blockers (workspace_id, blocker_id, team_id, member_id, text, state, raised_on, closed_on)
      select ${workspaceId}, gen_random_uuid(), ${teamId}, gen_random_uuid(), 'x', 'closed', '2026-02-01', '2026-02-02' from ${n}`)
    await database.db.execute(sql`insert into checkin_prompts (workspace_id, member_id, kind, date, team_id)
      select ${workspaceId}, gen_random_uuid(), 'standup', '2026-03-02', ${teamId} from ${n}`)
    await database.db.execute(sql`insert into board_snapshots (workspace_id, team_id, period, from_date, to_date, rows, taken_at)
      select ${workspaceId}, ${teamId}, 'day', '2026-03-02'::date + n, '2026-03-02', '{}', now() from ${n}`)
    await database.db.execute(sql`analyze`)
  })
  const old: Record<(typeof TABLES)[number], SQL> = {
    plan_items: sql`r.settled_on < '2024-01-01'::date`,
    blockers: sql`r.closed_on < '2024-01-01'::date`,
    checkin_prompts: sql`r.date < '2026-01-01'::date`,
    board_snapshots: sql`r.period = 'day' and r.from_date < '2026-01-01'::date`,
  }
  test.each(TABLES)('%s', async (table) => {
    const statement = deleteByTeam(sql.raw(table), old[table], 500)
    const rows = await database.db.execute<{ 'QUERY PLAN': string }>(sql`explain ${statement}`)
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).not.toContain(`Seq Scan on ${table}`)
    expect(plan).toMatch(/Index (Only )?Scan/)
  })
})
