// Teams that each had metrics of their own are migrated to one catalogue: nothing is lost, and one key has one meaning.
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { BOT } from '../../../src/app/features.ts'
import { computeBoard } from '../../../src/boards/flows/board.ts'
import { connect, type DatabaseConnection } from '../../../src/core/db/client.ts'
import { migrate } from '../../../src/core/db/migrate.ts'
import { actsOfDay, sourceIdOf } from '../../../src/numbers/db/activity.ts'
import { metricsOfTeam, roleMetricsOfTeams } from '../../../src/numbers/db/metrics.ts'
import { dayTotals, periodTotals } from '../../../src/numbers/db/totals.ts'
import { trailOf } from '../../../src/numbers/db/trail.ts'
import { valueIn } from '../../../src/numbers/domain/measure.ts'
import { numberBlockId, readNumbers } from '../../../src/numbers/slack/number-fields.ts'
import { settingsOn } from '../../../src/org/db/settings.ts'
import { partsOfMember, versionsOfTeam } from '../../../src/targets/db/targets.ts'
import { testSettings } from '../../support/settings.ts'
import { administer, databaseUrl } from '../../support/throw-away-postgres.ts'
import { migrateUpTo } from './earlier-release.ts'

const NAME = `test_catalogue_${process.pid}`
const server = inject('postgresUrl')
const url = databaseUrl(server, NAME)
const date = Temporal.PlainDate.from('2026-03-02')
const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** The oldest team first. Each has one member, whose id is the team's plus ten. */
const [BERLIN, LYON, OSAKA] = [1, 2, 3].map(idOf) as [string, string, string]
const memberOf = (team: string) => idOf(Number(team.slice(-12)) + 10)

