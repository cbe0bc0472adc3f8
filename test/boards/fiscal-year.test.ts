// A workspace names the month in which its fiscal year starts: boards and targets of quarters and years follow.
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { parseBoardWords } from '../../src/boards/domain/board-words.ts'
import { type BoardReader, showBoard } from '../../src/boards/flows/show-board.ts'
import { logNumbers } from '../../src/numbers/flows/log-numbers.ts'
import { namesOfMetrics } from '../../src/numbers/slack/metric-names.ts'
import { auditEvents } from '../../src/org/audit/db/audit.sql.ts'
import { loadTeam } from '../../src/org/db/teams.ts'
import { changeWorkspace } from '../../src/org/flows/change-workspace.ts'
import { openTarget } from '../../src/targets/flows/open-target.ts'
import { type SmallTeam, smallTeam } from '../numbers/small-team.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const database = usesDatabase()
let context: TestContext
let team: SmallTeam

beforeAll(async () => {
  context = testContext(database.db, '2026-03-10T11:00:00Z')
  team = await smallTeam(context.db, [{ name: 'Ann' }])
})

const boss = () => testPerson(team.workspaceId, 'UBOSS')
const startIn = (fiscalYearStart: number | null, isAdmin = true) =>
  changeWorkspace(context, testPerson(team.workspaceId, 'UADMIN', { isAdmin }), {
    ...{ setupRight: { who: 'everybody' }, fiscalYearStart },
  })

const log = (calls: number, on: string) =>
  logNumbers(context, {
    ...{ who: team.people[0]!, teamId: team.teamId, date: Temporal.PlainDate.from(on) },
    ...{ values: { calls }, how: 'add', source: 'command', sourceKey: `line:${crypto.randomUUID()}` },
  })

/** The board's first and last day, and Ann's calls. */
async function board(text: string) {
  const parse: BoardReader['parse'] = (typed, { metrics }, view) =>
    parseBoardWords(typed, namesOfMetrics(metrics), view)
  const reader = { who: boss(), now: context.clock.now(), parse }
  const shown = await showBoard(context.db, reader, { teamId: team.teamId }, text)
  if (!shown.ok) return shown.reason
  const { period, ranked } = shown.facts.board
  return `${period.from} ${period.to}: ${ranked[0]?.value ?? 0}`
}

async function targetPeriods() {
  const found = (await loadTeam(context.db, team.workspaceId, team.teamId))!
  const { periods } = await openTarget(context.db, found, context.clock.now())
  return periods.filter(({ kind }) => kind === 'quarter').map(({ from, to }) => `${from} ${to}`)
}

test('until an admin chooses, it is the calendar year', async () => {
  context.moveTo('2026-01-09T11:00:00Z')
  await log(5, '2026-01-09')
  context.moveTo('2026-02-06T11:00:00Z')
  await log(7, '2026-02-06')
  context.moveTo('2026-03-10T11:00:00Z')
  expect(await board('quarter calls')).toBe('2026-01-01 2026-03-31: 12')
  expect(await board('year calls')).toBe('2026-01-01 2026-12-31: 12')
  expect(await targetPeriods()).toEqual(['2026-01-01 2026-03-31', '2026-04-01 2026-06-30'])
})

test('from then on the quarters and years of boards and targets start in that month', async () => {
  expect(await startIn(2)).toMatchObject({ ok: true, fiscalYearStart: 2 })
  expect(await board('quarter calls')).toBe('2026-02-01 2026-04-30: 7')
  expect(await board('last quarter calls')).toBe('2025-11-01 2026-01-31: 5')
  expect(await board('year calls')).toBe('2026-02-01 2027-01-31: 7')
  expect(await board('Q4 calls')).toBe('2025-11-01 2026-01-31: 5')
  expect(await targetPeriods()).toEqual(['2026-02-01 2026-04-30', '2026-05-01 2026-07-31'])
  // Months and weeks are the calendar's.
  expect(await board('month calls')).toBe('2026-03-01 2026-03-31: 0')
})

test('an admin alone changes it; it is on record, and a form that does not ask for it leaves it', async () => {
  expect(await startIn(7, false)).toEqual({ ok: false, reason: 'not-allowed' })
  expect(await startIn(null)).toMatchObject({ ok: true, fiscalYearStart: 2 })
  const kept = await context.db.select().from(auditEvents).where(eq(auditEvents.kind, 'fiscal-year-changed'))
  expect(kept).toMatchObject([
    { actorUserId: 'UADMIN', before: { month: 1 }, after: { month: 2 }, screen: '/kpi workspace' },
  ])
})
