// Teams side by side for whoever leads several: only their own, by target or per head, in every language, as a table and as CSV.
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { checkView } from '../../sandbox/checker/view.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import { dailyTotals } from '../../src/numbers/db/activity.sql.ts'
import { presetMetric } from '../../src/numbers/domain/presets.ts'
import { readingsOf } from '../../src/org/audit/db/readings.ts'
import { insertTeam } from '../../src/org/db/teams.ts'
import {
  behindFirst,
  inSideOrder,
  leadingNumber,
  sideNumber,
  type TeamSide,
} from '../../src/overview/domain/side-by-side.ts'
import { showTeams } from '../../src/overview/flows/show-teams.ts'
import { directorBlocks } from '../../src/overview/slack/director-home.ts'
import { teamsCsv } from '../../src/overview/slack/teams-csv.ts'
import { teamsMessage } from '../../src/overview/slack/teams-message.ts'
import { degrade } from '../../src/slack/degrade.ts'
import { drawHome, homeView } from '../../src/slack/home.ts'
import { type SmallTeam, smallTeam, takeLeave } from '../numbers/small-team.ts'
import { typist } from '../numbers/typist.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const date = Temporal.PlainDate.from
const WORKSPACE = 'T0SIDES'
const CALLS = presetMetric('calls', 'EUR')!
const t = BOT.translator('en')

const database = usesDatabase()
let context: TestContext
let north: SmallTeam
let south: SmallTeam
let other: SmallTeam
const director = testPerson(WORKSPACE, 'UDIR')

/** Friday 13 March 2026: nine of 22 working days are due. North and South are below the director, the third team is not. */
beforeAll(async () => {
  context = testContext(database.db, '2026-03-13T12:00:00Z')
  const of = (name: string, people: string[]) =>
    smallTeam(
      database.db,
      people.map((one) => ({ name: one })),
      { workspaceId: WORKSPACE, settings: { name } },
    )
  north = await of('North', ['Ann', 'Ben', 'Cy'])
  south = await of('South', ['Dot'])
  other = await of('Elsewhere', ['Eve', 'Fay'])
  const company = crypto.randomUUID()
  const created = Temporal.Instant.from('2026-01-05T00:00Z')
  await insertTeam(
    database.db,
    {
      workspaceId: WORKSPACE,
      teamId: company,
      channelId: 'C0ALL',
      managerUserId: 'UDIR',
      parentTeamId: null,
    },
    created,
  )
  await database.db.execute(
    sql`update teams set parent_team_id = ${company} where team_id in (${north.teamId}, ${south.teamId})`,
  )
  await database.db.execute(sql`insert into people (workspace_id, user_id, name, zone, locale, refreshed_at)
    values (${WORKSPACE}, 'UDIR', 'Dir', 'Europe/Berlin', 'en', now()) on conflict do nothing`)
  for (const team of [north, south, other])
    for (const member of team.members)
      for (let day = date('2026-02-02'); day.until(date('2026-03-12')).days >= 0; day = day.add({ days: 1 }))
        if (day.dayOfWeek < 6)
          await database.db.insert(dailyTotals).values({
            ...{ workspaceId: WORKSPACE, teamId: team.teamId, memberId: member.memberId, date: day },
            totals: { calls: team === south ? 30 : 10 },
          })
  for (const [team, whole] of [
    [north, 660],
    [south, 1320],
  ] as const) {
    await database.db.execute(sql`insert into target_parts (workspace_id, member_id, metric_key, period, from_date, version, team_id,
        to_date, value, by_hand, until, effective_from)
      select workspace_id, member_id, 'calls', 'month', '2026-03-01', 1, team_id, '2026-03-31', ${whole / team.members.length}, false,
        '2026-03-31', '2026-03-01' from members where team_id = ${team.teamId}`)
    await database.db.execute(sql`insert into target_versions (workspace_id, team_id, metric_key, period, from_date, version,
        to_date, whole, split, effective_from, reason, set_by, set_at, source_key)
      values (${WORKSPACE}, ${team.teamId}, 'calls', 'month', '2026-03-01', 1, '2026-03-31', ${whole}, 'equal', '2026-03-01', '',
        'UDIR', '2026-03-01', 'test')`)
  }
})

const shown = async () => {
  const found = await showTeams(context, director, { typed: '' })
  if (!found.ok) throw new Error(found.reason)
  return found
}

