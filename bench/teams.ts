// A director's Home over two hundred teams of ten with targets and a year of history, against the sums alone.
import type { Sql } from 'postgres'
import { BOT } from '../src/app/features.ts'
import type { Context } from '../src/core/context.ts'
import type { Person } from '../src/core/person.ts'
import { showTeams } from '../src/overview/flows/show-teams.ts'
import { directorBlocks } from '../src/overview/slack/director-home.ts'
import { plantCompany, TODAY, workspaceIdOf } from './company.ts'
import { silent } from './database.ts'
import type { Measure } from './measure.ts'
import { inTurns, median, milliseconds } from './statistics.ts'

const ROUNDS = 30
const WARM_UP = 5
const MEMBERS = 10
const TEAMS = 200
const MOST_MS = 200
const YEAR = { from: '2025-03-03', to: '2026-03-02' }
/** Of the month that runs, and of the same days before. */
const SPAN = { from: '2026-02-01', to: '2026-03-02' }
const workspaceId = workspaceIdOf(1)

const boss: Person = {
  ...{ workspaceId, userId: 'U0BOSS', name: 'Boss', zone: 'Europe/Berlin', locale: 'en' },
  ...{ isBot: false, isAdmin: false, isGuest: false, deactivated: false },
}

export const teams: Measure = async ({ databases, say }) => {
  const database = await databases.fresh('bench_teams')
  try {
    say('planting two hundred teams of ten with a year of numbers and monthly targets …')
    await plantCompany(database.sql, { workspaces: 1, teamsInEach: TEAMS, membersInEach: MEMBERS })
    await plantYear(database.sql)
    const context: Context = {
      ...{ db: database.db, contributions: BOT.contributions, log: silent },
      clock: { now: () => Temporal.Instant.from(`${TODAY}T10:30:00Z`) },
      directory: {} as Context['directory'],
    }
    const ours = () => show(context)
    const theirs = () => sums(database.sql)
    await inTurns(WARM_UP, ours, theirs)
    const took = await inTurns(ROUNDS, ours, theirs)
    const [shown, plain] = [median(took.ours), median(took.theirs)]
    return [
      {
        measure: 'a director’s Home over 200 teams of ten, with targets, one year of history stored',
        against: 'plain sums of the same days by team',
        ...{ ours: milliseconds(shown), theirs: milliseconds(plain), ratio: shown / plain },
        limit: { kind: 'at most', ratio: 0, said: `below ${MOST_MS} ms` },
        holds: shown < MOST_MS,
        note: `medians of ${ROUNDS} in turns; ours with rights, calendars, leave, targets, pace, the month before, and the blocks`,
      },
    ]
  } finally {
    await database.close()
  }
}

async function show(context: Context): Promise<void> {
  const shown = await showTeams(context, boss, { typed: 'last month' })
  if (!shown.ok || shown.teams.length !== TEAMS) throw new Error('Not every team is shown.')
  if (shown.teams.some(({ number }) => number?.target == null)) throw new Error('Not every target is shown.')
  directorBlocks(shown, BOT.translator('en'))
}

const sums = (sql: Sql) => sql`
  select team_id, sum((totals ->> 'calls')::bigint) from daily_totals
  where workspace_id = ${workspaceId} and date between ${SPAN.from} and ${SPAN.to}
    and team_id in (select team_id from teams where workspace_id = ${workspaceId})
  group by team_id`

async function plantYear(sql: Sql): Promise<void> {
  await sql`insert into daily_totals (workspace_id, team_id, date, member_id, totals)
    select workspace_id, team_id, day::date, member_id, jsonb_object_agg(metric_key, 5 + hashtext(member_id::text || day) % 5)
    from members join metrics using (workspace_id, team_id),
      generate_series(${YEAR.from}::date, ${YEAR.to}::date, interval '1 day') day
    where extract(isodow from day) < 6 group by workspace_id, team_id, day, member_id`
  await sql`insert into target_versions (workspace_id, team_id, metric_key, period, from_date, version, to_date, whole, split,
      effective_from, reason, set_by, set_at, source_key)
    select workspace_id, team_id, metric_key, 'month', first::date, 1, (first + interval '1 month' - interval '1 day')::date,
      120 * ${MEMBERS}::int, 'equal', first::date, '', 'U0BOSS', first::date, 'bench'
    from metrics, generate_series('2025-03-01'::date, '2026-03-01'::date, interval '1 month') first`
  await sql`insert into target_parts (workspace_id, member_id, metric_key, period, from_date, version, team_id, to_date, value, by_hand,
      until, effective_from)
    select workspace_id, member_id, metric_key, period, from_date, version, team_id, to_date, 120, false, to_date, effective_from
    from target_versions join members using (workspace_id, team_id)`
  await sql`vacuum analyze`
}
