// After random late entries, changes and undos, 'as of' any instant shows what hung in the channel then: ranks, marks, movement, recap.
import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { boardSnapshots } from '../../src/boards/db/boards.sql.ts'
import { parseBoardWords } from '../../src/boards/domain/board-words.ts'
import { rowsOf } from '../../src/boards/domain/leaderboard.ts'
import { computeBoard } from '../../src/boards/flows/board.ts'
import { loadSnapshot } from '../../src/boards/flows/facts/board.ts'
import { postBoard } from '../../src/boards/flows/post-board.ts'
import { refreshBoards } from '../../src/boards/flows/refresh-boards.ts'
import { showBoard } from '../../src/boards/flows/show-board.ts'
import { teamTotalsAsOf } from '../../src/numbers/db/ledger-days.ts'
import { teamTotals } from '../../src/numbers/db/totals.ts'
import { logNumbers } from '../../src/numbers/flows/log-numbers.ts'
import { recordDay } from '../../src/numbers/flows/record-activity.ts'
import { undoAndAnnounce } from '../../src/numbers/flows/undo-activity.ts'
import { namesOfMetrics } from '../../src/numbers/slack/metric-names.ts'
import { type SmallTeam, smallTeam } from '../numbers/small-team.ts'
import { type TestContext, testContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const date = Temporal.PlainDate.from
const FRIDAY = date('2026-03-06')
const NAMES = ['Ann', 'Ben', 'Cy', 'Dee']

const database = usesDatabase()
let context: TestContext
beforeAll(async () => {
  context = testContext(database.db)
})

/** The same numbers for the same seed. */
function chance(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * below)
  }
}

async function log(team: SmallTeam, name: string, value: number, how: 'set' | 'add', sourceKey: string) {
  const who = team.people.find(({ userId }) => userId === `U${name}`)!
  return logNumbers(context, {
    ...{ who, teamId: team.teamId, date: FRIDAY, values: { calls: value } },
    ...{ how, source: 'form', sourceKey },
  })
}

const post = (team: SmallTeam, period: 'day' | 'week', day: string) =>
  database.db.transaction((tx) =>
    postBoard(tx, context, { workspaceId: team.workspaceId, teamId: team.teamId, period, date: date(day) }),
  )

/** A manager's change of the week before, which moves places on this one. */
async function changeWeekBefore(team: SmallTeam, place: number, value: number) {
  const member = team.members[place]!
  const day = date('2026-02-27')
  await database.db.transaction(async (tx) => {
    await recordDay(tx, {
      ...{ ...member, date: day, values: { calls: value }, metrics: team.metrics, source: 'correction' },
      ...{
        sourceKey: randomUUID(),
        enteredBy: 'UBOSS',
        now: context.clock.now(),
        late: true,
        implausible: [],
      },
    })
    await refreshBoards(tx, context, { workspaceId: team.workspaceId, teamId: team.teamId, date: day })
  })
}

async function stored(team: SmallTeam, period: 'day' | 'week', from: string) {
  const { teamId } = team
  const of = [eq(boardSnapshots.period, period), eq(boardSnapshots.fromDate, date(from))]
  const [row] = await database.db
    .select()
    .from(boardSnapshots)
    .where(and(eq(boardSnapshots.teamId, teamId), ...of))
  return row!.rows
}

const SERIES = [
  { period: 'day', from: '2026-03-06', to: '2026-03-06' },
  { period: 'week', from: '2026-03-02', to: '2026-03-08' },
] as const

