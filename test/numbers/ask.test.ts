// `/kpi me`, `/kpi board`, the button "My place", `/kpi help` and `/kpi correct` through Slack.

import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { postDayBoard } from '../../src/boards/flows/post-board.ts'
import { BOARDS } from '../../src/boards/slack/ids.ts'
import { dayTotals } from '../../src/numbers/db/totals.ts'
import { trailOf } from '../../src/numbers/db/trail.ts'
import { NUMBERS } from '../../src/numbers/slack/ids.ts'
import { members } from '../../src/org/db/teams.sql.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { factsOf } from '../support/message-facts.ts'
import { type SmallTeam, smallTeam } from './small-team.ts'
import { initialOf, labelsOf, type Typist, typist, wordsIn } from './typist.ts'

const database = usesDatabase()
let context: TestContext
let team: SmallTeam
let ann: Typist
let bo: Typist
let boss: Typist
const date = Temporal.PlainDate.from

beforeEach(async () => {
  context = testContext(database.db, '2026-03-03T13:00:00Z')
  team = await smallTeam(database.db, [
    { name: 'Ann' },
    { name: 'Bo', more: { locale: 'zh-CN' } },
    { name: 'Cy' },
  ])
  ann = typist(context, team.people[0]!)
  bo = typist(context, team.people[1]!)
  boss = typist(context, testPerson(team.workspaceId, 'UBOSS', { name: 'Boss' }))
})

const tableIn = (one: Typist) => {
  const table = one.replies.at(-1)!.blocks.find(({ type }) => type === 'table') as unknown as
    | { rows: { text: string }[][] }
    | undefined
  return table?.rows.map((row) => row.map(({ text }) => text))
}

async function on(day: string, line: string, who = ann) {
  context.moveTo(`${day}T13:00:00Z`)
  await who.command(`log ${line}`)
  context.moveTo('2026-03-03T13:00:00Z')
}

const otherTeam = (name: string) =>
  smallTeam(database.db, [{ name: 'Ann' }], { workspaceId: team.workspaceId, settings: { name } })

