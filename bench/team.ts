// `/kpi team` of fifty people with five targets each and a year of history: loaded, recorded and rendered, against the sums alone.
import type { Sql } from 'postgres'
import { BOT } from '../src/app/features.ts'
import type { Context } from '../src/core/context.ts'
import type { Person } from '../src/core/person.ts'
import { showTeam } from '../src/overview/flows/show-team.ts'
import { teamMessage } from '../src/overview/slack/team-message.ts'
import { METRICS, plantCompany, TODAY, teamChannelOf, teamIdOf, workspaceIdOf } from './company.ts'
import { silent } from './database.ts'
import type { Measure } from './measure.ts'
import { inTurns, median, milliseconds } from './statistics.ts'

const ROUNDS = 30
const WARM_UP = 5
const MEMBERS = 50
/** Others whose rows lie between those of the team. */
const TEAMS = 20
const MOST_MS = 200
const YEAR = { from: '2025-03-03', to: '2026-03-02' }
/** The last month: all of its days are counted. */
const MONTH = { from: '2026-02-01', to: '2026-02-28' }
const workspaceId = workspaceIdOf(1)

const boss: Person = {
  ...{ workspaceId, userId: 'U0BOSS', name: 'Boss', zone: 'Europe/Berlin', locale: 'en' },
  ...{ isBot: false, isAdmin: false, isGuest: false, deactivated: false },
}

export const team: Measure = async ({ databases, say }) => {
  const database = await databases.fresh('bench_team')
  try {
    say('planting twenty teams of 50 with a year of numbers and monthly targets …')
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
        measure: '/kpi team of 50 people, five numbers with targets, one year of history stored',
        against: 'plain sums of the same month by person',
        ...{ ours: milliseconds(shown), theirs: milliseconds(plain), ratio: shown / plain },
        limit: { kind: 'at most', ratio: 0, said: `below ${MOST_MS} ms` },
        holds: shown < MOST_MS,
        note: `medians of ${ROUNDS} in turns; ours with rights, calendars, targets, pace, the month before, who was shown, and the message`,
      },
    ]
  } finally {
    await database.close()
  }
}

async function show(context: Context): Promise<void> {
  const shown = await showTeam(context, boss, { channelId: teamChannelOf(1) }, { typed: 'last month' })
  if (!shown.ok || shown.progress.people.length !== MEMBERS) throw new Error('Not everybody is shown.')
  const targets = shown.progress.people.flatMap(({ metrics }) => metrics.filter(({ progress }) => progress))
  if (targets.length !== MEMBERS * METRICS.length) throw new Error('Not every target is shown.')
  teamMessage(shown, BOT.translator('en'))
}

const sums = (sql: Sql) => sql`
  select member_id, sum((totals ->> 'calls')::bigint), sum((totals ->> 'followUps')::bigint),
    sum((totals ->> 'proposals')::bigint), sum((totals ->> 'visits')::bigint), sum((totals ->> 'leadsConverted')::bigint)
  from daily_totals where workspace_id = ${workspaceId} and team_id = ${teamIdOf(1)}
    and date between ${MONTH.from} and ${MONTH.to}
  group by member_id`

async function plantYear(sql: Sql): Promise<void> {
  await sql`insert into daily_totals (workspace_id, team_id, date, member_id, totals)
    select workspace_id, team_id, day::date, member_id, jsonb_object_agg(metric_key, 5 + hashtext(member_id::text || day) % 5)
    from members join metrics using (workspace_id, team_id),
      generate_series(${YEAR.from}::date, ${YEAR.to}::date, interval '1 day') day
    where extract(isodow from day) < 6 group by workspace_id, team_id, day, member_id`
  const months = sql`select first::date as from_date, (first + interval '1 month' - interval '1 day')::date as to_date
    from generate_series('2025-03-01'::date, '2026-03-01'::date, interval '1 month') first`
  await sql`insert into target_versions (workspace_id, team_id, metric_key, period, from_date, version, to_date, whole, split,
      effective_from, reason, set_by, set_at, source_key)
    select workspace_id, team_id, metric_key, 'month', from_date, 1, to_date, 120 * ${MEMBERS}::int, 'equal', from_date, '',
      'U0BOSS', from_date, 'bench' from metrics, (${months}) month`
  await sql`insert into target_parts (workspace_id, member_id, metric_key, period, from_date, version, team_id, to_date, value,
      by_hand, until, effective_from)
    select workspace_id, member_id, metric_key, 'month', from_date, 1, team_id, to_date, 120, false, to_date, from_date
    from members join metrics using (workspace_id, team_id), (${months}) month`
  await sql`vacuum analyze`
}
