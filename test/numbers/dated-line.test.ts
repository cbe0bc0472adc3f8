// Numbers that are typed with their day: 'yesterday calls 5', 'calls 5 on Monday', '昨天电话5'; a metric may be called 'Monday meetings'.
import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { metrics } from '../../src/numbers/db/metrics.sql.ts'
import type { TestContext } from '../support/context.ts'
import type { TestDatabase } from '../support/database.ts'
import { TUESDAY, totalsOf, withLoggingTeam } from './logging-team.ts'
import { type SmallTeam, smallTeam } from './small-team.ts'
import { buttonsOf, type Typist, typist } from './typist.ts'

const MONDAY = '2026-03-02'
let database: TestDatabase
let context: TestContext
let team: SmallTeam
let ann: Typist
withLoggingTeam((made) => {
  ;({ database, context, team, ann } = made)
})

const member = (index = 0) => team.members[index]!
/** What is stored of Monday and of Tuesday. */
const stored = async (index = 0) => [
  await totalsOf(context, member(index), MONDAY),
  await totalsOf(context, member(index), TUESDAY),
]

describe('typed on a Tuesday', () => {
  test.each([
    [0, 'log yesterday calls 5', { calls: 5 }],
    [0, 'log calls 5 yesterday', { calls: 5 }],
    [0, 'log calls 5, visits 2 on Monday', { calls: 5, visits: 2 }],
    [0, 'log Monday: calls 5, visits 2', { calls: 5, visits: 2 }],
    [0, 'log last Mon 5 calls', null],
    [0, 'log this Mon 5 calls', { calls: 5 }],
    [0, 'log 5 calls 2 mar', { calls: 5 }],
    [0, 'log calls 5 mar 2', { calls: 5 }],
    [0, 'log Mar 2nd 5 calls', { calls: 5 }],
    [0, 'log calls 5 3/2', { calls: 5 }],
    [0, 'log 2/3 calls 5', { calls: 5 }],
    [0, 'log 2026-03-02 calls 5 visits 2', { calls: 5, visits: 2 }],
    [0, 'log yesterday morning calls 5', { calls: 5 }],
    [0, 'log 1 day ago calls 5', { calls: 5 }],
    [0, 'yesterday calls 5', { calls: 5 }],
    [0, 'calls 5 yesterday', { calls: 5 }],
    [1, '记录 昨天 电话 5', { calls: 5 }],
    [1, '记录昨天电话5拜访2', { calls: 5, visits: 2 }],
    [1, '填报 昨天，电话5，拜访2', { calls: 5, visits: 2 }],
    [1, '填报 电话5 昨天', { calls: 5 }],
    [1, '填报 周一电话5', { calls: 5 }],
    [1, '填报 3月2日的电话5', { calls: 5 }],
    [1, '填报 电话 5 3月2日', { calls: 5 }],
    [1, '填报 2号 电话5', { calls: 5 }],
    [1, '昨天电话5', { calls: 5 }],
    [2, '回報 昨日 電話５', { calls: 5 }],
    [2, '填報 禮拜一 電話 5 拜訪 2', { calls: 5, visits: 2 }],
    [2, '填報 3/2 電話5', { calls: 5 }],
  ] as const)('person %i: “%s” is for Monday', async (index, typed, expected) => {
    const person = typist(context, team.people[index]!)
    const answer = await person.command(typed)
    expect(await stored(index)).toEqual([expected ?? {}, {}])
    expect(answer).toMatch(expected ? /Mon, Mar 2|3月2日/ : /closed/)
  })

  test.each([
    [0, 'log today calls 5'],
    [0, 'log calls 5 Mar 3'],
    [1, '填报 今天电话5'],
    [1, '填报 电话5 3月3号'],
    [2, '填報 3/3 電話5'],
  ] as const)('person %i: “%s” is for today', async (index, typed) => {
    await typist(context, team.people[index]!).command(typed)
    expect(await stored(index)).toEqual([{}, { calls: 5 }])
  })

  test.each([
    [0, 'log calls 5 last Friday', /That day is closed for entries/],
    [0, 'log Feb 2 calls 5', /That day is closed for entries/],
    [0, 'log 1/2 calls 5', /That day is closed for entries/],
    [0, 'log tomorrow calls 5', /That day is still to come/],
    [0, 'log calls 5 next Monday', /That day is still to come/],
    [0, 'log yesterday calls', /“calls”|“yesterday calls”/],
    [0, 'log yesterday calls many 5', /calls many/],
    [0, 'log last week calls 5', /“last week calls”/],
    [0, 'log calls 5 yesterday visits 2', /yesterday visits/],
    [0, 'log yesterday and today calls 5', /yesterday and today calls/],
    [1, '填报 上周五电话5', /已截止填报/],
    [1, '填报 明天电话5', /这一天还没到/],
    [1, '填报 上周电话5', /上周电话/],
    [2, '填報 後天 電話5', /這一天還沒到/],
    [2, '填報 2月2日 電話5', /已截止回報/],
  ] as const)('person %i: “%s” saves nothing and says why', async (index, typed, said) => {
    expect(await typist(context, team.people[index]!).command(typed)).toMatch(said)
    expect(await stored(index)).toEqual([{}, {}])
  })
})

