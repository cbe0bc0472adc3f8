// Logging numbers through Slack: in a typed line, in the form, with Undo, in three languages.

import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { standups } from '../../src/checkins/standup/db/standups.sql.ts'
import { STANDUP_MESSAGES } from '../../src/checkins/standup/domain/standup-messages.ts'
import { dayTotals } from '../../src/numbers/db/totals.ts'
import { NUMBERS } from '../../src/numbers/slack/ids.ts'
import { enqueueMessage } from '../../src/outbox/flows/enqueue-message.ts'
import type { TestContext } from '../support/context.ts'
import type { TestDatabase } from '../support/database.ts'
import { TUESDAY, totalsOf, withLoggingTeam } from './logging-team.ts'
import { type SmallTeam, smallTeam } from './small-team.ts'
import { initialOf, labelsOf, type Typist, typist } from './typist.ts'

let database: TestDatabase
let context: TestContext
let team: SmallTeam
let ann: Typist
withLoggingTeam((made) => {
  ;({ database, context, team, ann } = made)
})

const member = (index = 0) => team.members[index]!
const totals = (of = member(), day = TUESDAY) => totalsOf(context, of, day)

describe('one line', () => {
  test('is saved, confirmed, added to, and undone once', async () => {
    expect(await ann.command('log calls 5, visits 2')).toBe('Logged for Tue, Mar 3: Calls 5, Visits 2.')
    expect(await totals()).toEqual({ calls: 5, visits: 2 })
    expect(await ann.command('log 3 calls')).toBe('Logged for Tue, Mar 3: Calls +3 (now 8).')
    expect(await ann.click(NUMBERS.undo)).toBe('Taken back: Calls 3 for Tue, Mar 3.')
    expect(await totals()).toEqual({ calls: 5, visits: 2 })
    expect(await ann.click(NUMBERS.undo, `line:${crypto.randomUUID()}`)).toBe(
      'There is nothing to take back here.',
    )
  })

  test('a double click on Undo undoes once', async () => {
    await ann.command('log calls 5')
    const logged = ann.replies.at(-1)!
    await ann.click(NUMBERS.undo)
    ann.replies.push(logged)
    expect(await ann.click(NUMBERS.undo)).toBe('That was taken back already.')
    expect(await totals()).toEqual({})
  })

  test('a line that Slack delivers again, to another process, counts once; the next one counts', async () => {
    await ann.command('log calls 5', 'CANY', '1.2')
    const again = typist(context, team.people[0]!)
    expect(await again.command('log calls 5', 'CANY', '1.2')).toMatch(/^Logged/)
    expect(await totals()).toEqual({ calls: 5 })
    await ann.command('log calls 5', 'CANY', '1.3')
    expect(await totals()).toEqual({ calls: 10 })
  })

  test('somebody else cannot undo it', async () => {
    await ann.command('log calls 5')
    const bo = typist(context, team.people[1]!)
    bo.replies.push(ann.replies.at(-1)!)
    expect(await bo.click(NUMBERS.undo)).toBe('只有填报人本人可以撤销。')
    expect(await totals()).toEqual({ calls: 5 })
  })

  test.each([
    [1, '填报 电话5 拜访2', '已记入3月3日（周二）：', { calls: 5, visits: 2 }],
    [1, '填报 calls 5，拜访 2', '已记入3月3日（周二）：', { calls: 5, visits: 2 }],
    [2, '填報 電話５、拜訪２', '已記入3月3日（週二）：', { calls: 5, visits: 2 }],
  ] as const)('in Chinese (%i: %s)', async (index, line, answer, expected) => {
    const person = typist(context, team.people[index]!)
    expect(await person.command(line)).toContain(answer)
    expect(await totals(member(index))).toEqual(expected)
  })

  test.each([
    [1, '业绩 3万', '已记入3月3日（周二）：'],
    [1, '业绩3万', '已记入3月3日（周二）：'],
    [2, '業績 3萬', '已記入3月3日（週二）：'],
  ] as const)(
    'a word for one’s own numbers with a number after it is logged (%i: %s)',
    async (index, line, answer) => {
      const person = typist(context, team.people[index]!)
      expect(await person.command(line)).toContain(answer)
      expect(Object.keys(await totals(member(index)))).toEqual(['newRevenue'])
      expect(await person.command(line.slice(0, 2))).not.toContain(answer)
    },
  )

  test('what is unusual is asked about first, and kept once however often it is confirmed', async () => {
    await ann.command('log calls 90')
    const question = await ann.command('log calls 30, visits 1')
    expect(question).toBe(
      'I read this as Calls +30 (now 120), Visits 1 for Tue, Mar 3. Nothing is saved yet.\nCalls would be 120 that day. Above 100 is asked about.',
    )
    expect(await totals()).toEqual({ calls: 90 })
    const asked = ann.replies.at(-1)!
    expect(await ann.click(NUMBERS.keep)).toBe('Logged for Tue, Mar 3: Calls +30 (now 120), Visits 1.')
    ann.replies.push(asked)
    await ann.click(NUMBERS.keep)
    expect(await totals()).toEqual({ calls: 120, visits: 1 })
    const marks = await dayTotals(
      database.db,
      member().workspaceId,
      member().memberId,
      Temporal.PlainDate.from(TUESDAY),
    )
    expect([marks.calls!.implausible, marks.visits!.implausible]).toEqual([true, false])
    await ann.click(NUMBERS.undo)
    expect(await totals()).toEqual({ calls: 90 })
  })

  test('too few are not unusual while the day goes on', async () => {
    await database.db.execute(
      sql`update metrics set plausible_min = 30 where team_id = ${team.teamId} and metric_key = 'calls'`,
    )
    expect(await ann.command('log calls 5')).toMatch(/^Logged/)
  })

  test.each([
    ['log cals 5', /“cals”.*You count: Calls, Follow-ups/],
    ['log calls -3', /“-3” for Calls: This cannot be below 0/],
    ['log calls 3.5', /“3.5” for Calls: Please give a whole number/],
    ['log calls 1e99', /“1e99” for Calls: Please type a number/],
    ['log calls 501', /“501” for Calls: This cannot be above 500/],
    ['log calls', /How many “calls”/],
    ['log revenue 12.345,6789', /“12.345,6789” for New revenue: At most 2 digits after the point/],
    ['log revenue $5', /“\$5” for New revenue: This is counted in EUR/],
    ['log revenue much', /“much” for New revenue: Please type an amount/],
    ['log calls 5, <!channel> 2', /“&lt;!channel&gt;”/],
  ])('%s is refused as a whole, naming the part', async (line, answer) => {
    const text = await ann.command(line)
    expect(text).toMatch(answer)
    expect(text).toContain('For example: `/kpi log Calls 5, Follow-ups 2`. Nothing was saved.')
    expect(await totals()).toEqual({})
    await ann.click(NUMBERS.openLog)
    expect(ann.views).toHaveLength(1)
  })

  test('together with what is there it cannot pass the hard bound, nor by a forged confirmation', async () => {
    await ann.command('log calls 90')
    expect(await ann.command('log calls 450')).toBe('With what is there already, Calls would be above 500.')
    const forged = (values: object) =>
      JSON.stringify({ team: team.teamId, date: TUESDAY, values, key: crypto.randomUUID() })
    expect(await ann.click(NUMBERS.keep, forged({ calls: 450 }))).toMatch(/above 500/)
    expect(await ann.click(NUMBERS.keep, forged({ calls: -5 }))).toMatch(/below 0/)
    await ann.click(NUMBERS.keep, forged({ nonsense: 5, proposalWinRate: 3 }))
    for (const value of ['', '{', '[]', '{"team":"x"}', JSON.stringify({ values: { calls: 1.5 } })])
      expect(await ann.click(NUMBERS.keep, value)).toBe('There is nothing to take back here.')
    expect(await totals()).toEqual({ calls: 90 })
  })

  test('a day that closed meanwhile is not written to', async () => {
    const value = JSON.stringify({
      team: team.teamId,
      date: '2026-02-27',
      values: { calls: 5 },
      key: crypto.randomUUID(),
    })
    expect(await ann.click(NUMBERS.keep, value)).toMatch(/closed for entries/)
    const tomorrow = value.replace('2026-02-27', '2026-03-04')
    expect(await ann.click(NUMBERS.keep, tomorrow)).toMatch(/closed for entries/)
  })

  test('nobody outside a team logs anything', async () => {
    const stranger = typist(context, { ...team.people[0]!, userId: 'USTRANGER' })
    expect(await stranger.command('log calls 5')).toMatch(/not in a team yet/)
    const value = JSON.stringify({
      team: team.teamId,
      date: TUESDAY,
      values: { calls: 5 },
      key: crypto.randomUUID(),
    })
    expect(await stranger.click(NUMBERS.keep, value)).toMatch(/not in this team any more/)
  })
})

