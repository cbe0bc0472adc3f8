// An item past its date: its owner is asked after one working day, the manager after two; done or moved, it is over.
import { and, eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { insertActions, updateAction } from '../../src/actions/db/action-items.ts'
import type { ActionItem } from '../../src/actions/domain/action-item.ts'
import { readings } from '../../src/org/audit/db/readings.sql.ts'
import { actorOf } from '../../src/org/flows/actor.ts'
import { dueItems } from '../../src/schedule/db/due.sql.ts'
import { answerWarning } from '../../src/warnings/flows/answer-warning.ts'
import { viewsOf } from '../../src/warnings/flows/list-warnings.ts'
import { loadWarning } from '../../src/warnings/flows/load-warning.ts'
import { recordTold } from '../../src/warnings/flows/record-told.ts'
import { day } from '../checkins/standup/team.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { warningTeam } from './warning-team.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterEach(() => database.db.delete(dueItems))
afterAll(() => database.close())

const whoRead = async (workspaceId: string, userId: string) =>
  (
    await database.db
      .select()
      .from(readings)
      .where(and(eq(readings.workspaceId, workspaceId), eq(readings.userId, userId)))
  )
    .map(({ viewerUserId }) => viewerUserId)
    .sort()

test.each(['meeting', 'review-measure'] as const)(
  'a late item of the manager, who reports in no team (%s): a warning of theirs, that goes to whoever is above',
  async (kind) => {
    const team = await warningTeam(database.db, { signals: ['item-overdue'] })
    await team.replan('2026-03-05')
    const { workspaceId, teamId, context } = team
    const [by, actionId] = ['U-boss', crypto.randomUUID()]
    const item: ActionItem = {
      ...{ workspaceId, teamId, actionId, ownerUserId: by, helperUserIds: [], weight: null },
      ...{ text: 'Call the fair list', dueOn: day('2026-03-05'), state: 'open', createdBy: by },
      ...{ origin: { kind, reference: 'month:2026-02-01:1' }, createdAt: context.clock.now() },
      ...{ assignedBy: by, asStandIn: false, closedBy: null, closedAt: null, reason: null },
    }
    await insertActions(database.db, [item])
    await team.mornings('2026-03-06', '2026-03-06')
    expect(await team.deliver()).toEqual(['U-boss warning'])
    await team.mornings('2026-03-07', '2026-03-09')
    expect(await team.deliver()).toEqual(['U-boss edit', 'U-boss raised', 'U-director warning'])
    const open = await team.open()
    expect(open).toMatchObject([{ memberId: null, evidence: { items: 1, days: 2, ownerUserId: by } }])
    // What has waited for its reader's hours is told without its look: whose items they are stands in the warning itself.
    const waited = [{ warning: open[0]!, userId: 'U-chief', what: 'new' as const }]
    await recordTold(database.db, context, workspaceId, waited)
    expect(await whoRead(workspaceId, by)).toEqual(['U-chief', 'U-director'])
    const [boss, director] = ['U-boss', 'U-director'].map(
      (id) => team.leads.find((one) => one.userId === id)!,
    )
    const { episodeId } = open[0]!
    const viewOf = (readerId: string) =>
      loadWarning(database.db, { workspaceId, episodeId, readerId }, context.clock.now())
    expect(await viewOf('U-boss')).toMatchObject({ own: true, repUserId: by, can: { close: false } })
    expect(await viewOf('U-director')).toMatchObject({ own: false, repUserId: by, can: { close: true } })
    expect(await viewOf('U-ben')).toBeNull()
    const views = await viewsOf(
      database.db,
      await actorOf(database.db, director!, context.clock.now()),
      open,
      context.clock.now(),
    )
    expect(views).toMatchObject([{ repUserId: by, name: boss!.name, own: false }])
    const no = { kind: 'dismiss', note: 'agreed' } as const
    expect(await answerWarning(context, boss!, episodeId, no)).toMatchObject({ reason: 'not-allowed' })
    await updateAction(database.db, { ...item, state: 'done', closedBy: by, closedAt: item.createdAt })
    await team.tickAt('2026-03-10T08:00:00Z')
    expect(await team.deliver()).toEqual([
      ...['U-boss edit', 'U-boss resolved', 'U-director edit', 'U-director resolved'],
    ])
    expect(await team.open()).toEqual([])
  },
)

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
    ...{ createdBy: 'U-ben', createdAt: team.context.clock.now(), assignedBy: 'U-ben', asStandIn: false },
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
