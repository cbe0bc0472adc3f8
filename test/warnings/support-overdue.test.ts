// A request for support and whoever has it: handed up, told to the rep who asked, and a warning where it is late, whoever's it is.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { changeAction } from '../../src/actions/flows/change-action.ts'
import { createAction } from '../../src/actions/flows/create-action.ts'
import { BOT } from '../../src/app/features.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { dueItems } from '../../src/schedule/db/due.sql.ts'
import { saidOfSignal } from '../../src/warnings/slack/warning-said.ts'
import { day } from '../checkins/standup/team.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { warningTeam } from './warning-team.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterEach(() => database.db.delete(dueItems))
afterAll(() => database.close())

/** Ben has asked for support in his report, by Thursday the 5th. */
async function asked(ownerUserId = 'U-boss') {
  const team = await warningTeam(database.db, { signals: ['item-overdue'] })
  const { workspaceId, teamId, context } = team
  await team.replan('2026-03-05')
  const request = await database.db.transaction((tx) =>
    createAction(
      tx,
      context,
      {
        ...{ workspaceId, teamId, ownerUserId, helperUserIds: [], text: 'Approve 5 % for Acme' },
        ...{ dueOn: day('2026-03-05'), createdBy: 'U-ben' },
        origin: { kind: 'support-request', reference: `weekly:2026-03-06:${team.memberId('ben')}:1` },
      },
      '/kpi report',
    ),
  )
  const lead = (userId: string) => team.leads.find((one) => one.userId === userId)!
  const rep = (name: string) => team.person(name)
  const change = (who = lead('U-boss'), wish: Parameters<typeof changeAction>[3] = {}) =>
    changeAction(context, who, request.actionId, wish, '/kpi todo')
  const toldTo = (userId: string) => team.message(`action:${request.actionId}:${userId}`)
  return {
    ...{ ...team, lead, rep, change, toldTo },
    said: async (userId: string) => {
      const facts = await team.facts(`action:${request.actionId}:${userId}`)
      return BOT.messages.get('action-given')!.render(facts as never, BOT.translator('en')).text
    },
  }
}

test('the manager hands it to the director; the rep who asked hears of it in one message, up to the end', async () => {
  const team = await asked()
  expect(await team.toldTo('U-boss')).not.toBeNull()
  // The manager puts it off: nobody is told that it has moved.
  expect(await team.change(undefined, { dueOn: day('2026-03-10') })).toMatchObject({ ok: true })
  expect(await team.toldTo('U-ben')).toBeNull()
  expect(await team.change(undefined, { ownerUserId: 'U-director' })).toMatchObject({ ok: true })
  expect(await team.toldTo('U-director')).toMatchObject({ toUserId: 'U-director' })
  expect(await team.said('U-ben')).toMatch(/^Your request for support is now with <@U-director>:\n> Approve/)
  expect(await team.said('U-ben')).toContain('due Tue, Mar 10')
  expect(await team.said('U-boss')).toContain('Now with <@U-director>')
  // The director finds it on the list, and hands it on to the chief, who has done it.
  expect(await team.change(team.lead('U-director'), { ownerUserId: 'U-chief' })).toMatchObject({ ok: true })
  expect(await team.change(team.lead('U-chief'), { close: 'done' })).toMatchObject({ ok: true })
  expect(await team.said('U-ben')).toMatch(/Done by <@U-chief>/)
})

test('nothing is posted to an asker whose account is deactivated, and nothing they have is edited', async () => {
  const team = await asked()
  const gone = { ...team.rep('ben'), deactivated: true }
  expect(await team.change(undefined, { ownerUserId: 'U-director' })).toMatchObject({ ok: true })
  const { version } = (await team.toldTo('U-ben'))!
  await savePeople(database.db, [gone], team.context.clock.now())
  expect(await team.change(team.lead('U-director'), { ownerUserId: 'U-chief' })).toMatchObject({ ok: true })
  expect(await team.change(team.lead('U-chief'), { close: 'done' })).toMatchObject({ ok: true })
  expect(await team.toldTo('U-ben')).toMatchObject({ version })
})

