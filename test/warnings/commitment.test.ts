// Whoever takes a warning on has what they promised in their list; it goes when the warning ends, and doing it ends no warning.
import { and, asc, eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { actionItems } from '../../src/actions/db/action-items.sql.ts'
import type { ActionWish } from '../../src/actions/domain/decide-change.ts'
import { changeAction } from '../../src/actions/flows/change-action.ts'
import { loadTeam } from '../../src/org/db/teams.ts'
import { handOver } from '../../src/org/flows/hand-over.ts'
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
  const change = async (wish: ActionWish) => {
    const [item] = await items()
    return changeAction(team.context, boss, item!.actionId, wish, '/kpi todo')
  }
  return { ...both, urgent, takeOn, items, stateNow, change }
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

test('moved in the list, the warning is looked at on the new day, and its message says so', async () => {
  const { team, boss, items, stateNow, change } = await takenOn()
  await team.deliver()
  expect(await change({ dueOn: day('2026-03-12') })).toMatchObject({ ok: true })
  expect(await team.deliver()).toEqual(['U-ben edit', 'U-boss edit'])
  expect(await typist(team.context, boss).command('risks')).toContain('is on it until Thu, Mar 12: Two more')
  await team.calls('ben', { '2026-03-09': 2, '2026-03-10': 2, '2026-03-11': 2 })
  await team.mornings('2026-03-09', '2026-03-11')
  expect(await stateNow()).toBe('acknowledged')
  await team.tickAt('2026-03-12T08:00:00Z')
  expect(await stateNow()).toBe('open')
  expect(await items()).toMatchObject([{ dueOn: day('2026-03-12'), state: 'open' }])
})

test('it cannot be put off for more than ten working days after it was promised, however often it is moved', async () => {
  const { team, boss, items, change } = await takenOn()
  const last = { reason: 'date', last: day('2026-03-20') }
  expect(await change({ dueOn: day('2026-03-23') })).toMatchObject(last)
  expect(await change({ dueOn: day('2026-03-05') })).toMatchObject(last)
  expect(await change({ dueOn: day('2026-03-20') })).toMatchObject({ ok: true })
  team.context.moveTo('2026-03-18T08:00:00Z')
  expect(await change({ dueOn: day('2026-03-25') })).toMatchObject(last)
  const typing = typist(team.context, boss)
  await typing.command('todo')
  await typing.click('todo.change#menu', `list action ${(await items())[0]!.actionId}`)
  expect(await typing.submit({ Due: '2026-03-25' })).toEqual({
    ...{ kind: 'errors', errors: { due: expect.stringContaining('from Wed, Mar 18 to Fri, Mar 20') } },
  })
})

test('handed on, the one who has it now is on it', async () => {
  const { team, change } = await takenOn()
  expect(await change({ ownerUserId: 'U-eva' })).toMatchObject({ ok: true })
  const [warning] = (await team.open()).filter(({ episode }) => episode.acknowledgement)
  expect(warning!.episode.acknowledgement).toMatchObject({ by: 'U-eva', until: day('2026-03-10') })
})

test('dropped, nobody is on it any more: the warning is open, and the manager’s clock runs anew', async () => {
  const { team, boss, stateNow, change } = await takenOn()
  await team.deliver()
  team.context.moveTo('2026-03-06T12:00:00Z')
  expect(await change({ close: 'dropped', reason: 'No time' })).toMatchObject({ ok: true })
  expect(await stateNow()).toBe('open')
  expect(await typist(team.context, boss).command('risks')).toContain('Nobody is on it yet.')
  expect(await team.deliver()).toEqual(['U-ben edit', 'U-boss edit'])
  await team.tickAt('2026-03-06T14:00:00Z')
  expect(await team.deliver()).toContain('U-director warning')
})

test('done while the number has recovered, the warning is over at that moment; else it says what is done', async () => {
  const behind = await takenOn()
  expect(await behind.change({ close: 'done' })).toMatchObject({ ok: true })
  expect(await behind.stateNow()).toBe('acknowledged')
  expect(await typist(behind.team.context, behind.boss).command('risks')).toContain(
    'Done by <@U-boss>: Two more calls a day · looked at again on Tue, Mar 10',
  )
  const well = await takenOn()
  await well.team.calls('ben', { '2026-03-06': 100 })
  well.team.context.moveTo('2026-03-09T12:00:00Z')
  expect(await well.change({ close: 'done' })).toMatchObject({ ok: true })
  expect(await well.stateNow()).toBe('resolved')
  expect(await well.items()).toMatchObject([{ state: 'done' }])
})

test('passed on with the team, a promise never comes to the one whom the warning is about', async () => {
  const { team, ben, items } = await takenOn()
  const handedTo = async (userId: string) => {
    const now = (await loadTeam(database.db, team.workspaceId, team.teamId))!
    await database.db.transaction((tx) =>
      handOver(tx, team.context, now, userId, { byUserId: 'U-chief', screen: '/kpi setup' }),
    )
    return (await items()).map(({ ownerUserId, state }) => [ownerUserId, state])
  }
  expect(await handedTo(ben.userId)).toEqual([['U-director', 'open']])
  const read = await team.told()
  expect(read.filter((one) => one.startsWith(`${ben.userId} `) && !one.endsWith(' warning'))).toEqual([])
})