test('posted messages of the standup that reported the day, card and summary, are updated; nothing new is posted', async () => {
  const wednesday = Temporal.PlainDate.from('2026-03-04')
  await database.db.insert(standups).values(
    [member(), member(1)].map(({ workspaceId, teamId, memberId }) => ({
      ...{ workspaceId, teamId, memberId, date: wednesday, state: 'answered' as const },
      numbersDate: Temporal.PlainDate.from(TUESDAY),
    })),
  )
  await database.db.transaction((tx) =>
    enqueueMessage(tx, context, [
      STANDUP_MESSAGES.card({ ...member(), date: wednesday }),
      STANDUP_MESSAGES.summary(team, wednesday),
    ]),
  )
  await ann.command('log calls 5')
  expect(await messageVersions()).toEqual([2, 2])
  await ann.click(NUMBERS.undo)
  expect(await messageVersions()).toEqual([3, 3])
  const bo = typist(context, team.people[1]!)
  await bo.command('log calls 5')
  expect(await messageVersions()).toEqual([3, 4])
})

async function messageVersions(): Promise<number[]> {
  const rows = await database.db.execute<{ version: number }>(
    sql`select version from messages where workspace_id = ${team.workspaceId} order by kind`,
  )
  return rows.map(({ version }) => version)
}

