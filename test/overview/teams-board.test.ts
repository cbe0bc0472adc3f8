// `/kpi board teams`: teams against each other by place, per head or by target, with any period and number, and as they stood.
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { presetMetric } from '../../src/numbers/domain/presets.ts'
import { logNumbers } from '../../src/numbers/flows/log-numbers.ts'
import { namesOfMetrics } from '../../src/numbers/slack/metric-names.ts'
import { placesOf, sideNumber, type TeamSide } from '../../src/overview/domain/side-by-side.ts'
import { besideTeams, readTeamsWords } from '../../src/overview/domain/teams-words.ts'
import { showTeams } from '../../src/overview/flows/show-teams.ts'
import { type SmallTeam, smallTeam } from '../numbers/small-team.ts'
import { typist } from '../numbers/typist.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const date = Temporal.PlainDate.from
const WORKSPACE = 'T0BOARDS'
const CALLS = presetMetric('calls', 'EUR')!
const BOSS = testPerson(WORKSPACE, 'UBOSS', { zone: 'Europe/Berlin' })

const database = usesDatabase()
let context: TestContext
let north: SmallTeam
let south: SmallTeam

/** Both are led by the same . Friday 6 March 2026: four days are due, on each of which all report. */
beforeAll(async () => {
  context = testContext(database.db, '2026-03-02T18:00:00Z')
  const of = (name: string, people: string[]) =>
    smallTeam(
      database.db,
      people.map((one) => ({ name: one })),
      { workspaceId: WORKSPACE, settings: { name } },
    )
  north = await of('North', ['Ann', 'Ben', 'Cy'])
  south = await of('South', ['Dot', 'Eli'])
  for (const day of ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05']) {
    context.moveTo(`${day}T18:00:00Z`)
    for (const who of north.people) await log(north, who, day, { calls: 10 })
    for (const who of south.people) await log(south, who, day, { calls: 12 })
  }
  context.moveTo('2026-03-06T14:00:00Z')
})

async function log(team: SmallTeam, who: (typeof team.people)[number], day: string, values: object) {
  const logged = await logNumbers(context, {
    ...{ who, teamId: team.teamId, date: date(day), values: values as Record<string, number> },
    ...{ how: 'set', source: 'form', sourceKey: randomUUID() },
  })
  expect(logged.ok).toBe(true)
}

describe('what is typed', () => {
  const names = namesOfMetrics(
    ['calls', 'visits', 'newRevenue', 'nps'].flatMap((key) => presetMetric(key, 'EUR') ?? []),
  )
  const view = { today: date('2026-11-25'), locale: 'en' as const, weekStartsOn: 1, yearStarts: 1 }
  test.each([
    ['teams', 'month 2026-11-01'],
    ['teams per head', 'month 2026-11-01 per-head'],
    ['per head teams last week', 'week 2026-11-16 per-head'],
    ['all teams Q3', 'quarter 2026-07-01'],
    ['teams last month calls', 'month 2026-10-01 calls per-head'],
    ['teams calls target', 'month 2026-11-01 calls attainment'],
    ['team vs team this year by target', 'year 2026-01-01 attainment'],
    ['各团队 上周 人均', 'week 2026-11-16 per-head'],
    ['团队PK 电话 昨天', 'day 2026-11-24 calls per-head'],
    ['各團隊 上週 達成率', 'week 2026-11-16 attainment'],
    ['人均 各團隊 2026-10', 'month 2026-10-01 per-head'],
    ['teams last week as of Nov 23 15:00', 'week 2026-11-16 as of 2026-11-23T15:00:00'],
    ['各团队 上周 截至11月20日', 'week 2026-11-16 as of 2026-11-20'],
    ['teams as of Oct 20', 'month 2026-10-01 as of 2026-10-20'],
    ['teams last week as of Nov 2', 'not-come'],
    ['teams next month', 'not-come'],
    ['teams points', 'no-sum'],
    ['teams weighted', 'no-sum'],
    ['teams Nov 16 to Nov 20', 'several'],
    ['teams as of yore', 'as-of-unread'],
    ['teams gibberish', 'unread'],
    ['steams', 'not about teams'],
    ['calls', 'not about teams'],
  ])('%s', (typed, expected) => {
    const rest = besideTeams(typed)
    if (rest === null) return expect('not about teams').toBe(expected)
    const read = readTeamsWords(rest, names, view)
    if (!read.ok) return expect(read.reason).toBe(expected)
    const { period, metricKey, order, asOf } = read
    const stood = asOf && `as of ${asOf.date}${asOf.time ? `T${asOf.time}` : ''}`
    const said = [period.kind, period.from, metricKey, order, stood].filter((one) => one !== null)
    expect(said.join(' ')).toBe(expected)
  })
})