test('to a colleague as well, and not to somebody outside; other items stay in the team', async () => {
  const team = await asked()
  expect(await team.change(undefined, { ownerUserId: 'U-eva' })).toMatchObject({ ok: true })
  expect(await team.said('U-ben')).toContain('now with <@U-eva>')
  expect(await team.change(team.rep('eva'), { ownerUserId: 'U-deputy' })).toEqual({
    ...{ ok: false, reason: 'not-in-team' },
  })
  // Back to whoever asked: nobody waits for it any more.
  expect(await team.change(undefined, { ownerUserId: 'U-ben' })).toMatchObject({ ok: true })
  expect(await team.said('U-ben')).toContain('<@U-boss> gave you this')
  const item = await database.db.transaction((tx) =>
    createAction(
      tx,
      team.context,
      {
        ...{ workspaceId: team.workspaceId, teamId: team.teamId, ownerUserId: 'U-ben', helperUserIds: [] },
        ...{ text: 'Offer', dueOn: day('2026-03-05'), createdBy: 'U-ben' },
        origin: { kind: 'person', reference: null },
      },
      '/kpi todo',
    ),
  )
  const up = { ownerUserId: 'U-director' }
  expect(await changeAction(team.context, team.lead('U-boss'), item.actionId, up, '/kpi todo')).toEqual({
    ...{ ok: false, reason: 'not-in-team' },
  })
})

test.each(['U-boss', 'U-director'])(
  'late with %s, who reports in no team: a warning about the rep who waits',
  async (owner) => {
    const team = await asked(owner)
    await team.mornings('2026-03-06', '2026-03-06')
    expect(await team.deliver()).toEqual(['U-ben warning'])
    await team.mornings('2026-03-07', '2026-03-09')
    expect(await team.deliver()).toEqual(['U-ben edit', 'U-ben raised', 'U-boss warning'])
    const [warning] = await team.open()
    expect(warning).toMatchObject({ evidence: { items: 1, waiting: 1, days: 2 } })
    const view = (own: boolean) => saidOfSignal({ warning, own } as never, BOT.translator('en'))
    expect(view(false)).toMatchObject({
      seen: 'one request for support is past the date; the oldest was due on Thu, Mar 5.',
      next: expect.stringContaining('They wait for support'),
    })
    expect(view(true).next).toContain('Ask whoever has it')
    expect(await team.change(team.lead(owner), { close: 'done' })).toMatchObject({ ok: true })
    await team.tickAt('2026-03-10T08:00:00Z')
    expect(await team.deliver()).toEqual(['U-ben edit', 'U-ben resolved', 'U-boss edit', 'U-boss resolved'])
  },
)

test('late with a colleague it is the colleague’s, like any other item', async () => {
  const team = await asked('U-eva')
  await team.mornings('2026-03-06', '2026-03-06')
  expect(await team.deliver()).toEqual(['U-eva warning'])
  expect(await team.open()).toMatchObject([{ evidence: { items: 1, waiting: 0 } }])
})

test('an own late item and a request that is waited for are counted apart', () => {
  const evidence = { items: 3, waiting: 1, days: 2, dueOn: day('2026-03-05') }
  const warning = { signal: 'item-overdue', evidence }
  const view = (own: boolean, locale: 'en' | 'zh-CN' = 'en') =>
    saidOfSignal({ warning, own } as never, BOT.translator(locale))
  expect(view(true)).toMatchObject({
    seen: '2 items and one request for support are past the date; the oldest was due on Thu, Mar 5.',
    next: expect.stringMatching(/closes what is yours.*; ask whoever has the support/),
  })
  expect(view(false).next).toContain('Ask what the items wait for')
  expect(view(true, 'zh-CN').seen).toMatch(/^有 2 项待办、1 项支持请求已过期/)
})
