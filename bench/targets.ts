// A target for a team of 10,000, and one rep's day with a year of history, each beside the same rows written or read plainly.
import type { Sql } from 'postgres'
import { BOT } from '../src/app/features.ts'
import type { Context } from '../src/core/context.ts'
import type { Person } from '../src/core/person.ts'
import { type Membership, membershipsOf } from '../src/numbers/flows/memberships.ts'
import { maySeeOwnTargets } from '../src/targets/domain/permissions.ts'
import { targetPeriod } from '../src/targets/domain/target-period.ts'
import { setTarget, type TargetRequest } from '../src/targets/flows/set-target.ts'
import { targetsOfDay } from '../src/targets/flows/targets-of-day.ts'
import { METRICS, plantCompany, TODAY, teamIdOf, userIdOf, workspaceIdOf } from './company.ts'
import { type BenchDatabase, nobody, silent } from './database.ts'
import type { Measure, Row } from './measure.ts'
import { inTurns, median, milliseconds, percentile, timed } from './statistics.ts'

const MEMBERS = 10_000
const ROUNDS = 5
const READS = 200
const WARM_UP = 20
const MOST_MS = { set: 2000, read: 5 }
const YEAR = { from: '2025-03-04', to: '2026-03-02' }
const MONTH = targetPeriod('month', Temporal.PlainDate.from(TODAY), 1)
const NOW = Temporal.Instant.from(`${TODAY}T09:30:00Z`)
const of = { workspaceId: workspaceIdOf(1), teamId: teamIdOf(1) }

export const targets: Measure = async ({ databases, say }) => {
  const database = await databases.fresh('bench_targets')
  try {
    const { sql, db } = database
    const context: Context = {
      ...{ db, clock: { now: () => NOW }, log: silent, contributions: BOT.contributions },
      directory: nobody,
    }
    say('planting 10,000 members with a year of numbers …')
    await plantCompany(sql, { workspaces: 1, teamsInEach: 1, membersInEach: MEMBERS })
    await sql`update teams set manager_user_id = 'U0BOSS'`
    await plantYear(sql)
    return [await setting(context, database), await reading(database)]
  } finally {
    await database.close()
  }
}

const person = (userId: string): Person => ({
  ...{ workspaceId: of.workspaceId, userId, name: userId, zone: 'Europe/Berlin', locale: 'en' },
  ...{ isBot: false, isAdmin: false, isGuest: false, deactivated: false },
})

async function setting(context: Context, { sql }: BenchDatabase): Promise<Row> {
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    await empty(sql)
    ours.push(await timed(() => setForTeam(context)))
    const rows = await written(sql)
    if (rows.parts.length !== MEMBERS || rows.messages.length !== MEMBERS)
      throw new Error('Not every rep has a target.')
    await empty(sql)
    theirs.push(await timed(() => writePlainly(sql, rows)))
  }
  const most = Math.max(...ours)
  return {
    measure: 'a target for 10,000 reps: split, saved and told',
    against: 'plain insert of the same rows in one transaction',
    ...{ ours: milliseconds(median(ours)), theirs: milliseconds(median(theirs)) },
    ratio: median(ours) / median(theirs),
    limit: { kind: 'at most', ratio: 1, said: `below ${MOST_MS.set} ms` },
    holds: most < MOST_MS.set,
    note: `median of ${ROUNDS} in turns, ours at most ${milliseconds(most)}; ours also reads members, calendars, and the parts so far`,
  }
}

async function setForTeam(context: Context): Promise<void> {
  const request: TargetRequest = {
    ...{ teamId: of.teamId, metricKey: 'calls', period: MONTH, userId: null },
    draft: {
      ...{ value: 4_000_003, split: 'equal', weights: new Map(), byHand: null },
      ...{ role: null, time: { by: 'days', weights: null }, monthsByHand: null, reason: 'Plan' },
    },
  }
  const saved = await setTarget(context, person('U0BOSS'), request, { version: 0, sourceKey: 'bench' })
  if (!saved.ok) throw new Error(`Not saved: ${saved.reason}`)
}

async function empty(sql: Sql): Promise<void> {
  await sql`truncate target_versions, target_parts, messages, audit_events`
  await sql`checkpoint`
}

interface Written {
  versions: object[]
  parts: object[]
  messages: object[]
}

async function written(sql: Sql): Promise<Written> {
  const all = async (table: string) => {
    const rows = await sql<{ row: object }[]>`select to_jsonb(t) as row from ${sql(table)} t`
    return rows.map(({ row }) => row)
  }
  return {
    versions: await all('target_versions'),
    parts: await all('target_parts'),
    messages: await all('messages'),
  }
}