test.each([1, 2])('seed %i', async (seed) => {
  const below = chance(seed)
  const team = await smallTeam(
    database.db,
    NAMES.map((name) => ({ name })),
  )
  const { workspaceId, teamId } = team
  context.moveTo('2026-02-27T18:00:00Z')
  for (const [place] of NAMES.entries()) await changeWeekBefore(team, place, 10 + below(30))
  context.moveTo('2026-03-02T10:00:00Z')
  await post(team, 'week', '2026-03-01')
  context.moveTo('2026-03-06T18:00:00Z')
  for (const name of NAMES.slice(0, 3)) await log(team, name, 10 + below(30), 'set', randomUUID())
  context.moveTo('2026-03-09T10:00:00Z')
  await post(team, 'day', '2026-03-06')
  await post(team, 'week', '2026-03-08')

  const keys: { name: string; key: string }[] = []
  const seen: { at: Temporal.Instant; day: object; week: object }[] = []
  const look = async () =>
    seen.push({
      at: context.clock.now(),
      day: await stored(team, 'day', '2026-03-06'),
      week: await stored(team, 'week', '2026-03-02'),
    })
  await look()
  for (let step = 0; step < 14; step += 1) {
    context.moveTo(`2026-03-09T1${1 + Math.floor(step / 3)}:${10 + (step % 3) * 15}:00Z`)
    const name = NAMES[below(NAMES.length)]!
    const what = below(10)
    const key = randomUUID()
    if (what < 3 && keys.length > 0) {
      const { name: of, key: undone } = keys[below(keys.length)]!
      await undoAndAnnounce(context, team.people.find(({ userId }) => userId === `U${of}`)!, {
        sourceKey: undone,
      })
    } else if (what < 4) await changeWeekBefore(team, below(NAMES.length), 5 + below(60))
    else {
      await log(team, name, what === 9 ? 400 : below(50), what % 2 ? 'add' : 'set', key)
      keys.push({ name, key })
    }
    await look()
  }
  expect(new Set(seen.map(({ week }) => JSON.stringify(week))).size).toBeGreaterThan(5)
  expect(JSON.stringify(seen)).toContain('"marked":true')

  context.moveTo('2026-03-10T12:00:00Z')
  for (const { at, ...was } of seen)
    for (const { period, from, to } of SERIES) {
      const { recap, ...board } = was[period] as Awaited<ReturnType<typeof stored>>
      // What hung in the channel, with the recap's totals.
      const shown = await loadSnapshot(
        database.db,
        { workspaceId, teamId, period },
        date(from),
        context.clock.now(),
        at,
      )
      expect(rowsOf(shown!.board)).toEqual(board)
      expect(shown!.recap?.totals.map(({ value, before }) => [value, before])).toEqual(
        recap?.totals.map(({ value, before }) => [value, before]),
      )
      // The same from the ledger: ranks, values and marks, whatever was entered since.
      const again = await computeBoard(database.db, {
        ...{ workspaceId, teamId, period, date: date(to), measure: board.measure, asOf: at },
      })
      const still = ({ movement: _, ...row }: (typeof board.ranked)[number]) => row
      expect(again!.board.ranked.map(still)).toEqual(board.ranked.map(still))
      expect(again!.board.notRanked).toEqual(board.notRanked)
    }
  // The totals of the day with each of their marks are those of the ledger.
  const metrics = new Map(team.metrics.map((metric) => [metric.key, metric]))
  const read = await teamTotalsAsOf(
    ...([database.db, team, { from: FRIDAY, to: FRIDAY }, metrics, context.clock.now()] as const),
  )
  const calls = { summed: ['calls'], levels: [] }
  const kept = await teamTotals(database.db, workspaceId, teamId, calls, FRIDAY, FRIDAY)
  expect(await read(calls, FRIDAY, FRIDAY)).toEqual(kept)
  const reader = {
    ...{ who: team.people[0]!, now: context.clock.now() },
    parse: (
      typed: string,
      { metrics }: { metrics: Parameters<typeof namesOfMetrics>[0] },
      view: Parameters<typeof parseBoardWords>[2],
    ) => parseBoardWords(typed, namesOfMetrics(metrics), view),
  }
  const typed = await showBoard(database.db, reader, { channelId: team.channelId }, 'last week as of Mar 9')
  const { recap: posted, ...first } = seen[0]!.week as Awaited<ReturnType<typeof stored>>
  expect(typed.ok && rowsOf(typed.facts.board)).toEqual(first)
  expect(typed.ok && typed.facts.recap?.totals.map(({ value }) => value)).toEqual(
    posted!.totals.map(({ value }) => value),
  )
})