interface Was {
  key: string
  label?: string | null
  kind?: string
  unit?: string
  currency?: string | null
  decimals?: number
  hardMax?: number
  parts?: [string, string]
  points?: number
}
const DEMOS: Was = { key: 'own-1', label: 'Demos', hardMax: 500 }
const METRICS: Readonly<Record<string, readonly Was[]>> = {
  [BERLIN]: [
    { key: 'calls', points: 1 },
    { key: 'newRevenue', unit: 'money', currency: 'EUR', decimals: 2, hardMax: 10 ** 13 },
    DEMOS,
    { key: 'own-2', label: 'Turnover', unit: 'money', currency: 'EUR', decimals: 2, hardMax: 10 ** 13 },
    { key: 'rate', kind: 'ratio', unit: 'percent', decimals: 1, parts: ['own-1', 'calls'] },
  ],
  // The same meaning under the same key, but for how it is written; and another one.
  [LYON]: [
    { key: 'calls', label: 'Appels', points: 3 },
    { ...DEMOS, label: 'demos' },
    { key: 'own-2', label: 'Coffees' },
  ],
  // Another unit, and with it another ratio; money of another currency is the same metric.
  [OSAKA]: [
    { key: 'calls', points: 1 },
    { key: 'newRevenue', unit: 'money', currency: 'JPY', decimals: 0, hardMax: 10 ** 11 },
    { key: 'own-1', label: '面談', unit: 'minutes', decimals: 1, hardMax: 9000 },
    { key: 'own-2', label: 'Turnover', unit: 'money', currency: 'JPY', decimals: 0, hardMax: 10 ** 11 },
    { key: 'rate', kind: 'ratio', unit: 'percent', decimals: 1, parts: ['own-1', 'calls'] },
  ],
}
const NUMBERS: Readonly<Record<string, Record<string, number>>> = {
  [BERLIN]: { calls: 40, 'own-1': 4, 'own-2': 12_345, newRevenue: 500 },
  [LYON]: { calls: 30, 'own-1': 3, 'own-2': 9 },
  [OSAKA]: { calls: 20, 'own-1': 125, 'own-2': 5000, newRevenue: 700 },
}
const SETTINGS = testSettings({ measure: { kind: 'metric', metric: 'own-1' } })
const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`

let connection: DatabaseConnection

async function plant(team: string, index: number): Promise<void> {
  const { db } = connection
  const member = memberOf(team)
  const locale = team === OSAKA ? 'zh-TW' : 'en'
  await db.execute(sql`insert into teams (workspace_id, team_id, channel_id, manager_user_id, created_at)
    values ('T1', ${team}, ${`C${index}`}, 'UMIA', ${`2026-01-0${index + 1}`})`)
  await db.execute(sql`insert into team_settings (workspace_id, team_id, effective_from, settings, set_by, set_at)
    values ('T1', ${team}, '2026-01-01', ${json({ ...SETTINGS, locale })}, 'UMIA', '2026-01-01')`)
  await db.execute(sql`insert into members (workspace_id, member_id, team_id, user_id, role, joined_on)
    values ('T1', ${member}, ${team}, ${`U${index}`}, 'hunter', '2026-01-01')`)
  for (const [position, was] of METRICS[team]!.entries()) {
    const { key, label = null, kind = 'additive', unit = 'count', currency = null, decimals = 0 } = was
    const [numerator, denominator] = was.parts ?? [null, null]
    await db.execute(sql`insert into metrics (workspace_id, team_id, metric_key, label, kind, layer, higher_is_better, unit,
        currency, decimals, hard_min, hard_max, plausible_min, plausible_max, numerator, denominator, points)
      values ('T1', ${team}, ${key}, ${label}, ${kind}, 'process', true, ${unit}, ${currency}, ${decimals}, 0,
        ${was.hardMax ?? 500}, 0, ${100 + index}, ${numerator}, ${denominator}, ${was.points ?? 0})`)
    await db.execute(sql`insert into role_metrics (workspace_id, team_id, role, metric_key, position)
      values ('T1', ${team}, 'hunter', ${key}, ${position})`)
  }
  const numbers = NUMBERS[team]!
  await db.execute(sql`insert into activity (workspace_id, source_id, member_id, team_id, date, entered_at, source, entered_by, numbers)
    values ('T1', ${sourceIdOf(`standup:${team}`)}, ${member}, ${team}, ${date.toString()}, '2026-03-02T08:00:00Z', 'standup',
      ${`U${index}`}, ${json(Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, value - 1])))})`)
  await db.execute(sql`insert into activity (workspace_id, source_id, member_id, team_id, date, entered_at, source, entered_by, numbers,
      implausible, corrects, reason)
    values ('T1', ${sourceIdOf(`correct:${team}`)}, ${member}, ${team}, ${date.toString()}, '2026-03-02T09:00:00Z', 'correction',
      'UMIA', ${json(Object.fromEntries(Object.keys(numbers).map((key) => [key, 1])))}, array['own-1'],
      ${json({ 'own-1': sourceIdOf(`standup:${team}`) })}, 'One more')`)
  await db.execute(sql`insert into daily_totals (workspace_id, member_id, date, team_id, totals, late, corrected_up)
    values ('T1', ${member}, ${date.toString()}, ${team}, ${json(numbers)}, array['calls'], array['own-1', 'own-2'])`)
  const target = sql`'T1', ${team}, 'own-1', 'month', '2026-03-01', 1, '2026-03-31', 60, '2026-03-01'`
  await db.execute(sql`insert into target_versions (workspace_id, team_id, metric_key, period, from_date, version, to_date, whole,
      effective_from, reason, set_by, set_at, source_key)
    values (${target}, 'Plan', 'UMIA', '2026-03-01T08:00:00Z', 'V1')`)
  await db.execute(sql`insert into target_parts (workspace_id, team_id, metric_key, period, from_date, version, to_date, value,
      effective_from, member_id, by_hand, until)
    values (${target}, ${member}, false, '2026-03-31')`)
  const rows = { measure: SETTINGS.measure, decimals: 0, ranked: [], notRanked: [] }
  await db.execute(sql`insert into board_snapshots (workspace_id, team_id, period, from_date, to_date, rows, taken_at)
    values ('T1', ${team}, 'day', '2026-02-27', '2026-02-27', ${json(rows)}, '2026-03-02T10:00:00Z')`)
  const number = { metric: 'own-1', date: date.toString(), value: 1 }
  await db.execute(sql`insert into audit_events (workspace_id, event_id, at, kind, team_id, screen, before, after)
    values ('T1', ${idOf(100 + index)}, '2026-03-02T09:00:00Z', 'number-corrected', ${team}, '/kpi correct', ${json(number)}, ${json(number)}),
      ('T1', ${idOf(200 + index)}, '2026-03-02T09:00:00Z', 'settings-changed', ${team}, '/kpi setup',
        ${json({ measure: { kind: 'points' } })}, ${json({ measure: SETTINGS.measure })})`)
  const told = { memberId: member, metricKey: 'own-1', sourceKey: `correct:${team}` }
  await db.execute(sql`insert into messages (workspace_id, message_key, kind, team_id, to_user_id, subject, state, created_at)
    values ('T1', ${`corrected:${team}`}, 'number-corrected', ${team}, ${`U${index}`}, ${json(told)}, 'delivered', now())`)
  await db.execute(sql`insert into pending_setups (workspace_id, channel_id, team_id, user_id, input, requested_at, next_attempt_at)
    values ('T1', ${`C${index}`}, ${team}, 'UMIA', ${json({ settings: SETTINGS })}, now(), now())`)
}

beforeAll(async () => {
  await administer(server, `create database ${NAME}`)
  connection = connect(url, { maxConnections: 2, statementTimeoutMillis: 10_000 })
  await migrateUpTo(connection.db, '0029_targets')
  for (const [index, team] of [BERLIN, LYON, OSAKA].entries()) await plant(team, index)
  await migrate(url)
})
afterAll(async () => {
  await connection.close()
  await administer(server, `drop database ${NAME} with (force)`)
})

/** What a team's keys are called now. */
const NOW: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [BERLIN]: {},
  [LYON]: { 'own-2': 'own-2-2' },
  [OSAKA]: { 'own-1': 'own-1-2', rate: 'own-rate-2' },
}
const nowOf = (team: string, key: string) => NOW[team]?.[key] ?? key
const TEAMS = [
  ['the oldest team', BERLIN],
  ['a team that means something else by one key', LYON],
  ['a team with another unit and currency', OSAKA],
] as const

const OF = { workspaceId: 'T1' }

describe.each(TEAMS)('%s', (_, team) => {
  const key = (was: string) => nowOf(team, was)
  const memberId = memberOf(team)

  test('counts what it counted, in its order, with its name, bounds, currency, decimals and points', async () => {
    const metrics = await metricsOfTeam(connection.db, 'T1', team)
    const listed = (await roleMetricsOfTeams(connection.db, [{ ...OF, teamId: team }])).get(team)!
    const wanted = METRICS[team]!
    expect(listed.hunter?.map((metric) => metric.key)).toEqual(wanted.map((was) => key(was.key)))
    for (const was of wanted) {
      const metric = metrics.get(key(was.key))!
      expect(metric).toMatchObject({
        ...{ kind: was.kind ?? 'additive', unit: was.unit ?? 'count', decimals: was.decimals ?? 0 },
        ...{
          currency: was.currency ?? null,
          hardMin: 0,
          hardMax: was.hardMax ?? 500,
          points: was.points ?? 0,
        },
        ...{ plausibleMin: 0, plausibleMax: 99 + Number(team.slice(-1)), layer: 'process', retiredAt: null },
        formerKey: key(was.key) === was.key ? null : was.key,
        numerator: was.parts ? key(was.parts[0]) : null,
      })
      expect(metric.label ?? Object.values(metric.names)[0] ?? null).toBe(was.label ?? null)
    }
  })

  test('has the numbers and marks that it had', async () => {
    const { db } = connection
    const numbers = Object.entries(NUMBERS[team]!)
    const totals = await dayTotals(db, 'T1', memberId, date)
    expect(await periodTotals(db, 'T1', memberId, date, date)).toEqual(totals)
    expect(
      Object.entries(totals)
        .map(([one, { value }]) => [one, value])
        .sort(),
    ).toEqual(numbers.map(([one, value]) => [key(one), value]).sort())
    const marked = { calls: ['late'], 'own-1': ['correctedUp'], 'own-2': ['correctedUp'], newRevenue: [] }
    for (const [one] of numbers)
      expect(Object.entries(totals[key(one)]!).flatMap(([mark, is]) => (is === true ? [mark] : []))).toEqual(
        marked[one as keyof typeof marked],
      )
    const acts = await actsOfDay(db, { ...OF, memberId, date })
    expect(acts).toMatchObject([
      { numbers: Object.fromEntries(numbers.map(([one, value]) => [key(one), value - 1])), corrects: null },
      { implausible: [key('own-1')], corrects: { [key('own-1')]: sourceIdOf(`standup:${team}`) } },
    ])
    const trail = await trailOf(db, { ...OF, teamId: team, memberId, date }, key('own-1'), 9)
    expect(trail.map(({ reason }) => reason)).toEqual(['One more', null])
  })

  test('has the same ratio of the same sums', async () => {
    const metrics = await metricsOfTeam(connection.db, 'T1', team)
    const rate = metrics.get(key('rate'))
    if (!rate) return expect(METRICS[team]!.some((was) => was.key === 'rate')).toBe(false)
    const [demos, calls] = ['own-1', 'calls'].map((one) => NUMBERS[team]![one]!) as [number, number]
    const parts = 10 ** (METRICS[team]!.find((was) => was.key === 'own-1')!.decimals ?? 0)
    const totals = await dayTotals(connection.db, 'T1', memberId, date)
    expect(valueIn(totals, rate, metrics)).toBe(Math.round((demos / parts / calls) * 1000))
  })

  test('ranks by what it ranked by, and keeps its targets', async () => {
    const { db } = connection
    const measure = { kind: 'metric', metric: key('own-1') }
    expect(await settingsOn(db, 'T1', team, date)).toMatchObject({ measure })
    const board = await computeBoard(db, { ...OF, teamId: team, period: 'day', date })
    expect(board?.board.ranked).toMatchObject([{ memberId, value: NUMBERS[team]!['own-1'] }])
    const stored = await db.execute<{ of: unknown }>(sql`
      select rows -> 'measure' as of from board_snapshots where team_id = ${team}
      union all select input #> '{settings,measure}' from pending_setups where team_id = ${team}
      union all select after -> 'measure' from audit_events where team_id = ${team} and kind = 'settings-changed'`)
    expect([...stored].map(({ of }) => of)).toEqual([measure, measure, measure])
    const target = { metricKey: key('own-1'), period: { kind: 'month' }, version: 1 }
    expect(await versionsOfTeam(db, 'T1', team, date)).toMatchObject([{ ...target, whole: 60 }])
    expect(await partsOfMember(db, 'T1', memberId, date)).toMatchObject([{ ...target, value: 60 }])
  })

  test('finds the metric from the audit and from messages that were sent', async () => {
    const { db } = connection
    const found = await db.execute<{ metric: string }>(sql`
      select before ->> 'metric' as metric from audit_events where team_id = ${team} and kind = 'number-corrected'
      union all select after ->> 'metric' from audit_events where team_id = ${team} and kind = 'number-corrected'
      union all select subject ->> 'metricKey' from messages where team_id = ${team}`)
    expect([...found].map(({ metric }) => metric)).toEqual(Array(3).fill(key('own-1')))
  })

  test('takes a form that was opened before', async () => {
    const metrics = [...(await metricsOfTeam(connection.db, 'T1', team)).values()]
    const state = { [numberBlockId('own-1', 'day')]: { number: { type: 'number_input', value: '7' } } }
    const { decimals } = metrics.find((metric) => metric.key === key('own-1'))!
    expect(readNumbers(state, metrics, BOT.translator('en'), {}, { scope: 'day' })).toMatchObject({
      ok: true,
      values: { [key('own-1')]: 7 * 10 ** decimals },
    })
  })
})

describe('the catalogue', () => {
  test('has each meaning once: what several teams share is the company’s, the rest the team’s own', async () => {
    const rows = await connection.db.execute<Record<string, unknown>>(sql`
      select metric_key as key, names, team_id as owner, decimals from catalogue order by metric_key collate "C"`)
    expect([...rows]).toEqual([
      { key: 'calls', names: {}, owner: null, decimals: 0 },
      { key: 'newRevenue', names: {}, owner: null, decimals: null },
      { key: 'own-1', names: { en: 'Demos' }, owner: null, decimals: 0 },
      { key: 'own-1-2', names: { 'zh-TW': '面談' }, owner: OSAKA, decimals: 1 },
      { key: 'own-2', names: { en: 'Turnover' }, owner: null, decimals: null },
      { key: 'own-2-2', names: { en: 'Coffees' }, owner: LYON, decimals: 0 },
      { key: 'own-rate-2', names: {}, owner: OSAKA, decimals: 1 },
      { key: 'rate', names: {}, owner: null, decimals: 1 },
    ])
  })

  test('no value is anybody else’s than before, or lost', async () => {
    const [sums] = await connection.db.execute<{ ledger: number; totals: number; acts: number }>(sql`
      select (select sum(n.value::bigint)::int from activity a cross join jsonb_each(a.numbers) n) as ledger,
        (select sum(n.value::bigint)::int from daily_totals d cross join jsonb_each(d.totals) n) as totals,
        (select count(*)::int from activity) as acts`)
    const all = Object.values(NUMBERS).flatMap((numbers) => Object.values(numbers))
    const sum = all.reduce((total, value) => total + value, 0)
    expect(sums).toEqual({ ledger: sum, totals: sum, acts: 6 })
  })
})
