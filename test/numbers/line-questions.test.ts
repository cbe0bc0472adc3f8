// What a typed line may mean is asked in private, with a button for each answer; forged answers are read like typed text.

import { expect, test } from 'vitest'
import { NUMBERS } from '../../src/numbers/slack/ids.ts'
import type { TestContext } from '../support/context.ts'
import type { TestDatabase } from '../support/database.ts'
import { TUESDAY, totalsOf, withLoggingTeam } from './logging-team.ts'
import { type SmallTeam, smallTeam } from './small-team.ts'
import { buttonsOf, type Typist, typist } from './typist.ts'

let database: TestDatabase
let context: TestContext
let team: SmallTeam
let ann: Typist
withLoggingTeam((made) => {
  ;({ database, context, team, ann } = made)
})

const member = (index = 0) => team.members[index]!
const totals = (of = member(), day = TUESDAY) => totalsOf(context, of, day)

test('a name that may mean several metrics, or one of another role, is asked about and not guessed', async () => {
  expect(await ann.command('log new 4, calls 5')).toBe(
    'By “new”, do you mean New customers or New revenue? Nothing is saved yet.',
  )
  expect(buttonsOf(ann)).toEqual(['New customers', 'New revenue'])
  expect(await totals()).toEqual({})
  const asked = ann.replies.at(-1)!
  expect(await ann.press('New customers')).toBe('Logged for Tue, Mar 3: Calls 5, New customers 4.')
  ann.replies.push(asked)
  await ann.press('New customers')
  expect(await totals()).toEqual({ calls: 5, newCustomers: 4 })
  expect(await ann.command('log leads 5')).toMatch(/“leads”, do you mean Leads converted\?/)
  const bo = typist(context, team.people[1]!)
  expect(await bo.command('填报 线索5')).toBe('您说的“线索”指的是线索转化数？尚未保存，请选择。')
  expect(await totals(member(1))).toEqual({})
  expect(await bo.press('线索转化数')).toBe('已记入3月3日（周二）：线索转化数 5 条。')
  expect(await bo.command('填报 新签 5')).toBe(
    '您说的“新签”指的是新签客户数 还是 新签金额？尚未保存，请选择。',
  )
})

test('an amount that can be read in two ways is asked about; one question follows the other', async () => {
  expect(await ann.command('log new 1.200, calls 5')).toMatch(/^By “new”/)
  expect(await ann.press('New revenue')).toBe(
    '“1.200” for New revenue: did you mean 1,200 or 1.20? Nothing is saved yet.',
  )
  expect(buttonsOf(ann)).toEqual(['1,200', '1.20'])
  expect(await ann.press('1,200')).toBe('Logged for Tue, Mar 3: Calls 5, New revenue €1,200.')
  expect(await ann.command('log revenue 12,50')).toMatch(/did you mean 12.50\?/)
  expect(await ann.press('12.50')).toMatch(/New revenue \+€12.50 \(now €1,212.50\)/)
  expect(await totals()).toEqual({ calls: 5, newRevenue: 121_250 })
})

test('“yesterday” after days off is asked about: the last working day, or the day itself', async () => {
  context.moveTo('2026-03-09T13:00:00Z')
  expect(await ann.command('log yesterday calls 5')).toBe(
    'Yesterday was a day off for you. Which day are these numbers for? Nothing is saved yet.',
  )
  expect(buttonsOf(ann)).toEqual(['Fri, Mar 6', 'Sun, Mar 8'])
  expect(await ann.press('Fri, Mar 6')).toBe('Logged for Fri, Mar 6: Calls 5.')
  const bo = typist(context, team.people[1]!)
  expect(await bo.command('填报 昨天 电话5')).toBe('昨天您休息，这些数据记到哪一天？尚未保存，请选择。')
  expect(await bo.press('3月8日（周日）')).toBe('已记入3月8日（周日）：电话量 5 通。')
  // A day that is named needs no question, and neither does a yesterday that was worked.
  expect(await ann.command('log Sunday calls 5')).toBe('Logged for Sun, Mar 8: Calls 5.')
  context.moveTo('2026-03-10T13:00:00Z')
  expect(await ann.command('log yesterday calls 5')).toBe('Logged for Mon, Mar 9: Calls 5.')
})

