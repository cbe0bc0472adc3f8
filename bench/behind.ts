// 2,000 members in 200 teams fall behind in one look: warnings opened, told, grouped for each manager, against the same rows read and written plainly.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Sql } from 'postgres'
import { BOT } from '../src/app/features.ts'
import type { Context } from '../src/core/context.ts'
import { runDue } from '../src/schedule/flows/run-due.ts'
import { plantCompany, workspaceIdOf } from './company.ts'
import { type BenchDatabase, nobody, silent } from './database.ts'
import type { Measure } from './measure.ts'
import { median, milliseconds, timed } from './statistics.ts'

const ROUNDS = 7
const TEAMS = 200
const MEMBERS = 2000
const of = workspaceIdOf(1)
const MONTH = { from: '2026-03-01', to: '2026-03-31' }
/** The first day that the look reads: trends go eight weeks back. */
const READ_FROM = '2026-01-14'
const DATE = '2026-03-11'
const NOW = Temporal.Instant.from(`${DATE}T08:00:00Z`)
const WRITTEN = [
  ...['warning_episodes', 'warning_events', 'warning_digest_lines', 'messages', 'readings'],
] as const
const CHECKED = [...WRITTEN, 'warning_rules', 'action_items'] as const

export const behind: Measure = async ({ databases, say }) => {
  const database = await databases.fresh('bench_behind')
  const { db, sql } = database
  try {
    say('planting 2,000 members in 200 teams, all of them behind …')
    await plant(sql)
    const context: Context = {
      ...{ db, clock: { now: () => NOW }, log: silent, contributions: BOT.contributions },
      directory: nobody,
    }
    const look = async () => {
      await plantLooks(sql)
      collect()
      const took = await timed(() => runDue(context, BOT.dueKinds))
      await allDone(sql)
      return took
    }
    // The first look gives each team its rules.
    await look()
    const took = { ours: [] as number[], theirs: [] as number[], again: [] as number[] }
    for (let round = 0; round < ROUNDS; round += 1) {
      await reset(sql)
      took.ours.push(await look())
      await checkWritten(sql)
      // Before the second look: planting it takes away the steps that the first has planned.
      const rows = await written(sql)
      const before = await versions(sql)
      took.again.push(await look())
      if ((await versions(sql)) !== before) throw new Error('Looking again has written something.')
      await reset(sql)
      await plantLooks(sql)
      collect()
      took.theirs.push(await timed(() => plainly(database, rows)))
    }
    const ratio = median(took.ours) / median(took.theirs)
    return [
      {
        measure:
          '2,000 members in 200 teams fall behind at once: warnings opened, 2,000 told, one digest a manager',
        against: 'plain SQL that reads and writes the same rows',
        ...{ ours: milliseconds(median(took.ours)), theirs: milliseconds(median(took.theirs)), ratio },
        limit: { kind: 'at most', ratio: 3 },
        note: `median of ${ROUNDS} in turns; looking again takes ${milliseconds(median(took.again))} and is checked to write no row`,
      },
    ]
  } finally {
    await database.close()
  }
}

async function plant(sql: Sql): Promise<void> {
  await plantCompany(sql, { workspaces: 1, teamsInEach: TEAMS, membersInEach: MEMBERS / TEAMS })
  await sql`insert into people (workspace_id, user_id, name, zone, locale, dm_channel_id, refreshed_at)
    select workspace_id, 'U0LEAD' || channel_id, 'Lead', 'Europe/Berlin', 'en', 'D' || channel_id, now() from teams`
  await sql`update teams set manager_user_id = 'U0LEAD' || channel_id`
  await sql`insert into target_versions (workspace_id, team_id, metric_key, period, from_date, version, to_date, whole, split,
      effective_from, reason, set_by, set_at, source_key)
    select workspace_id, team_id, 'calls', 'month', ${MONTH.from}, 1, ${MONTH.to}, 440 * ${MEMBERS / TEAMS}::int, 'equal',
      ${MONTH.from}, '', 'U0BOSS', ${MONTH.from}, 'bench' from teams`
  await sql`insert into target_parts (workspace_id, member_id, metric_key, period, from_date, version, team_id, to_date, value,
      by_hand, until, effective_from)
    select workspace_id, member_id, 'calls', 'month', ${MONTH.from}, 1, team_id, ${MONTH.to}, 440, false, ${MONTH.to},
      ${MONTH.from} from members`
  await sql`insert into daily_totals (workspace_id, team_id, date, member_id, totals)
    select workspace_id, team_id, day::date, member_id, '{"calls": 8, "proposals": 1}'
    from members, generate_series('2026-01-05'::date, '2026-03-10'::date, interval '1 day') day
    where extract(isodow from day) < 6`
  await sql`vacuum analyze`
}