async function writePlainly(sql: Sql, { versions, parts, messages }: Written): Promise<void> {
  await sql.begin(async (tx) => {
    const json = (rows: object[]) => tx.json(rows as never)
    await tx`insert into target_versions select * from jsonb_populate_recordset(null::target_versions, ${json(versions)})`
    await tx`insert into target_parts select * from jsonb_populate_recordset(null::target_parts, ${json(parts)})`
    await tx`insert into messages select * from jsonb_populate_recordset(null::messages, ${json(messages)})`
  })
}

async function reading({ sql, db }: BenchDatabase): Promise<Row> {
  await plantTargets(sql)
  const holders: Membership[] = []
  for (let member = 1; member <= READS + WARM_UP; member += 1)
    holders.push(...(await membershipsOf(db, person(userIdOf(member)), maySeeOwnTargets, NOW)))
  const [oneOf, another] = [inOrder(holders), inOrder(holders)]
  const ours = async () => {
    const holder = oneOf()
    const day = await targetsOfDay(db, holder, holder.today, NOW)
    if (day.size !== METRICS.length) throw new Error('Not every target was read.')
  }
  const theirs = () => readPlainly(sql, another().member.memberId)
  await inTurns(WARM_UP, ours, theirs)
  const took = await inTurns(READS, ours, theirs)
  const late = percentile(took.ours, 0.99)
  return {
    measure: 'the targets of one rep’s day, five of them, one year of history stored',
    against: 'plain indexed reads of the same rows',
    ...{ ours: milliseconds(median(took.ours)), theirs: milliseconds(median(took.theirs)) },
    ratio: median(took.ours) / median(took.theirs),
    limit: { kind: 'at most', ratio: 1, said: `below ${MOST_MS.read} ms` },
    holds: median(took.ours) < MOST_MS.read,
    note: `median of ${READS} reps in turns, ours 99 % below ${milliseconds(late)}; who they are and their calendar is known, as in a standup; five numbers a working day, thirteen months of targets, 650,000 parts`,
  }
}

function inOrder<T>(all: readonly T[]): () => T {
  let at = 0
  return () => all[at++ % all.length]!
}

/** A member's parts with their versions, and the totals of the month. */
async function readPlainly(sql: Sql, memberId: string): Promise<void> {
  const { workspaceId } = of
  await sql`select * from target_parts join target_versions
    using (workspace_id, team_id, metric_key, period, from_date, version)
    where target_parts.workspace_id = ${workspaceId} and member_id = ${memberId}
      and from_date <= ${TODAY} and target_parts.to_date >= ${TODAY}`
  await sql`select date, totals from daily_totals where workspace_id = ${workspaceId} and member_id = ${memberId}
    and date between ${MONTH.from.toString()} and ${TODAY}`
}

/** Five numbers of every member and weekday. */
async function plantYear(sql: Sql): Promise<void> {
  await sql`insert into daily_totals (workspace_id, team_id, date, member_id, totals)
    select workspace_id, team_id, day::date, member_id,
      ${sql.json(Object.fromEntries(METRICS.map((key) => [key, 20])) as never)}
    from members, generate_series(${YEAR.from}::date, ${YEAR.to}::date, interval '1 day') day
    where extract(isodow from day) < 6`
  await sql`vacuum analyze daily_totals`
}

/** Each metric's target of thirteen months, for every member. */
async function plantTargets(sql: Sql): Promise<void> {
  await empty(sql)
  const months = sql`select day::date as from_date, (day + interval '1 month' - interval '1 day')::date as to_date
    from generate_series(${MONTH.from.subtract({ months: 12 }).toString()}::date, ${MONTH.from.toString()}::date, interval '1 month') day`
  await sql`insert into target_versions (workspace_id, team_id, metric_key, period, from_date, version, to_date, whole, split,
      effective_from, reason, set_by, set_at, source_key)
    select workspace_id, team_id, metric_key, 'month', from_date, 1, to_date, 4000000, 'equal', from_date, '', 'U0BOSS',
      from_date, metric_key from metrics, (${months}) month`
  await sql`insert into target_parts (workspace_id, member_id, metric_key, period, from_date, version, team_id, to_date, value,
      by_hand, until, effective_from)
    select workspace_id, member_id, metric_key, 'month', from_date, 1, team_id, to_date, 400, false, to_date, from_date
    from members join metrics using (workspace_id, team_id), (${months}) month`
  await sql`vacuum analyze target_parts`
  await sql`vacuum analyze target_versions`
}