describe('the form', () => {
  test('opens on today with what is known, and sets the totals', async () => {
    await ann.command('log calls 5')
    await ann.command('log')
    const view = ann.views.at(-1)!
    expect(labelsOf(view)).toEqual([
      'Day',
      'Calls',
      'Follow-ups',
      'Proposals sent',
      'Visits',
      'Leads converted',
      'New customers',
      'New revenue (EUR)',
    ])
    expect(initialOf(view, 'Calls')).toBe('5')
    expect(await ann.submit({ Calls: '12', 'New revenue (EUR)': '1250.5', Visits: '' })).toEqual({
      kind: 'close',
    })
    expect(await totals()).toEqual({ calls: 12, newRevenue: 125050 })
    await ann.command('log')
    expect(initialOf(ann.views.at(-1)!, 'New revenue (EUR)')).toBe('1250.50')
  })

  test('submitted twice it is one entry', async () => {
    await ann.command('log')
    await ann.submit({ Calls: '12' })
    await ann.submit({ Calls: '12' })
    const [{ count }] = (await database.db.execute(
      sql`select count(*)::int as count from activity where team_id = ${team.teamId}`,
    )) as unknown as [{ count: number }]
    expect(count).toBe(1)
  })

  test('only days that are still open can be chosen, and another day shows its own numbers', async () => {
    await ann.shortcut()
    const dates = JSON.stringify(ann.views.at(-1)!.blocks[0]).match(/"value":"(\d{4}-\d\d-\d\d)"/g)
    expect([...new Set(dates)]).toEqual(['"value":"2026-03-03"', '"value":"2026-03-02"'])
    await ann.submit({ Calls: '7' })
    await ann.shortcut()
    await ann.choose('Day', '2026-03-02')
    expect(initialOf(ann.views.at(-1)!, 'Calls')).toBeUndefined()
    await ann.submit({ Calls: '33' })
    expect(await totals(member(), '2026-03-02')).toEqual({ calls: 33 })
    expect(await totals()).toEqual({ calls: 7 })
  })

  test('on a Monday the weekend and Friday are open; the number is late after the close that asked for it', async () => {
    context.moveTo('2026-03-09T09:00:00Z')
    await ann.shortcut()
    await ann.choose('Day', '2026-03-06')
    await ann.submit({ Calls: '30' })
    context.moveTo('2026-03-09T10:00:01Z')
    await ann.shortcut()
    await ann.choose('Day', '2026-03-06')
    await ann.submit({ Visits: '3', Calls: '31' })
    const day = await dayTotals(
      database.db,
      member().workspaceId,
      member().memberId,
      Temporal.PlainDate.from('2026-03-06'),
    )
    expect(day.visits).toMatchObject({ value: 3, late: true, correctedUp: false })
    expect(day.calls).toMatchObject({ value: 31, late: true, correctedUp: true })
  })

  test('submitted with another date than it was rendered for, it is shown again with the typed values', async () => {
    await ann.shortcut()
    const result = await ann.submit({ Day: '2026-03-02', Calls: '9' })
    expect(result.kind).toBe('update')
    expect(initialOf(ann.views.at(-1)!, 'Day')).toBe('2026-03-02')
    expect(initialOf(ann.views.at(-1)!, 'Calls')).toBe('9')
    expect(await totals()).toEqual({})
    expect((await ann.submit()).kind).toBe('close')
    expect(await totals(member(), '2026-03-02')).toEqual({ calls: 9 })
  })

  test.each([
    ['-1', /below 0/],
    ['3.5', /whole number/],
    ['1e99', /type a number/],
    ['many', /type a number/],
    ['501', /above 500/],
  ])('%s is an error at its field', async (typed, message) => {
    await ann.shortcut()
    const result = await ann.submit({ Calls: typed, Visits: '2' })
    expect(result).toMatchObject({ kind: 'errors' })
    const errors = (result as { errors: Record<string, string> }).errors
    expect(Object.keys(errors)).toHaveLength(1)
    expect(Object.keys(errors)[0]).toMatch(/^number:.*:calls$/)
    expect(Object.values(errors)[0]).toMatch(message)
    expect(await totals()).toEqual({})
  })

  test('a person in two teams chooses; the channel says which comes first', async () => {
    const south = await smallTeam(database.db, [{ name: 'Ann', role: 'account-manager' }], {
      workspaceId: team.workspaceId,
      settings: { name: 'South <b>' },
    })
    await ann.command('log', south.channelId)
    expect(initialOf(ann.views.at(-1)!, 'Team')).toBe(south.teamId)
    expect(labelsOf(ann.views.at(-1)!)).toContain('Orders')
    await ann.choose('Team', team.teamId)
    expect(labelsOf(ann.views.at(-1)!)).toContain('Calls')
    await ann.submit({ Calls: '4' })
    expect(await totals()).toEqual({ calls: 4 })
    expect(await ann.command('log orders 2', south.channelId)).toContain('Orders 2')
    expect(await totals(south.members[0]!)).toEqual({ orders: 2 })
  })

  test('forged or outdated metadata changes nothing', async () => {
    await ann.shortcut()
    const view = ann.views.at(-1)!
    for (const metadata of ['', '{}', JSON.stringify({ team: team.teamId, date: '2026-99-99', asked: {} })]) {
      ann.views.push({ ...view, private_metadata: metadata })
      expect(await ann.submit({ Calls: '5' })).toMatchObject({ kind: 'errors' })
    }
    const other = await smallTeam(database.db, [{ name: 'Zed' }])
    ann.views.push({
      ...view,
      private_metadata: JSON.stringify({ team: other.teamId, date: TUESDAY, asked: {} }),
    })
    expect(await ann.submit({ Calls: '5' })).toMatchObject({ kind: 'errors' })
    expect(await totals()).toEqual({})
  })

  test.each([1, 2])('in Chinese (%i)', async (index) => {
    const person = typist(context, team.people[index]!)
    await person.shortcut()
    const label = labelsOf(person.views.at(-1)!)[1]!
    expect((await person.submit({ [label]: '120' })).kind).toBe('push')
    expect((await person.submit()).kind).toBe('clear')
    expect(await totals(member(index))).toEqual({ calls: 120 })
  })
})