describe('a director', () => {
  test('sees the teams below, each with total, attainment, pace, trend and per head', async () => {
    const { teams } = await shown()
    expect(teams.map(({ name }) => name).sort()).toEqual(['North', 'South'])
    const [first, second] = inSideOrder(teams, 'attainment')
    expect(first).toMatchObject({
      ...{ name: 'North', people: 3 },
      number: {
        actual: 270,
        target: 660,
        attainment: 270 / 660,
        pace: 1,
        change: { now: 270, before: 270 },
        perHead: 10,
      },
    })
    expect(second).toMatchObject({
      name: 'South',
      number: { actual: 270, target: 1320, pace: 0.5, perHead: 30 },
    })
    expect(inSideOrder(teams, 'per-head').map(({ name }) => name)).toEqual(['South', 'North'])
    expect(behindFirst(teams).map(({ name }) => name)).toEqual(['South', 'North'])
  })

  test('of leave neither pace nor per head suffers', async () => {
    await takeLeave(database.db, north.members[2]!, '2026-03-02', '2026-03-06')
    const { teams } = await shown()
    const { number } = teams.find(({ name }) => name === 'North')!
    expect(number!.perHead).toBeCloseTo(270 / 22, 5)
    expect(number!.pace).toBeGreaterThan(1)
    await database.db.execute(sql`delete from leaves where workspace_id = ${WORKSPACE}`)
  })

  test('who sees the number of a team of one has seen that person’s, and it is on record', async () => {
    await shown()
    const viewersOf = async (userId: string) =>
      (await readingsOf(database.db, { workspaceId: WORKSPACE, userId }, date('2026-03-01'), 10)).map(
        ({ viewerUserId }) => viewerUserId,
      )
    expect(await viewersOf('UDot')).toContain('UDIR')
    expect(await viewersOf('UAnn')).toEqual([])
  })

  test('who is an admin as well sees the teams first on Home, and the question for admins below', async () => {
    const home = await drawHome(BOT.home, { ...director, isAdmin: true }, t, context)
    const texts = home.blocks.map((block) => JSON.stringify(block))
    const place = (text: string) => texts.findIndex((one) => one.includes(text))
    expect(place('Your 2 teams this month')).toBe(0)
    expect(place('workspace.open')).toBeGreaterThan(place('overview.show-teams'))
  })

  test('asks by command for any period and order', async () => {
    const dir = typist(context, director)
    expect(await dir.command('teams')).toMatch(/Teams side by side · March[\s\S]*North\*[\s\S]*South\*/)
    expect(await dir.command('teams per head')).toMatch(/South\*[\s\S]*North\*/)
    expect(await dir.command('各团队 上月 人均')).toMatch(/February[\s\S]*South/)
    expect(await dir.command('teams next year')).toContain('has not begun')
    expect(await dir.command('teams gibberish')).toContain('I do not know “gibberish”')
  })
})

test('whoever leads one team, or none, gets no teams of others', async () => {
  for (const userId of ['UAnn', 'UNOBODY']) {
    const found = await showTeams(context, testPerson(WORKSPACE, userId), { typed: '' })
    expect(found).toEqual({ ok: false, reason: 'no-teams' })
  }
  const boss = await showTeams(context, testPerson(WORKSPACE, 'UBOSS'), { typed: '' })
  expect(boss.ok && boss.teams.map(({ name }) => name).sort()).toEqual(['Elsewhere', 'North', 'South'])
})

describe('the number of a team', () => {
  const metrics = ['calls', 'newCustomers', 'newRevenue'].map((key) => presetMetric(key, 'EUR')!)
  test('is one with a target: that of its board, else money, else the first', () => {
    const led = (targets: string[], measure: string | null) =>
      leadingNumber(
        metrics,
        new Set(targets),
        measure ? { kind: 'metric', metric: measure } : { kind: 'points' },
      )?.key
    expect(led(['calls', 'newRevenue'], 'calls')).toBe('calls')
    expect(led(['calls', 'newRevenue'], 'newCustomers')).toBe('newRevenue')
    expect(led(['calls', 'newCustomers'], null)).toBe('calls')
    expect(led([], 'calls')).toBe('calls')
    expect(led([], null)).toBe('newRevenue')
    expect(leadingNumber([], new Set(), { kind: 'points' })).toBe(null)
  })

  test('has no pace before anything is due, and none without a target', () => {
    const sums = { period: 5, due: null, before: null }
    const target = { target: 100, expected: 0, counted: 5, unassigned: 0, attainment: 0.05, pace: null }
    expect(sideNumber(CALLS, sums, target, 0)).toMatchObject({ target: 100, pace: null, perHead: null })
    expect(sideNumber(CALLS, { ...sums, due: 5 }, null, 5)).toMatchObject({
      ...{ attainment: null, pace: null, perHead: 1 },
    })
  })
})

describe.each(LOCALES)('%s', (locale) => {
  const hostile = '<!channel> *b* & <https://evil.example|x>\u202e`'
  const side = (index: number): TeamSide => ({
    ...{
      teamId: crypto.randomUUID(),
      name: `${hostile}${'长'.repeat(60)}${index % 7}`,
      channelName: 'c'.repeat(80),
    },
    people: index,
    number:
      index % 9 === 0
        ? null
        : {
            ...{
              metric: presetMetric('newRevenue', 'CNY')!,
              actual: 1e11 + index,
              target: index % 2 ? 1e12 : null,
            },
            ...{ attainment: index % 2 ? index / 100 : null, pace: index % 2 ? index / 90 : null },
            ...{ change: { now: 5, before: index }, perHead: 1234.5, gap: null },
          },
  })
  const period = { kind: 'month', from: date('2026-03-01'), to: date('2026-03-31') } as const

  test('two hundred teams and one: table, Home and CSV are valid for Slack and escaped', () => {
    const own = BOT.translator(locale)
    for (const count of [1, 200]) {
      const view = {
        period,
        today: date('2026-03-13'),
        teams: Array.from({ length: count }, (_, index) => side(index)),
      }
      for (const order of ['attainment', 'per-head'] as const)
        for (const page of [0, 1, 9]) {
          const message = teamsMessage(view, { order, page }, own)
          expect(message.text).not.toMatch(/<!channel>|<https|undefined|NaN/)
          for (let form: ReturnType<typeof degrade> = message; form; form = degrade(form))
            expect(checkMessage({ ...form })).toEqual([])
        }
      expect(checkView({ ...homeView(directorBlocks(view, own), own) })).toEqual([])
      expect(teamsCsv(view, 'attainment', own).trim().split('\r\n')).toHaveLength(count + 1)
    }
  })
})

test('the CSV has plain numbers and shares', async () => {
  expect(teamsCsv(await shown(), 'attainment', t).split('\r\n')[1]).toBe(
    'North,,3,Calls,,2026-03-01,2026-03-31,270,660,0.4091,1,270,270,10',
  )
})
