// The deals in the recap of a week: how many, for how much, and which one colleagues reacted to most.
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import type { BoardFacts } from '../../src/boards/domain/message-facts.ts'
import { recapDeals } from '../../src/boards/domain/recap.ts'
import { postBoard } from '../../src/boards/flows/post-board.ts'
import { renderBoard } from '../../src/boards/slack/board-message.ts'
import type { TeamSettings } from '../../src/org/domain/team.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import type { OutboxMessage } from '../../src/outbox/db/messages.ts'
import { smallTeam } from '../numbers/small-team.ts'
import { typist } from '../numbers/typist.ts'
import { testContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { factsOf } from '../support/message-facts.ts'

const database = usesDatabase()

const deal = (userId: string, amount: number, reactedBy: number, metricKey = 'newRevenue') => ({
  ...{ userId, amount, reactedBy, metricKey },
})

test('most reactions make the favourite, of equally many the larger deal; without any there is none', () => {
  const all = [
    deal('UAnn', 500, 2),
    deal('UBen', 900, 2),
    deal('UAnn', 9000, 0),
    deal('UBen', 7, 1, 'renewals'),
  ]
  expect(recapDeals(all)).toEqual({
    count: 4,
    amounts: [
      { metric: 'newRevenue', value: 10_400 },
      { metric: 'renewals', value: 7 },
    ],
    favourite: { userId: 'UBen', metric: 'newRevenue', value: 900, reactedBy: 2 },
  })
  expect(recapDeals([deal('UAnn', 500, 0)])?.favourite).toBeNull()
  expect(recapDeals([])).toBeUndefined()
})

/** Ann signs two deals on a Monday, of which one is undone, and two colleagues applaud. */
async function weekOf(settings: Partial<TeamSettings>): Promise<BoardFacts> {
  const people = [{ name: 'Ann' }, { name: 'Ben' }]
  const team = await smallTeam(database.db, people, { settings })
  const { workspaceId, teamId, channelId } = team
  const context = testContext(database.db, '2026-03-02T10:00:00Z')
  const ann = typist(context, team.people[0]!)
  await ann.command('log signed Hengxin 5,000', channelId)
  await database.db.execute(sql`
    insert into win_reactions (workspace_id, source_id, user_id, reaction, reacted_at)
    select workspace_id, source_id, u, 'tada', now() from wins, unnest(array['UBen', 'UCy']) u where workspace_id = ${workspaceId}`)
  await ann.command('log signed Acme 9,000', channelId)
  await ann.press('Undo')
  await ann.command('log calls 5', channelId)
  context.moveTo('2026-03-09T10:00:00Z')
  const date = Temporal.PlainDate.from('2026-03-08')
  await database.db.transaction((tx) => postBoard(tx, context, { workspaceId, teamId, period: 'week', date }))
  const found = await database.db.select().from(messages)
  const board = found.find((one) => one.kind === 'board' && one.teamId === teamId)
  return (await factsOf<BoardFacts>(database.db, board as OutboxMessage, context.clock.now()))!
}

test('what was undone does not count; the name stands where the team shows names', async () => {
  const facts = await weekOf({ wins: 'all' })
  const { text } = renderBoard(facts, BOT.translator('en'))
  expect(text).toContain('🎉 1 deal, €5,000 · most reactions: Ann’s €5,000 (2 colleagues)')
  expect(text).not.toContain('Hengxin')
  const unnamed = renderBoard({ ...facts, names: 'none' }, BOT.translator('en')).text
  expect(unnamed).toContain('🎉 1 deal, €5,000')
  expect(unnamed).not.toMatch(/Ann|colleague/)
  expect(renderBoard(facts, BOT.translator('zh-CN')).text).toContain('🎉 签单 1 笔，共')
})

test('a team that does not celebrate deals is told of none', async () => {
  expect((await weekOf({ wins: 'none' })).recap?.deals).toBeNull()
})