describe('places', () => {
  const side = (
    name: string,
    period: number,
    days: number,
    target: number | null = null,
    more = {},
  ): TeamSide => ({
    ...{ teamId: name, name, channelName: null, people: 1 },
    number: sideNumber(
      { ...CALLS, ...more },
      { period, due: period, before: null },
      target === null
        ? null
        : {
            target,
            expected: target,
            counted: period,
            unassigned: 0,
            attainment: period / target,
            pace: null,
          },
      days,
    ),
  })
  const places = (teams: TeamSide[], order: 'per-head' | 'attainment') =>
    [...placesOf(teams, order)].flat().join(' ')

  test('never by the plain sum: 90 in 18 days lead before 100 in 24', () => {
    expect(places([side('A', 100, 24), side('B', 90, 18)], 'per-head')).toBe('A 2 B 1')
  })
  test('1, 2, 2, 4; without a target there is no place by target', () => {
    expect(places([side('A', 9, 1), side('B', 8, 1), side('C', 16, 2), side('D', 1, 1)], 'per-head')).toBe(
      'A 1 B 2 C 2 D 4',
    )
    expect(places([side('A', 9, 1, 10), side('B', 8, 1), side('C', 5, 1, 5)], 'attainment')).toBe('A 2 C 1')
  })
  test('where fewer is better the lowest leads; different numbers are not compared per head', () => {
    const low = { higherIsBetter: false }
    expect(places([side('A', 9, 1, null, low), side('B', 3, 1, null, low)], 'per-head')).toBe('A 2 B 1')
    expect(places([side('A', 9, 1), side('B', 3, 1, null, { key: 'visits' })], 'per-head')).toBe('')
  })
})

describe('through the command, for whoever leads both', () => {
  test('without targets per head, the best first, in three languages', async () => {
    const boss = typist(context, BOSS)
    const english = await boss.command('board teams this week', north.channelId)
    expect(english).toMatch(/1\. \*South\* {2}Per head a day: 12[\s\S]*2\. \*North\* {2}Per head a day: 10/)
    // The same in its own command.
    expect(await boss.command('teams this week')).toBe(english)
    const chinese = await typist(context, { ...BOSS, locale: 'zh-CN' }).command(
      '战报 各团队 本周 人均',
      south.channelId,
    )
    expect(chinese).toMatch(/1\. \*South\* {2}人均日产出：12[\s\S]*2\. \*North\*/)
    const taiwan = await typist(context, { ...BOSS, locale: 'zh-TW' }).command(
      '排行 各團隊 電話 本週',
      'C0ELSE',
    )
    expect(taiwan).toMatch(/1\. \*South\*[\s\S]*2\. \*North\*/)
    expect(await boss.command('board teams points')).toContain('Teams are compared by what adds up')
  })

  test('as they stood, whatever was entered, corrected or targeted since', async () => {
    const before = await stood('this week')
    const at = context.clock.now()
    context.moveTo('2026-03-06T16:00:00Z')
    await log(north, north.people[0]!, '2026-03-05', { calls: 200 })
    await log(south, south.people[0]!, '2026-03-05', { calls: 3 })
    await database.db.execute(sql`insert into target_versions (workspace_id, team_id, metric_key, period, from_date, version,
        to_date, whole, split, effective_from, reason, set_by, set_at, source_key)
      values (${WORKSPACE}, ${north.teamId}, 'calls', 'week', '2026-03-02', 1, '2026-03-08', 100, 'equal', '2026-03-02', '',
        'UBOSS', '2026-03-06T16:00:00Z', 'test')`)
    expect(await stood('this week')).not.toEqual(before)
    const { hour, minute } = at.toZonedDateTimeISO('Europe/Berlin')
    expect(await stood(`this week as of Mar 6 ${hour}:${String(minute).padStart(2, '0')}`)).toEqual(before)
    expect(await typist(context, BOSS).command('board teams this week as of Mar 6 15:00')).toContain(
      'As it stood on',
    )
  })

  test('who leads one team is told what else there is', async () => {
    const rep = typist(context, north.people[0]!)
    expect(await rep.command('board teams', north.channelId)).toContain('for whoever leads several')
  })
})

async function stood(typed: string) {
  const shown = await showTeams(context, BOSS, { typed, namesOf: namesOfMetrics })
  if (!shown.ok) throw new Error(shown.reason)
  return shown.teams.map(({ name, number }) => [name, number])
}
