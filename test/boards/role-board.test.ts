// A board of one role: asked for in three languages, with any period and measure, and as of an instant.
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { parseBoardWords } from '../../src/boards/domain/board-words.ts'
import { ranksAmong } from '../../src/boards/domain/leaderboard.ts'
import { namesOfRoles } from '../../src/boards/slack/role-names.ts'
import { presetFor } from '../../src/numbers/domain/presets.ts'
import { logNumbers } from '../../src/numbers/flows/log-numbers.ts'
import { namesOfMetrics } from '../../src/numbers/slack/metric-names.ts'
import { ROLES } from '../../src/org/domain/team.ts'
import { type SmallTeam, smallTeam } from '../numbers/small-team.ts'
import { typist } from '../numbers/typist.ts'
import { type TestContext, testContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const date = Temporal.PlainDate.from
const database = usesDatabase()
let context: TestContext
let team: SmallTeam

beforeAll(async () => {
  context = testContext(database.db, '2026-03-06T18:00:00Z')
  team = await smallTeam(database.db, [
    ...['Ann', 'Ben'].map((name) => ({ name })),
    { name: 'Eve', role: 'account-manager' },
    { name: 'Fay', role: 'account-manager', more: { locale: 'zh-CN' as const } },
  ])
  const log = async (name: string, values: Record<string, number>) => {
    const who = team.people.find(({ userId }) => userId === `U${name}`)!
    const logged = await logNumbers(context, {
      ...{ who, teamId: team.teamId, date: date('2026-03-06'), values },
      ...{ how: 'set', source: 'form', sourceKey: randomUUID() },
    })
    expect(logged.ok).toBe(true)
  }
  await log('Ann', { calls: 30 })
  await log('Ben', { calls: 20 })
  await log('Eve', { renewalsWon: 2 })
  await log('Fay', { renewalsWon: 3 })
})

const asked = (name: string, typed: string) =>
  typist(context, team.people.find(({ userId }) => userId === `U${name}`)!).command(typed, team.channelId)

describe('a role is named', () => {
  const metrics = namesOfMetrics([...presetFor('hunter', 'EUR'), ...presetFor('account-manager', 'EUR')])
  const roles = namesOfRoles([...ROLES, 'Closer', '渠道经理'])
  const view = { today: date('2026-11-25'), locale: 'en' as const, weekStartsOn: 1, yearStarts: 1 }
  test.each([
    ['hunters month', 'hunter month by team'],
    ['month hunter', 'hunter month by team'],
    ['last week hunters by calls', 'hunter week metric'],
    ['calls of hunters Q3', 'hunter quarter metric'],
    ['account managers target', 'account-manager - attainment'],
    ['客户维护', 'account-manager - by team'],
    ['上周 客户经理', 'account-manager week by team'],
    ['本月业务开拓电话', 'hunter month metric'],
    ['客戶經理 上週 達成率', 'account-manager week attainment'],
    ['行銷企劃 2026-10', 'campaign-planner month by team'],
    ['closers', 'Closer - by team'],
    ['渠道经理 本季度', '渠道经理 quarter by team'],
    ['hunters hunters', 'unread'],
    ['headhunters', 'unread'],
    ['hunters gibberish', 'unread'],
    // What is read without a role names none.
    ['calls', '- - metric'],
  ])('%s', (typed, expected) => {
    const read = parseBoardWords(typed, metrics, view, roles)
    if (!read.ok) return expect(read.reason).toBe(expected)
    const period = read.period === null ? '-' : read.period === 'day' ? 'day' : read.period.kind
    expect(`${read.role ?? '-'} ${period} ${read.by?.kind ?? 'by team'}`).toBe(expected)
  })
})

describe('through the command', () => {
  test('only people of the role are ranked, and the title says so', async () => {
    const shown = await asked('Ann', 'board hunters week')
    expect(shown).toMatch(/Calls · Hunter · Mar 2[\s\S]*Ann: 30[\s\S]*Ben: 20/)
    expect(shown).toContain('You’re *1st* of 2')
    expect(shown).not.toMatch(/Eve|Fay/)
  })

  test('a role that does not count the team’s number is ranked by points', async () => {
    const shown = await asked('Fay', 'board 客户维护 本周')
    expect(shown).toMatch(/积分排行榜 · 客户经理[\s\S]*Fay：90 分[\s\S]*Eve：60 分/)
    expect(shown).not.toMatch(/Ann|Ben/)
  })

  test('with a number of its own, and as of an instant', async () => {
    expect(await asked('Eve', 'board account managers renewals won this month')).toMatch(
      /Renewals won · Account manager[\s\S]*Fay: 3[\s\S]*Eve: 2/,
    )
    const before = await asked('Eve', 'board account managers renewals won this month as of Mar 6 9:00')
    expect(before).toContain('As it stood on')
    expect(before).not.toContain('Fay: 3')
  })

  test('who has another role is told so, and nobody in the role too', async () => {
    expect(await asked('Ann', 'board account managers week')).toContain(
      'ranks one role alone (Account manager)',
    )
    expect(await asked('Ann', 'board analysts week')).toContain('No Analyst on this board')
  })
})

test('the movement of a role is that among its own people, though the board before ranked all together', () => {
  const row = (userId: string, role: string, rank: number) => ({
    ...{ memberId: userId, userId, role, rank, value: 0, movement: null, marked: false },
  })
  const all = [row('A', 'hunter', 1), row('B', 'analyst', 2), row('C', 'hunter', 3), row('D', 'hunter', 3)]
  expect(ranksAmong(all, 'hunter').map(({ userId, rank }) => `${userId} ${rank}`)).toEqual([
    'A 1',
    'C 2',
    'D 2',
  ])
})
