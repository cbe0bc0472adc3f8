// Whoever takes a warning on has what they promised in their list; it goes when the warning ends, and doing it ends no warning.
import { and, asc, eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { actionItems } from '../../src/actions/db/action-items.sql.ts'
import { changeAction } from '../../src/actions/flows/change-action.ts'
import { dueItems } from '../../src/schedule/db/due.sql.ts'
import { answerWarning } from '../../src/warnings/flows/answer-warning.ts'
import { day } from '../checkins/standup/team.ts'
import { typist } from '../numbers/typist.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { bothBehind } from './both-behind.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterEach(() => database.db.delete(dueItems))
afterAll(() => database.close())

/** The boss is on Ben's urgent warning until Tuesday. */
async function takenOn() {
  const both = await bothBehind(database.db)
  const { team, boss } = both
  const urgent = (await team.open()).find(({ episode }) => episode.level === 'red')!
  const takeOn = (action: string, until: string) =>
    answerWarning(team.context, boss, urgent.episodeId, { kind: 'acknowledge', action, until: day(until) })
  expect(await takeOn('Two more calls a day', '2026-03-10')).toEqual({ ok: true })
  const items = () =>
    database.db
      .select()
      .from(actionItems)
      .where(and(eq(actionItems.workspaceId, team.workspaceId), eq(actionItems.originKind, 'warning')))
      .orderBy(asc(actionItems.actionId))
  const stateNow = async () =>
    (await team.episodes()).find(({ episodeId }) => episodeId === urgent.episodeId)!.state
  return { ...both, urgent, takeOn, items, stateNow }
}

test('what was promised is in the list of whoever promised it, due on the day of the look', async () => {
  const { team, boss, urgent, items } = await takenOn()
  expect(await items()).toMatchObject([
    {
      ...{ ownerUserId: 'U-boss', createdBy: 'U-boss', text: 'Two more calls a day', state: 'open' },
      ...{ dueOn: day('2026-03-10'), originReference: urgent.episodeId, teamId: team.teamId },
    },
  ])
  expect(await typist(team.context, boss).command('todo')).toContain('Two more calls a day · due Tue, Mar 10')
})

test('done, the warning goes on: only the number ends it, and then what is done stays done', async () => {
  const { team, boss, items, stateNow } = await takenOn()
  const [item] = await items()
  const done = await changeAction(team.context, boss, item!.actionId, { close: 'done' }, '/kpi todo')
  expect(done).toMatchObject({ ok: true })
  await team.mornings('2026-03-09', '2026-03-09')
  expect(await stateNow()).toBe('acknowledged')
  await team.calls('ben', { '2026-03-09': 100 })
  await team.tickAt('2026-03-10T08:00:00Z')
  expect(await stateNow()).toBe('resolved')
  expect(await items()).toMatchObject([{ state: 'done', closedBy: 'U-boss', reason: null }])
})

test('back on pace, the item goes with the reason, by nobody’s hand', async () => {
  const { team, items, stateNow } = await takenOn()
  await team.calls('ben', { '2026-03-06': 100 })
  await team.mornings('2026-03-09', '2026-03-09')
  expect(await stateNow()).toBe('resolved')
  expect(await items()).toMatchObject([{ state: 'dropped', closedBy: null, reason: 'recovered' }])
})

test('called no risk, it goes with what was said', async () => {
  const { team, boss, urgent, items } = await takenOn()
  const answer = { kind: 'dismiss', note: 'Signed on paper' } as const
  expect(await answerWarning(team.context, boss, urgent.episodeId, answer)).toEqual({ ok: true })
  expect(await items()).toMatchObject([{ state: 'dropped', closedBy: 'U-boss', reason: 'Signed on paper' }])
})

test('promised anew after the date, the list has the new one only', async () => {
  const { team, takeOn, items } = await takenOn()
  await team.mornings('2026-03-09', '2026-03-10')
  expect(await takeOn('Visit Hengxin with Ben', '2026-03-13')).toEqual({ ok: true })
  expect(await items()).toMatchObject([
    { text: 'Two more calls a day', state: 'dropped', reason: 'replaced' },
    { text: 'Visit Hengxin with Ben', state: 'open', dueOn: day('2026-03-13') },
  ])
})

test('a press that changes nothing leaves no item behind', async () => {
  const { takeOn, items } = await takenOn()
  expect(await takeOn('Something else', '2026-03-12')).toMatchObject({ ok: false, reason: 'already-taken' })
  expect(await items()).toHaveLength(1)
})
