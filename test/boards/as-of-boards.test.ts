// Boards of the past: 'as of' shows what was posted, whatever came later, and as of now it is the board as it stands.
import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { parseBoardWords } from '../../src/boards/domain/board-words.ts'
import { rowsOf } from '../../src/boards/domain/leaderboard.ts'
import { computeBoard } from '../../src/boards/flows/board.ts'
import { postBoard } from '../../src/boards/flows/post-board.ts'
import { type BoardReader, showBoard } from '../../src/boards/flows/show-board.ts'
import { logNumbers } from '../../src/numbers/flows/log-numbers.ts'
import { namesOfMetrics } from '../../src/numbers/slack/metric-names.ts'
import type { Measure } from '../../src/org/domain/team.ts'
import { type SmallTeam, smallTeam, takeLeave } from '../numbers/small-team.ts'
import { type TestContext, testContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const date = Temporal.PlainDate.from
const SUNDAY = date('2026-03-08')
const FRIDAY = date('2026-03-06')

const database = usesDatabase()
let context: TestContext
let team: SmallTeam

beforeAll(async () => {
  context = testContext(database.db)
  team = await smallTeam(database.db, [{ name: 'Ann' }, { name: 'Ben' }, { name: 'Cy' }])
})

const person = (name: string) => team.people.find(({ userId }) => userId === `U${name}`)!
async function log(name: string, day: Temporal.PlainDate, values: Record<string, number>) {
  const logged = await logNumbers(context, {
    ...{ who: person(name), teamId: team.teamId, date: day, values },
    ...{ how: 'set', source: 'form', sourceKey: randomUUID() },
  })
  expect(logged.ok).toBe(true)
}

async function shown(typed: string) {
  const parse: BoardReader['parse'] = (words, { metrics }, view) =>
    parseBoardWords(words, namesOfMetrics(metrics), view)
  const reader = { who: person('Ann'), now: context.clock.now(), parse }
  const answer = await showBoard(database.db, reader, { channelId: team.channelId }, typed)
  if (!answer.ok) return answer.reason
  return answer.facts.board.ranked.map(({ userId, rank, value }) => `${rank} ${userId.slice(1)} ${value}`)
}

test('a week as it was posted, and as it stands after late numbers, a correction and leave', async () => {
  const { workspaceId, teamId } = team
  context.moveTo('2026-03-06T18:00:00Z')
  await log('Ann', FRIDAY, { calls: 30 })
  await log('Ben', FRIDAY, { calls: 20 })
  context.moveTo('2026-03-09T10:00:00Z')
  await database.db.transaction((tx) =>
    postBoard(tx, context, { workspaceId, teamId, period: 'week', date: SUNDAY }),
  )
  expect(await shown('last week')).toEqual(['1 Ann 30', '2 Ben 20'])
  context.moveTo('2026-03-09T12:00:00Z')
  await log('Cy', FRIDAY, { calls: 50 })
  await log('Ben', FRIDAY, { calls: 35 })
  context.moveTo('2026-03-10T12:00:00Z')
  await takeLeave(database.db, team.members[0]!, '2026-03-02', '2026-03-05', '2026-03-10T12:00:00Z')
  expect(await shown('last week')).toEqual(['1 Cy 50', '2 Ben 35'])
  // A date alone: as first posted.
  expect(await shown('last week as of Mar 9')).toEqual(['1 Ann 30', '2 Ben 20'])
  expect(await shown('上周 截至3月9日')).toEqual(['1 Ann 30', '2 Ben 20'])
  // Not posted on the date: at its midnight. With a time: just then, by the team's clock.
  expect(await shown('last week as of Mar 7')).toEqual(['1 Ann 30', '2 Ben 20'])
  expect(await shown('last week as of Mar 6 12:00')).toEqual([])
  expect(await shown('last week as of Mar 9 14:00')).toEqual(['1 Cy 50', '2 Ben 35', '3 Ann 30'])
  expect(await shown('last week as of Mar 1')).toBe('not-come')
  expect(await shown('last week as of yore')).toBe('as-of-unread')
})

test('as of now a board is the board as it stands, by every measure', async () => {
  const { workspaceId, teamId } = team
  const now = context.clock.now()
  const measures: Measure[] = [
    { kind: 'points' },
    { kind: 'metric', metric: 'calls' },
    { kind: 'metric', metric: 'proposalWinRate' },
    { kind: 'attainment', metric: null },
  ]
  for (const measure of measures)
    for (const period of ['day', 'week', 'month'] as const) {
      const request = { workspaceId, teamId, period, date: FRIDAY, measure }
      const stands = await computeBoard(database.db, request)
      const asOf = await computeBoard(database.db, { ...request, asOf: now })
      expect(rowsOf(asOf!.board)).toEqual(rowsOf(stands!.board))
    }
})
