// Numbers typed for a metric that the typist's role does not count are refused in words, and never dropped or booked elsewhere.

import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { roleMetrics } from '../../src/numbers/db/metrics.sql.ts'
import type { TestContext } from '../support/context.ts'
import type { TestDatabase } from '../support/database.ts'
import { totalsOf, withLoggingTeam } from './logging-team.ts'
import { type SmallTeam, smallTeam } from './small-team.ts'
import { typist } from './typist.ts'

let database: TestDatabase
let context: TestContext
let team: SmallTeam
withLoggingTeam((made) => {
  ;({ database, context, team } = made)
})

const planners = () =>
  smallTeam(
    database.db,
    (['en', 'zh-CN', 'zh-TW'] as const).map((locale) => ({
      ...{ name: locale, role: 'account-manager', more: { locale } },
    })),
  )

test.each([
  [0, 'proposals 3', /^“proposals” is Proposals sent.*does not count here\. Nothing was saved\. You count: /],
  [1, '业绩 3万', /^“业绩”是指新签金额，您的岗位不填报这一项，没有保存。/],
  [1, '业绩3万', /新签金额.*没有保存/],
  [1, '昨天 业绩 3万', /新签金额.*没有保存/],
  [1, '填报 业绩 3万', /新签金额.*没有保存/],
  [1, '续约 2，业绩 3万', /新签金额.*没有保存/],
  [2, '新客業績 3萬', /^「新客業績」是指新客業績，.*沒有儲存。/],
  // What may be one of their own is asked about, as ever.
  [2, '業績 3萬', /^您說的「業績」指的是加購業績？尚未儲存/],
] as const)('an account manager (%i) types: %s', async (index, line, answer) => {
  const managers = await planners()
  expect(await typist(context, managers.people[index]!).command(line)).toMatch(answer)
  expect(await totalsOf(context, managers.members[index]!)).toEqual({})
})

test('what is no number line still shows one’s own numbers, also with a month', async () => {
  const managers = await planners()
  const wei = typist(context, managers.people[1]!)
  for (const line of ['业绩', '业绩 11月', '业绩 怎么样'])
    expect(await wei.command(line)).not.toMatch(/没有保存/)
})

test('a hunter’s 业绩 3万 is logged as before, and a name that nobody knows is said to be unknown', async () => {
  const bo = typist(context, team.people[1]!)
  expect(await bo.command('业绩 3万')).toMatch(/已记入.*新签金额/)
  expect(await bo.command('填报 火箭 3')).toMatch(/^没有“火箭”这项指标/)
})

test('a metric that the role has given up is one of others from then on', async () => {
  const { teamId } = team
  const isVisits = and(eq(roleMetrics.teamId, teamId), eq(roleMetrics.metricKey, 'visits'))
  await database.db.delete(roleMetrics).where(isVisits)
  const bo = typist(context, team.people[1]!)
  expect(await bo.command('填报 拜访 3')).toMatch(/您的岗位不填报这一项，没有保存/)
  expect(await totalsOf(context, team.members[1]!)).toEqual({})
})
