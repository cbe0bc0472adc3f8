// The recap of a week: what it counts, from the numbers; that late ones change it in place; and how it reads.
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { BOT } from '../../src/app/features.ts'
import { boardSnapshots } from '../../src/boards/db/boards.sql.ts'
import type { BoardFacts } from '../../src/boards/domain/message-facts.ts'
import { personalRecords, type Recap } from '../../src/boards/domain/recap.ts'
import { postBoard } from '../../src/boards/flows/post-board.ts'
import { renderBoard } from '../../src/boards/slack/board-message.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import { presetFor } from '../../src/numbers/domain/presets.ts'
import { logNumbers } from '../../src/numbers/flows/log-numbers.ts'
import { recordDay } from '../../src/numbers/flows/record-activity.ts'
import type { Member } from '../../src/org/domain/team.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import type { OutboxMessage } from '../../src/outbox/db/messages.ts'
import type { TeamProgress } from '../../src/targets/domain/team-progress.ts'
import { type SmallTeam, smallTeam } from '../numbers/small-team.ts'
import { type TestContext, testContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { factsOf } from '../support/message-facts.ts'

const date = Temporal.PlainDate.from
const HOSTILE = '<!channel> *bold* & <https://evil.example|x>\u202e `code`'
const SUNDAY = date('2026-03-08')

const database = usesDatabase()
let context: TestContext
let team: SmallTeam

beforeAll(async () => {
  context = testContext(database.db)
})
beforeEach(async () => {
  team = await smallTeam(database.db, [{ name: 'Ann' }, { name: 'Ben' }])
  context.moveTo('2026-03-09T10:00:00Z')
})

const member = (name: string) => team.members.find(({ userId }) => userId === `U${name}`)!

async function enter(of: Member, values: Record<string, number>, day: string) {
  await database.db.transaction((tx) =>
    recordDay(tx, {
      ...{ ...of, date: date(day), values, metrics: team.metrics, source: 'form', sourceKey: randomUUID() },
      ...{ enteredBy: of.userId, now: context.clock.now(), late: false, implausible: [] },
    }),
  )
}

const post = () =>
  database.db.transaction((tx) =>
    postBoard(tx, context, {
      ...{ workspaceId: team.workspaceId, teamId: team.teamId },
      ...{ period: 'week', date: SUNDAY },
    }),
  )

async function posted(): Promise<{ facts: BoardFacts; recap: Recap; version: number }> {
  const { teamId } = team
  const [row] = await database.db.select().from(boardSnapshots).where(eq(boardSnapshots.teamId, teamId))
  const found = await database.db.select().from(messages).where(eq(messages.teamId, teamId))
  const [message] = found.filter(({ kind }) => kind === 'board')
  const facts = await factsOf<BoardFacts>(database.db, message as OutboxMessage, context.clock.now())
  return { facts: facts!, recap: row!.rows.recap!, version: message!.version }
}

describe('personal records', () => {
  const standing = (key: string, actual: number | null, more = {}) => ({
    metric: { ...team.metrics.find((metric) => metric.key === key)!, ...more },
    actual,
  })
  const recordsOf = (metrics: object[], earlier: [metric: string, weeks: number, best: number][]) => {
    const people = [{ member: member('Ann'), metrics }] as unknown as TeamProgress['people']
    const { memberId } = member('Ann')
    const weeks = earlier.map(([metric, count, best]) => ({ memberId, metric, weeks: count, best }))
    return personalRecords({ people }, weeks).map(({ metric, value }) => [metric, value])
  }

  test('one for each person, the first of the role’s numbers, above all of at least four weeks', () => {
    const both = [standing('calls', 41), standing('visits', 9)]
    expect(
      recordsOf(both, [
        ['calls', 4, 40],
        ['visits', 9, 3],
      ]),
    ).toEqual([['calls', 41]])
    expect(
      recordsOf(both, [
        ['calls', 4, 41],
        ['visits', 9, 3],
      ]),
    ).toEqual([['visits', 9]])
    expect(recordsOf(both, [['calls', 3, 1]])).toEqual([])
    expect(recordsOf([standing('calls', null)], [['calls', 9, 1]])).toEqual([])
  })

  test('not of a number that should be low, nor of a rate', () => {
    expect(recordsOf([standing('calls', 41, { higherIsBetter: false })], [['calls', 9, 1]])).toEqual([])
    expect(recordsOf([standing('calls', 41, { kind: 'level' })], [['calls', 9, 1]])).toEqual([])
  })
})

describe('the recap', () => {
  test('the team’s totals stand against the week before, and a best week is told', async () => {
    for (const week of ['2026-02-02', '2026-02-09', '2026-02-16', '2026-02-23'])
      await enter(member('Ann'), { calls: 40 }, week)
    await enter(member('Ann'), { calls: 30 }, '2026-03-02')
    await enter(member('Ann'), { calls: 11, visits: 2 }, '2026-03-06')
    await enter(member('Ben'), { calls: 9 }, '2026-03-03')
    expect(await post()).toEqual({ ok: true })
    const { recap, facts } = await posted()
    expect(recap.totals).toEqual([
      { metric: 'calls', value: 50, before: 40, target: null, attainment: null },
      { metric: 'visits', value: 2, before: null, target: null, attainment: null },
    ])
    expect(recap.records).toEqual([{ userId: 'UAnn', metric: 'calls', value: 41 }])
    const { text } = renderBoard(facts, BOT.translator('en'))
    expect(text).toContain('Recap of the week · Mar 2 to Mar 8')
    expect(text).toContain('*Calls* 50 · ▲25% on the week before')
    expect(text).toContain('🏆 First by Calls: Ann, 41')
    expect(text).toContain('⭐ Best week so far: Ann (Calls 41)')
  })

  test('a late number changes it in place, with a mark; the same again changes nothing', async () => {
    await enter(member('Ann'), { calls: 30 }, '2026-03-06')
    await post()
    const before = await posted()
    context.moveTo('2026-03-09T12:00:00Z')
    const ben = team.people.find(({ userId }) => userId === 'UBen')!
    const log = (visits: number) =>
      logNumbers(context, {
        ...{ who: ben, teamId: team.teamId, date: date('2026-03-06'), values: { visits } },
        ...{ how: 'set', source: 'form', sourceKey: randomUUID() },
      })
    expect(await log(3)).toMatchObject({ ok: true })
    const after = await posted()
    expect(before.recap.totals.map(({ metric }) => metric)).toEqual(['calls'])
    expect(after.recap.totals.map(({ metric, value }) => [metric, value])).toEqual([
      ['calls', 30],
      ['visits', 3],
    ])
    expect(after.version).toBe(before.version + 1)
    expect(after.facts.revised).not.toBeNull()
    await log(3)
    expect((await posted()).version).toBe(after.version)
  })

  test('a week’s part of a target is said in whole money', async () => {
    await enter(member('Ann'), { calls: 30 }, '2026-03-06')
    await post()
    const { facts } = await posted()
    const [metric] = presetFor('hunter', 'EUR').filter(({ key }) => key === 'newRevenue')
    const total = { metric: metric!, value: 4_504_000, before: null, target: 6_153_849, attainment: 0.73 }
    const { text } = renderBoard(
      { ...facts, recap: { totals: [total], records: [], deals: null } },
      BOT.translator('en'),
    )
    expect(text).toContain('€45,040 · 73% of the target (€61,538)')
  })

  test.each(
    LOCALES.flatMap((locale) => (['all', 'top', 'none'] as const).map((names) => [locale, names] as const)),
  )('Slack takes it, however long: %s, names %s', async (locale, names) => {
    await enter(member('Ann'), { calls: 30 }, '2026-03-06')
    await post()
    const { facts } = await posted()
    const metric = { ...facts.metric!, label: `${HOSTILE}${'长'.repeat(200)}` }
    const total = { metric, value: 123_456_789, before: 1, target: 2, attainment: 61_728_394 }
    const userIds = Array.from({ length: 300 }, (_, index) => `U${index}`)
    const long: BoardFacts = {
      ...{
        ...facts,
        names,
        nameOf: Object.fromEntries(userIds.map((userId) => [userId, `${userId}${HOSTILE}`])),
      },
      board: { ...facts.board, improved: { by: 5, userIds } },
      recap: {
        totals: Array.from({ length: 40 }, (_, index) => ({ ...total, before: [null, 0, 1][index % 3]! })),
        records: userIds.map((userId) => ({ userId, metric, value: 9 })),
        deals: {
          ...{ count: 9_999, amounts: userIds.map(() => ({ metric, value: 123_456_789 })) },
          favourite: { userId: 'U0', metric, value: 123_456_789, reactedBy: 300 },
        },
      },
    }
    const message = renderBoard(long, BOT.translator(locale))
    expect(checkMessage({ ...message })).toEqual([])
    expect(message.text).not.toMatch(/<[!@h]|\u202e|undefined|null|NaN/)
    if (names === 'none') expect(message.text).not.toMatch(/U\d/)
  })
})