test('an answer after midnight is still for the day of the typing, and for a closed day it is refused', async () => {
  await ann.command('log leads 5')
  context.moveTo('2026-03-04T13:00:00Z')
  expect(await ann.press('Leads converted')).toBe('Logged for Tue, Mar 3: Leads converted 5.')
  await ann.command('log leads 5')
  context.moveTo('2026-03-09T13:00:00Z')
  expect(await ann.press('Leads converted')).toMatch(/closed for entries/)
  expect(await totals()).toEqual({ leadsConverted: 5 })
})

test('forged answers are read like typed text, for the person’s own teams', async () => {
  const other = await smallTeam(database.db, [{ name: 'Zed' }])
  const forged = (more: object) =>
    JSON.stringify({
      ...{ line: 'new 4', team: team.teamId, date: TUESDAY, key: crypto.randomUUID(), picks: {} },
      ...more,
    })
  for (const value of ['', '{', '[]', forged({ team: 'x' }), forged({ date: 'x' }), forged({ picks: 5 })])
    expect(await ann.click(NUMBERS.choose, value)).toBe('There is nothing to take back here.')
  for (const metric of ['calls', 'leads', 'proposalWinRate', 'constructor'])
    expect(await ann.click(NUMBERS.choose, forged({ picks: { new: metric } }))).toMatch(/^By “new”/)
  expect(await ann.click(NUMBERS.choose, forged({ line: 'calls 999' }))).toMatch(/above 500/)
  expect(await ann.click(NUMBERS.choose, forged({ line: 'calls 5', team: other.teamId }))).toMatch(
    /not in this team any more/,
  )
  for (const date of ['2026-02-02', '2026-03-04'])
    expect(await ann.click(NUMBERS.choose, forged({ line: 'calls 5', date }))).toMatch(/closed for entries/)
  expect(await totals()).toEqual({})
})

test('in a direct message somebody in two teams is asked which one; in a team’s channel not', async () => {
  const south = await smallTeam(database.db, [{ name: 'Ann' }], {
    workspaceId: team.workspaceId,
    settings: { name: 'South <b>' },
  })
  expect(await ann.command('log calls 5', 'DANN')).toMatch(/^You are in several teams/)
  expect(buttonsOf(ann).toSorted()).toEqual(['North', 'South <b>'])
  expect(await ann.press('South <b>')).toBe('Logged for Tue, Mar 3: Calls 5.')
  await ann.command('log calls 7', team.channelId)
  expect([await totals(), await totals(south.members[0]!)]).toEqual([{ calls: 7 }, { calls: 5 }])
})

test('a line that is too long for a button is refused in words', async () => {
  const line = `new 4, ${'calls 1, '.repeat(250)}`
  expect(await ann.command(`log ${line}`)).toMatch(/“new” could be New customers, New revenue/)
  expect(await ann.command(`log revenue 1.200, ${'calls 1, '.repeat(250)}`)).toMatch(/too long/)
  expect(await totals()).toEqual({})
})

test.each([
  [0, 'log new 4', 'New customers'],
  [0, 'log revenue 12,50', '12.50'],
  [1, '填报 新签 4', '新签客户数'],
  [1, '填报 新签金额12,50', '12.50'],
  [1, '填报 新签金额3万5', '35,000'],
  [2, '填報 新客 4', '新客戶數'],
  [2, '填報 新客業績 1.200', '1,200'],
] as const)('in the reader’s language (%i): %s', async (index, line, answer) => {
  const person = typist(context, team.people[index]!)
  await person.command(line)
  expect(await totals(member(index))).toEqual({})
  await person.press(answer)
  expect(Object.keys(await totals(member(index)))).toHaveLength(1)
})
