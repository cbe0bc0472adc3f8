// Creates companies for the benchmarks: thousands of workspaces, teams, people and members in a few bulk statements.
import { hash } from 'node:crypto'
import type { PendingQuery, Row, Sql } from 'postgres'
import { presetFor } from '../src/numbers/domain/presets.ts'
import { testSettings } from '../test/support/settings.ts'

export interface CompanySize {
  workspaces: number
  teamsInEach: number
  membersInEach: number
}

/** A Tuesday without holidays. Members are numbered from 1 across all workspaces. */
export const TODAY = '2026-03-03'
export const JOINED = '2025-01-01'
export const METRICS = ['calls', 'followUps', 'proposals', 'visits', 'leadsConverted'] as const

const SETTINGS = testSettings({ holidayCountry: 'DE', measure: { kind: 'metric', metric: 'calls' } })

/** The same ids as `workspace_of(n)` and its like in the database. */
export const workspaceIdOf = (workspace: number) => `T0BENCH${workspace}`
export const userIdOf = (member: number) => `U0BENCH${member}`
export const teamChannelOf = (team: number) => `C0BENCH${team}`
export const dmChannelOf = (member: number) => `D0BENCH${member}`

export async function plantCompany(sql: Sql, size: CompanySize): Promise<void> {
  const teams = size.workspaces * size.teamsInEach
  await sql.unsafe(FUNCTIONS)
  await sql`insert into workspaces (workspace_id, name, bot_user_id, first_seen_at)
    select workspace_of(w), 'Bench', 'U0BOT', ${JOINED} from generate_series(1, ${size.workspaces}::int) w`
  const team = sql`select workspace_of((t - 1) / ${size.teamsInEach}::int + 1) as workspace_id, t, team_of(t) as team_id
    from generate_series(1, ${teams}::int) t`
  await sql`insert into teams (workspace_id, team_id, channel_id, manager_user_id, created_at)
    select workspace_id, team_id, 'C0BENCH' || t, 'U0BOSS', ${JOINED} from (${team}) one`
  await sql`insert into team_settings (workspace_id, team_id, effective_from, settings, set_by, set_at)
    select workspace_id, team_id, ${JOINED}, ${sql.json(SETTINGS as never)}, 'U0BOSS', ${JOINED} from (${team}) one`
  await plantMetrics(sql, team)
  await plantPeople(sql, size)
  await sql`analyze`
}

async function plantMetrics(sql: Sql, team: PendingQuery<Row[]>): Promise<void> {
  const keys: readonly string[] = METRICS
  for (const [position, metric] of presetFor('hunter', 'EUR')
    .filter(({ key }) => keys.includes(key))
    .entries()) {
    const { key, kind, layer, leading, higherIsBetter, unit, decimals, hardMin, hardMax, plausibleMax } =
      metric
    await sql`insert into catalogue (workspace_id, metric_key, kind, layer, "leading", higher_is_better, unit, decimals,
        hard_min, hard_max)
      select distinct workspace_id, ${key}, ${kind}, ${layer}, ${leading}::boolean, ${higherIsBetter}::boolean, ${unit},
        ${decimals}::int, ${hardMin}::bigint, ${hardMax}::bigint from (${team}) one`
    await sql`insert into metrics (workspace_id, team_id, metric_key, plausible_max, points)
      select workspace_id, team_id, ${key}, ${plausibleMax}, ${metric.points}::int from (${team}) one`
    await sql`insert into role_metrics (workspace_id, team_id, role, metric_key, position)
      select workspace_id, team_id, 'hunter', ${key}, ${position}::int from (${team}) one`
  }
}

async function plantPeople(sql: Sql, { workspaces, teamsInEach, membersInEach }: CompanySize): Promise<void> {
  const perWorkspace = teamsInEach * membersInEach
  const members = workspaces * perWorkspace
  const one = sql`select workspace_of((m - 1) / ${perWorkspace}::int + 1) as workspace_id, m, user_of(m) as user_id,
    team_of((m - 1) / ${membersInEach}::int + 1) as team_id from generate_series(1, ${members}::int) m`
  // Fetched recently enough that no person is read from Slack again.
  await sql`insert into people (workspace_id, user_id, name, zone, locale, dm_channel_id, refreshed_at)
    select workspace_id, user_id, 'Member ' || m, 'Europe/Berlin', 'en', 'D0BENCH' || m, '2026-03-03T00:00:00Z'
    from (${one}) one`
  await sql`insert into members (workspace_id, member_id, team_id, user_id, role, joined_on)
    select workspace_id, member_of(m), team_id, user_id, 'hunter', ${JOINED} from (${one}) one`
}

/** The standups of the last ten working days, with every number, as if all had answered; in all but the last two lines were planned, and done since. */
export async function plantHistory(sql: Sql): Promise<void> {
  const days = sql`select day::date as date from generate_series(${TODAY}::date - 14, ${TODAY}::date - 1, interval '1 day') day
    where extract(isodow from day) < 6`
  await sql`insert into standups (workspace_id, member_id, date, team_id, state, answered_at, revision, numbers_date, streak_days)
    select workspace_id, member_id, date, team_id, 'answered', date + interval '9 hours', 1, date - 1, 1
    from members, (${days}) one`
  await sql`insert into plan_items (workspace_id, item_id, member_id, team_id, date, position, text, outcome, settled_on)
    select workspace_id, gen_random_uuid(), member_id, team_id, date, position, 'Call the leads from the fair', 'done', date + 1
    from members, (${days}) one, generate_series(0, 1) position where date < ${TODAY}::date - 1`
  // Up to the second last day: today's standup asks for the numbers of the last one.
  await sql`insert into daily_totals (workspace_id, team_id, date, member_id, totals)
    select workspace_id, team_id, date, member_id, jsonb_object_agg(metric_key, 5)
    from members join metrics using (workspace_id, team_id), (${days}) one where date < ${TODAY}::date - 1
    group by workspace_id, team_id, date, member_id`
  await sql`insert into activity (workspace_id, source_id, team_id, member_id, date, numbers, source, entered_at, entered_by)
    select workspace_id, gen_random_uuid(), team_id, member_id, date, totals, 'standup', date + interval '33 hours',
      'U0BENCH1' from daily_totals`
  await sql`vacuum analyze`
}

/** One prompt for each member, all due at the same instant. */
export async function plantPrompts(sql: Sql, dueAt: string): Promise<void> {
  await sql`insert into due_items (workspace_id, due_key, kind, team_id, member_id, date, due_at, next_attempt_at, state)
    select workspace_id, 'prompt:' || member_id || ':' || ${TODAY}::text, 'prompt', team_id, member_id, ${TODAY}::date,
      ${dueAt}::timestamptz, ${dueAt}::timestamptz, 'waiting' from members`
  await sql`analyze due_items`
}

/** Ids that both SQL and TypeScript can compute, unordered like the bot's own. */
const FUNCTIONS = `
  create function id_of(name text) returns uuid immutable language sql as
    $$ select overlay(overlay(md5(name) placing '4' from 13) placing '8' from 17)::uuid $$;
  create function workspace_of(n bigint) returns text immutable language sql as $$ select 'T0BENCH' || n $$;
  create function user_of(n bigint) returns text immutable language sql as $$ select 'U0BENCH' || n $$;
  create function team_of(n bigint) returns uuid immutable language sql as
    $$ select id_of('team ' || n) $$;
  create function member_of(n bigint) returns uuid immutable language sql as
    $$ select id_of('member ' || n) $$;`

export const teamIdOf = (team: number) =>
  hash('md5', `team ${team}`).replace(/^(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-4$3-8$4-')