test('what is asked about stays with its day, also when the answer comes after midnight', async () => {
  expect(await ann.command('log yesterday new 4, calls 5')).toMatch(/^By “new”/)
  context.moveTo('2026-03-03T22:59:00Z')
  await ann.press('New customers')
  expect(await stored()).toEqual([{ calls: 5, newCustomers: 4 }, {}])
  context.moveTo('2026-03-03T13:00:00Z')
  expect(await ann.command('log revenue 12,50 today')).toMatch(/did you mean 12.50\?/)
  context.moveTo('2026-03-04T13:00:00Z')
  await ann.press('12.50')
  expect((await stored())[1]).toEqual({ newRevenue: 1250 })
})

test('somebody in two teams is asked which one, and “yesterday” is the day before the typing', async () => {
  await smallTeam(database.db, [{ name: 'Ann' }], {
    workspaceId: team.workspaceId,
    settings: { name: 'South' },
  })
  expect(await ann.command('log today calls 5', 'DANN')).toMatch(/^You are in several teams/)
  context.moveTo('2026-03-04T13:00:00Z')
  expect(buttonsOf(ann)).toContain('North')
  expect(await ann.press('North')).toBe('Logged for Tue, Mar 3: Calls 5.')
})

test('an unusual number of yesterday is asked about with its day', async () => {
  expect(await ann.command('log calls 300 yesterday')).toMatch(/Mon, Mar 2/)
  await ann.press('Yes, keep it')
  expect(await stored()).toEqual([{ calls: 300 }, {}])
})

describe('a metric that is called like a day', () => {
  beforeEach(async () => {
    await rename('calls', 'Monday meetings')
    await rename('visits', '昨天的跟进')
  })
  const rename = (key: string, label: string) =>
    database.db
      .update(metrics)
      .set({ label })
      .where(and(eq(metrics.teamId, team.teamId), eq(metrics.metricKey, key)))

  test.each([
    ['log Monday meetings 5', [{}, { calls: 5 }]],
    ['log monday 5', [{}, { calls: 5 }]],
    ['log 昨天的跟进 5', [{}, { visits: 5 }]],
    ['log yesterday Monday meetings 5', [{ calls: 5 }, {}]],
    ['log Monday meetings 5 yesterday', [{ calls: 5 }, {}]],
    ['log 昨天 昨天的跟进 5', [{ visits: 5 }, {}]],
  ] as const)('“%s”', async (typed, expected) => {
    await ann.command(typed)
    expect(await stored()).toEqual(expected)
  })
})
