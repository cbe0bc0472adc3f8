// Every way to name a period after `/kpi board`, through the command itself: what the answer's title says, in three languages.
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { logNumbers } from '../../src/numbers/flows/log-numbers.ts'
import { type SmallTeam, smallTeam } from '../numbers/small-team.ts'
import { typist } from '../numbers/typist.ts'
import { type TestContext, testContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const database = usesDatabase()
let context: TestContext
let team: SmallTeam

/** Wednesday 25 November 2026. */
beforeAll(async () => {
  context = testContext(database.db, '2026-11-25T14:00:00Z')
  team = await smallTeam(database.db, [
    { name: 'Ann' },
    { name: 'Bai', more: { locale: 'zh-CN' } },
    { name: 'Cai', more: { locale: 'zh-TW' } },
  ])
  const logged = await logNumbers(context, {
    ...{ who: team.people[0]!, teamId: team.teamId, date: Temporal.PlainDate.from('2026-11-24') },
    ...{ values: { calls: 7 }, how: 'set', source: 'form', sourceKey: randomUUID() },
  })
  expect(logged.ok).toBe(true)
})

async function title(name: string, typed: string): Promise<string> {
  const who = team.people.find(({ userId }) => userId === `U${name}`)!
  return (await typist(context, who).command(typed, team.channelId)).split('\n')[0]!
}

describe('English', () => {
  test.each([
    ['yesterday', 'Tue, Nov 24'],
    ['last week', 'Nov 16 to Nov 22'],
    ['this week', 'Nov 23 to Nov 29'],
    ['last month', 'October 2026'],
    ['this month', 'November 2026'],
    ['2026-11', 'November 2026'],
    ['Nov', 'November 2026'],
    ['Q3', 'Q3 2026'],
    ['2026Q3', 'Q3 2026'],
    ['this quarter', 'Q4 2026'],
    ['last quarter', 'Q3 2026'],
    ['this year', '2026'],
    ['last year', '2025'],
    ['2026', '2026'],
    ['last week as of Nov 23', 'Nov 16 to Nov 22'],
    ['as of Nov 24 23:00', 'Mon, Nov 23'],
    ['as of yesterday 6pm', 'Mon, Nov 23'],
    ['this month as of 2026-11-20', 'November 2026'],
  ])('%s', async (typed, expected) => {
    expect(await title('Ann', `board ${typed}`)).toBe(`*Leaderboard: Calls · ${expected}*`)
  })
})

describe('简体中文', () => {
  test.each([
    ['昨天', '11月24日（周二）'],
    ['上周', '11月16日至11月22日'],
    ['上星期', '11月16日至11月22日'],
    ['本周', '11月23日至11月29日'],
    ['上个月', '2026年10月'],
    ['本月', '2026年11月'],
    ['11月', '2026年11月'],
    ['2026-11', '2026年11月'],
    ['2026年11月', '2026年11月'],
    ['Q3', '2026年第3季度'],
    ['2026Q3', '2026年第3季度'],
    ['三季度', '2026年第3季度'],
    ['本季度', '2026年第4季度'],
    ['上季度', '2026年第3季度'],
    ['今年', '2026年'],
    ['去年', '2025年'],
    ['上周 截至11月23日', '11月16日至11月22日'],
    ['截至11月24日23:00', '11月23日（周一）'],
    ['上周 截至昨天', '11月16日至11月22日'],
    ['截至昨天下午3点', '11月23日（周一）'],
  ])('%s', async (typed, expected) => {
    expect(await title('Bai', `战报 ${typed}`)).toBe(`*电话量排行榜 · ${expected}*`)
  })
})

describe('繁體中文', () => {
  test.each([
    ['昨天', '11月24日（週二）'],
    ['上週', '11月16日至11月22日'],
    ['上禮拜', '11月16日至11月22日'],
    ['這週', '11月23日至11月29日'],
    ['上個月', '2026年10月'],
    ['這個月', '2026年11月'],
    ['11月', '2026年11月'],
    ['Q3', '2026年第3季'],
    ['第三季', '2026年第3季'],
    ['本季', '2026年第4季'],
    ['上一季', '2026年第3季'],
    ['今年', '2026年'],
    ['去年', '2025年'],
    ['上週 截至11月23日', '11月16日至11月22日'],
    ['截至昨天下午3點', '11月23日（週一）'],
  ])('%s', async (typed, expected) => {
    expect(await title('Cai', `排行 ${typed}`)).toMatch(new RegExp(`排行榜 · ${expected}\\*$`))
  })
})