async function plantLooks(sql: Sql): Promise<void> {
  await sql`truncate due_items`
  await sql`insert into due_items (workspace_id, due_key, kind, team_id, date, due_at, next_attempt_at, state)
    select workspace_id, 'warnings-morning:' || team_id || ':' || ${DATE}::text, 'warnings-morning', team_id, ${DATE}::date,
      ${NOW.toString()}, ${NOW.toString()}, 'waiting' from teams`
  await sql`analyze due_items`
}

async function allDone(sql: Sql): Promise<void> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from due_items where kind = 'warnings-morning' and state = 'done'`
  if (row!.count !== TEAMS) throw new Error('Not every team was looked at.')
}

/** As before anybody was behind. */
async function reset(sql: Sql): Promise<void> {
  await sql`truncate ${sql([...WRITTEN])}, due_items`
  await sql`checkpoint`
}

async function checkWritten(sql: Sql): Promise<void> {
  const [found] = await sql<{ open: number; alone: number; digests: number; lines: number; steps: number }[]>`
    select (select count(*)::int from warning_episodes where state = 'open' and level = 'red') as open,
      (select count(*)::int from messages where kind = 'warning') as alone,
      (select count(*)::int from messages where kind = 'warning-digest') as digests,
      (select count(*)::int from warning_digest_lines) as lines,
      (select count(*)::int from due_items where kind = 'warning-step') as steps`
  const wanted = { open: MEMBERS, alone: MEMBERS, digests: TEAMS, lines: MEMBERS, steps: MEMBERS }
  if (JSON.stringify(found) !== JSON.stringify(wanted)) throw new Error(`Written: ${JSON.stringify(found)}.`)
}

/** How many rows each table has, and which transactions wrote them. */
async function versions(sql: Sql): Promise<string> {
  const found: object[] = []
  for (const table of CHECKED)
    found.push(
      ...(await sql`select ${table} as table, count(*)::text, sum(xmin::text::bigint)::text from ${sql(table)}`),
    )
  return JSON.stringify(found)
}

/** So that neither side pays for what the other, or the bench between both, has left in memory. */
const collect: () => void = (() => {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc')
})()

type Rows = Readonly<Record<string, object[]>>

async function written(sql: Sql): Promise<Rows> {
  const rows: Record<string, object[]> = {}
  for (const table of WRITTEN)
    rows[table] = (await sql<{ row: object }[]>`select to_jsonb(t) as row from ${sql(table)} t`).map(
      ({ row }) => row,
    )
  rows.due_items = (
    await sql<{ row: object }[]>`select to_jsonb(t) as row from due_items t where kind = 'warning-step'`
  ).map(({ row }) => row)
  return rows
}

async function plainly({ sql }: BenchDatabase, rows: Rows): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select * from teams where workspace_id = ${of}`
    await tx`select * from team_settings where workspace_id = ${of}`
    await tx`select * from members where workspace_id = ${of}`
    await tx`select * from people where workspace_id = ${of}`
    await tx`select * from metrics join catalogue using (workspace_id, metric_key) where workspace_id = ${of}`
    await tx`select * from role_metrics where workspace_id = ${of}`
    await tx`select * from target_versions where workspace_id = ${of} and to_date >= ${MONTH.from}`
    await tx`select * from target_parts where workspace_id = ${of} and to_date >= ${MONTH.from}`
    await tx`select * from daily_totals where workspace_id = ${of} and date >= ${READ_FROM}`
    await tx`select * from warning_rules where workspace_id = ${of}`
    await tx`select * from warning_episodes where workspace_id = ${of} and state <> 'resolved'`
    const json = (table: string) => tx.json(rows[table] as never)
    for (const table of [...WRITTEN, 'due_items'])
      await tx`insert into ${tx(table)} select * from jsonb_populate_recordset(null::${tx(table)}, ${json(table)})`
    await tx`update due_items set state = 'done', settled_at = now() where kind = 'warnings-morning'`
  })
}
