// An item past its date: its owner is asked after one working day, the manager after two; done or moved, it is over.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { insertActions, updateAction } from '../../src/actions/db/action-items.ts'
import type { ActionItem } from '../../src/actions/domain/action-item.ts'
import { dueItems } from '../../src/schedule/db/due.sql.ts'
import { day } from '../checkins/standup/team.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { warningTeam } from './warning-team.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterEach(() => database.db.delete(dueItems))
afterAll(() => database.close())

test('two items past their dates are one warning, by the oldest; it goes up, and ends when both are settled', async () => {
  const team = await warningTeam(database.db, { signals: ['item-overdue'] })
  await team.replan('2026-03-05')
  const { workspaceId, teamId } = team
  const item = (dueOn: string): ActionItem => ({
    ...{
      workspaceId,
      teamId,
      actionId: crypto.randomUUID(),
      ownerUserId: 'U-ben',
      helperUserIds: [],
      weight: null,
    },
    ...{
      text: 'Send the offer',
      dueOn: day(dueOn),
      state: 'open',
      origin: { kind: 'person', reference: null },
    },
    ...{ createdBy: 'U-ben', createdAt: team.context.clock.now(), assignedBy: 'U-ben' },
    ...{ closedBy: null, closedAt: null, reason: null },
  })
  // A request for support is late like any other item of whoever is to help.
  const support = { kind: 'support-request', reference: `weekly:2026-03-06:${teamId}:1` } as const
  const [old, newer] = [{ ...item('2026-03-05'), origin: support }, item('2026-03-06')]
  // What was promised about a warning is looked at by that warning.
  const promised = { ...item('2026-03-02'), origin: { kind: 'warning', reference: 'other' } } as const
  await insertActions(database.db, [old, newer, promised])
  // Due on a Thursday: on Friday it is one working day late, on Monday two.
  await team.mornings('2026-03-06', '2026-03-06')
  expect(await team.deliver()).toEqual(['U-ben warning'])
  await team.mornings('2026-03-07', '2026-03-09')
  expect(await team.open()).toMatchObject([
    { metricKey: '', evidence: { items: 2, days: 2 }, episode: { level: 'yellow' } },
  ])
  expect(await team.deliver()).toEqual(['U-ben edit', 'U-ben raised', 'U-boss warning'])
  const before = [await team.episodes(), await team.told(), await team.events()]
  await database.db.update(dueItems).set({ state: 'waiting' })
  await team.tickAt('2026-03-09T10:06:00Z')
  expect([await team.episodes(), await team.told(), await team.events()]).toEqual(before)
  await updateAction(database.db, { ...old, state: 'done', closedBy: 'U-ben', closedAt: old.createdAt })
  await updateAction(database.db, { ...newer, dueOn: day('2026-03-12') })
  await team.tickAt('2026-03-10T08:00:00Z')
  const both = ['U-ben', 'U-boss']
  expect(await team.deliver()).toEqual(both.flatMap((userId) => [`${userId} edit`, `${userId} resolved`]))
})