describe('/kpi me', () => {
  test('today, this week, this month; ratios from the sums, nothing where nothing was reported', async () => {
    await on('2026-02-27', 'calls 100')
    await on('2026-03-01', 'calls 10, proposals 1, new customers 1')
    await on('2026-03-02', 'calls 20, proposals 3')
    await on('2026-03-03', 'calls 5')
    expect(await ann.command('me')).toContain('Calls: 5 today, 25 this week, 35 this month')
    expect(tableIn(ann)!.slice(0, 2)).toEqual([
      ['Metric', 'Today', 'This week', 'This month'],
      ['Calls', '5', '25', '35'],
    ])
    expect(tableIn(ann)).toContainEqual(['Proposal win rate', '–', '–', '25%'])
    expect(tableIn(ann)).toContainEqual(['New customers', '–', '–', '1'])
  })

  test('in the channel of another team, the numbers there; the other team is named', async () => {
    const south = await smallTeam(database.db, [{ name: 'Ann', role: 'account-manager' }], {
      workspaceId: team.workspaceId,
      settings: { name: 'South' },
    })
    expect(await ann.command('me', south.channelId)).toMatch(/^\*Your numbers in South/)
    expect(ann.replies.at(-1)!.text).toMatch(/You are in North \(<#\w[\w-]*>\) too/)
  })

  test.each(['Calls 2', '新签2部'])('a team of theirs is meant before a number: %s', async (name) => {
    await otherTeam(name)
    expect(await ann.command(`me ${name}`)).toContain(`*Your numbers in ${name}`)
    expect(await ann.command('me calls 3')).toMatch(
      /^You are in several teams\. Which one are these numbers for/,
    )
  })

  test('of two teams of one name they choose; of a team that is not theirs nothing is shown', async () => {
    const [first, second] = [await otherTeam('South'), await otherTeam('South')]
    expect(await ann.command('me south')).toMatch(/^Which team\?/)
    for (const { teamId, channelId } of [second, first])
      expect(await ann.click(NUMBERS.showMine, teamId)).toMatch(
        new RegExp(`^\\*Your numbers in South \\(<#${channelId}>`),
      )
    expect(await ann.click(NUMBERS.showMine, crypto.randomUUID())).toMatch(/^\*Your numbers in/)
  })

  test('in Chinese, and outside a team', async () => {
    await bo.command('记录 电话 5')
    expect(await bo.command('我')).toContain('电话量：今天 5 通，本周 5 通，本月 5 通')
    const stranger = typist(context, { ...team.people[0]!, userId: 'USTRANGER' })
    expect(await stranger.command('me')).toMatch(/not in a team/)
  })
})

describe('/kpi board', () => {
  test('shows the day that the standup speaks of, with the reader’s own place', async () => {
    await on('2026-03-02', 'calls 10')
    await on('2026-03-02', 'calls 12', bo)
    await on('2026-03-03', 'calls 99')
    expect(await ann.command('board')).toMatch(/^\*Leaderboard: Calls · Mon, Mar 2\*/)
    expect(tableIn(ann)).toEqual([
      ['Place', 'Name', 'Calls', 'To next place'],
      ['🥇\u00a01', 'Bo', '12', '–'],
      ['🥈\u00a02', 'Ann', '10', '2'],
    ])
    expect(ann.replies.at(-1)!.text).toContain(
      'You’re *2nd* of 2 by Calls, with 10.\nAbove you: Bo, 12; 2 to catch up.',
    )
    await ann.command('board today')
    expect(tableIn(ann)).toHaveLength(2)
    expect(await bo.command('排行 本周电话')).toMatch(/^\*电话量排行榜 · 3月2日至3月8日\*/)
    expect(tableIn(bo)![1]).toEqual(['🥇\u00a01', 'Ann', '109 通', '–'])
    expect(await ann.command('board month new cust')).toContain('Nobody has reported New customers')
    expect(await ann.command('board points week')).toContain('109 points')
  })

  test('shows periods that are over, and says so of those that have not begun', async () => {
    await on('2026-02-27', 'calls 10')
    await on('2026-03-02', 'calls 20')
    for (const [typed, title] of [
      ['last week', 'Feb 23 to Mar 1'],
      ['last month', 'February 2026'],
      ['2026-02', 'February 2026'],
      ['2026-02-27', 'Fri, Feb 27'],
    ]) {
      expect(await ann.command(`board ${typed}`)).toContain(`*Leaderboard: Calls · ${title}*`)
      expect(tableIn(ann)![1]).toEqual(['🥇\u00a01', 'Ann', '10'])
    }
    expect(await ann.command('board Q1')).toContain('*Leaderboard: Calls · Q1 2026*')
    expect(tableIn(ann)![1]).toEqual(['🥇\u00a01', 'Ann', '30'])
    expect(await ann.command('board Q4')).toContain('Nobody has reported Calls')
    expect(await ann.command('board next week')).toMatch(/has not begun yet/)
    expect(await bo.command('排行 上周')).toContain('*电话量排行榜 · 2月23日至3月1日*')
    expect(await bo.command('排行 第一季度电话')).toContain('*电话量排行榜 · 2026年第1季度*')
  })

  test('says what it does not know', async () => {
    expect(await ann.command('board fortnight <!here>')).toBe(
      'I do not know “fortnight &lt;!here&gt;”. For example: `/kpi board week calls`. Periods: week, last month, 2026-11, Q3 … Metrics: Calls, Follow-ups, Lead-to-customer rate, Leads converted, New customers, New revenue, Proposal win rate, Proposals sent, Visits.',
    )
    expect(await ann.command('board week new')).toContain('Metrics: New customers, New revenue.')
  })

  test('is for the team: its members and its manager, nobody else', async () => {
    await on('2026-03-02', 'calls 10')
    expect(await boss.command('board', team.channelId)).toContain('1. Ann: 10')
    expect(boss.replies.at(-1)!.text).not.toContain('You’re')
    const stranger = typist(context, { ...team.people[0]!, userId: 'USTRANGER', isAdmin: true })
    expect(await stranger.command('board', team.channelId)).toBe(
      'The board of this channel is for its team. <@UBOSS> can add you.',
    )
    expect(await stranger.command('board')).toMatch(/in no team/)
  })

  test('of several teams it shows the one of the channel, and asks elsewhere', async () => {
    const south = await smallTeam(database.db, [{ name: 'Ann' }], {
      workspaceId: team.workspaceId,
      settings: { name: 'South' },
    })
    expect(await ann.command('board')).toContain('Which team')
    expect(await ann.command('board', south.channelId)).toMatch(/^\*Leaderboard/)
  })
})

describe('"My place" under a posted board', () => {
  const value = (more: object = {}) =>
    JSON.stringify({ team: team.teamId, period: 'day', from: '2026-03-02', ...more })

  test('is answered by the board as it stands in the channel, privately', async () => {
    await on('2026-03-02', 'calls 10')
    await on('2026-03-02', 'calls 12', bo)
    await database.db.transaction((tx) => postDayBoard(tx, context, { ...team, date: date('2026-03-02') }))
    await on('2026-03-02', 'calls 90')
    expect(await ann.click(BOARDS.myPlace, value())).toBe(
      '*Leaderboard: Calls · Mon, Mar 2*\nYou’re *1st* of 2 by Calls, with 100.\nBelow you: Bo, 12.',
    )
    expect(await bo.click(BOARDS.myPlace, value())).toContain('您的电话量排第 *2* 名（共 2 人）：12 通。')
    expect(await boss.click(BOARDS.myPlace, value())).toContain('You are not on this board')
  })

  test('a forged or old button, and somebody else’s team', async () => {
    for (const forged of ['', '{}', value({ from: 'x' }), value({ period: 'year' })])
      expect(await ann.click(BOARDS.myPlace, forged)).toMatch(/no longer kept/)
    expect(await ann.click(BOARDS.myPlace, value({ from: '2020-01-01' }))).toMatch(/no longer kept/)
    const other = await smallTeam(database.db, [{ name: 'Zed' }])
    expect(await ann.click(BOARDS.myPlace, value({ team: other.teamId }))).toBe(
      'This board is for its team only.',
    )
  })
})

describe('/kpi help', () => {
  test('members, managers, strangers and guests each see what they can do', async () => {
    expect(await ann.command('help')).not.toContain('/kpi setup')
    expect(JSON.stringify(ann.replies.at(-1)!.blocks)).toMatch(/"standup".*"log".*"me".*"board"/)
    expect(await boss.command('')).toContain('`/kpi correct @name`')
    expect(JSON.stringify(boss.replies.at(-1)!.blocks)).toContain('Team settings')
    expect(await bo.command('帮助')).toContain('`/kpi 排行 本月 拜访`')
    const stranger = { ...team.people[0]!, userId: 'USTRANGER' }
    expect(await typist(context, stranger).command('?')).toContain('`/kpi setup` starts one')
    expect(await typist(context, { ...stranger, isGuest: true }).command('help')).not.toContain('/kpi setup')
  })
})

describe('/kpi correct', () => {
  const totals = async (day: string, index = 0) => {
    const { workspaceId, memberId } = team.members[index]!
    return dayTotals(database.db, workspaceId, memberId, date(day))
  }

  test('corrects a number of any day, with a reason and a trail', async () => {
    await on('2026-02-10', 'calls 30')
    await boss.command('correct <@UAnn|ann>')
    await boss.choose('Day', '2026-02-10')
    expect(initialOf(boss.views.at(-1)!, 'Calls')).toBe('30')
    expect(wordsIn(boss.views.at(-1)!)).toMatch(/\+30 · Ann, Tue, Feb 10 2:00/)
    expect(await boss.submit({ Calls: '36', Reason: '  list was\ncut short ' })).toEqual({ kind: 'close' })
    expect((await totals('2026-02-10')).calls).toEqual({
      value: 36,
      late: true,
      implausible: false,
      correctedUp: true,
    })
    const [entry] = await trailOf(database.db, { ...team.members[0]!, date: date('2026-02-10') }, 'calls', 5)
    expect(entry).toMatchObject({
      value: 6,
      source: 'correction',
      enteredBy: 'UBOSS',
      reason: 'list was cut short',
    })
    await boss.command('更正 <@UAnn>')
    await boss.choose('Day', '2026-02-10')
    expect(wordsIn(boss.views.at(-1)!)).toMatch(/\+6 · Boss, .* · list was cut short/)
  })

  const toldOf = async (index: number) => {
    const rows = await database.db.select().from(messages).where(eq(messages.kind, 'number-corrected'))
    const own = rows.filter(
      ({ subject }) => (subject as { memberId: string }).memberId === team.members[index]!.memberId,
    )
    return Promise.all(own.map((message) => factsOf(database.db, message, context.clock.now())))
  }

  test('the member is told once of each: by whom, from what to what, and why', async () => {
    await on('2026-02-10', 'calls 30')
    await boss.command('correct <@UAnn>')
    await boss.choose('Day', '2026-02-10')
    const handedIn = { Calls: '36', Reason: 'list was cut short' }
    await boss.submit(handedIn)
    await boss.submit(handedIn)
    const first = { byUserId: 'UBOSS', date: date('2026-02-10'), before: 30, after: 36 }
    expect(await toldOf(0)).toMatchObject([{ ...first, reason: 'list was cut short' }])
    await boss.command('correct <@UAnn>')
    await boss.choose('Day', '2026-02-10')
    await boss.submit({ Calls: '35', Reason: 'counted again' })
    const told = await toldOf(0)
    expect(told).toHaveLength(2)
    expect(told).toContainEqual(expect.objectContaining({ before: 36, after: 35 }))
    expect(told).toContainEqual(expect.objectContaining(first))
  })

  test('numbers of the day before joining, which the first standup asks for, can be corrected too', async () => {
    await database.db
      .update(members)
      .set({ joinedOn: date('2026-03-03') })
      .where(eq(members.memberId, team.members[0]!.memberId))
    const correct = async (day: string, typed: Record<string, string>) => {
      await boss.command('correct <@UAnn>')
      await boss.choose('Day', day)
      return boss.submit(typed)
    }
    expect(await correct('2026-02-27', { Calls: '8', Reason: 'x' })).toMatchObject({ kind: 'errors' })
    expect(await correct('2026-03-02', { Calls: '8', Reason: 'none reported' })).toEqual({ kind: 'close' })
    expect(await correct('2026-03-02', { Calls: '33', Reason: 'CRM says so' })).toEqual({ kind: 'close' })
    expect((await totals('2026-03-02')).calls?.value).toBe(33)
  })

  test('of a number that was not there before', async () => {
    await boss.command('correct <@UBo>')
    await boss.choose('Day', '2026-02-11')
    await boss.submit({ Calls: '8', Reason: 'was ill' })
    expect(await toldOf(1)).toMatchObject([{ before: null, after: 8 }])
  })

  test('the first number of a day keeps its reason too', async () => {
    await boss.command('correct <@UBo>')
    await boss.choose('Day', '2026-02-11')
    await boss.submit({ Calls: '8', Reason: 'was ill' })
    const [entry] = await trailOf(database.db, { ...team.members[1]!, date: date('2026-02-11') }, 'calls', 5)
    expect(entry).toMatchObject({ value: 8, reason: 'was ill' })
  })

  test('without reason or number, unchanged, in the future, before joining: an error at the field', async () => {
    await on('2026-03-03', 'calls 30')
    await boss.command('correct <@UAnn>')
    const errorsOf = async (typed: Record<string, string>) => {
      const result = await boss.submit(typed)
      return result.kind === 'errors' ? Object.values(result.errors).join(' ') : result.kind
    }
    expect(await errorsOf({ Calls: '31' })).toMatch(/say why/)
    expect(await errorsOf({ Calls: '', Reason: 'x' })).toMatch(/right number/)
    expect(await errorsOf({ Reason: 'x' })).toBe('It is 30 already.')
    expect(await errorsOf({ Calls: '999', Reason: 'x' })).toMatch(/above 500/)
    await boss.choose('Day', '2026-03-04')
    expect(await errorsOf({ Calls: '3', Reason: 'x' })).toMatch(/not come yet/)
    await boss.choose('Day', '2026-01-01')
    expect(await errorsOf({ Calls: '3', Reason: 'x' })).toMatch(/Ann was not in the team/)
    expect((await totals('2026-03-03')).calls!.value).toBe(30)
  })

  test('another metric of the role', async () => {
    await boss.command('correct <@UAnn>')
    await boss.choose('Metric', 'newRevenue')
    expect(labelsOf(boss.views.at(-1)!)).toContain('New revenue (EUR)')
    await boss.submit({ 'New revenue (EUR)': '99.95', Reason: 'invoice' })
    expect((await totals('2026-03-03')).newRevenue!.value).toBe(9995)
  })

  test('only the manager of that team may correct, even with a forged form', async () => {
    expect(await ann.command('correct <@UBo>')).toMatch(/in no team that you manage/)
    expect(await boss.command('correct someone')).toMatch(/Whose number/)
    expect(await boss.command('correct <@UNOBODY>')).toMatch(/in no team that you manage/)
    await boss.command('correct <@UBo>')
    ann.views.push(boss.views.at(-1)!)
    expect(await ann.submit({ Calls: '3', Reason: 'mine' })).toMatchObject({ kind: 'errors' })
    const other = await smallTeam(database.db, [{ name: 'Zed' }])
    const stolen = { ...JSON.parse(boss.views.at(-1)!.private_metadata!), team: other.teamId, user: 'UZed' }
    boss.views.push({ ...boss.views.at(-1)!, private_metadata: JSON.stringify(stolen) })
    expect(await boss.submit({ Calls: '3', Reason: 'theirs' })).toMatchObject({ kind: 'errors' })
    const entries = await database.db.execute(
      sql`select 1 from activity where team_id in (${team.teamId}, ${other.teamId})`,
    )
    expect(entries).toHaveLength(0)
  })
})
