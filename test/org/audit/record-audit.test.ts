// Sensitive changes leave an event in the transaction that makes them, which nothing changes afterwards.

import { globSync, readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Person } from '../../../src/core/person.ts'
import { auditEvents } from '../../../src/org/audit/db/audit.sql.ts'
import { recordAudit } from '../../../src/org/audit/flows/record-audit.ts'
import { saveWorkspace } from '../../../src/org/db/people.ts'
import { cancelLeave, recordLeave } from '../../../src/org/flows/record-leave.ts'
import { appRemoved, channelJoined } from '../../../src/org/flows/sync-channel.ts'
import { changeTeam } from '../../../src/setup/flows/change-team.ts'
import { initialInput } from '../../../src/setup/slack/setup-form.ts'
import type { TestContext } from '../../support/context.ts'
import { usesDatabase } from '../../support/database.ts'
import {
  ann,
  CHANNEL,
  li,
  manager,
  openSetup,
  salesWithoutTeams,
  setUp,
  stranger,
  WORKSPACE,
} from '../people.ts'

const database = usesDatabase()
let context: TestContext
let teamId: string
beforeEach(async () => {
  context = await salesWithoutTeams(database.db)
  teamId = (await setUp(context, { holidayCountry: null })).teamId
  await database.db.delete(auditEvents)
})

const recorded = async () => {
  const events = await database.db.select().from(auditEvents).orderBy(auditEvents.eventId)
  return events.map(({ eventId: _, ...event }) => event)
}
const oneDay = { from: Temporal.PlainDate.from('2026-03-05'), to: Temporal.PlainDate.from('2026-03-06') }
const leaveBy = (who: Person) => recordLeave(context, who, li.userId, { ...oneDay, part: 'whole' })

describe('leave', () => {
  test('for somebody else is kept with who, whom, team, what, when and by which screen', async () => {
    const leave = await leaveBy(manager)
    if (!leave.ok) throw new Error(leave.reason)
    context.moveTo('2026-03-02T09:00:00Z')
    await cancelLeave(context, manager, leave.leave.leaveId)
    const days = { from: '2026-03-05', to: '2026-03-06', part: 'whole', kind: 'other' }
    const event = {
      ...{ workspaceId: WORKSPACE, teamId, actorUserId: manager.userId, userId: li.userId },
      screen: '/kpi leave',
    }
    expect(await recorded()).toEqual([
      {
        ...event,
        ...{ kind: 'leave-recorded', before: null, after: days },
        at: Temporal.Instant.from('2026-03-02T07:00:00Z'),
      },
      {
        ...event,
        ...{ kind: 'leave-cancelled', before: days, after: null },
        at: Temporal.Instant.from('2026-03-02T09:00:00Z'),
      },
    ])
  })

  test('for oneself, or refused, leaves nothing', async () => {
    expect(await leaveBy(li)).toMatchObject({ ok: true })
    expect(await leaveBy(stranger)).toMatchObject({ ok: false })
    expect(await recorded()).toEqual([])
  })
})

describe('a team', () => {
  const kinds = async () =>
    (await recorded()).map(({ kind, actorUserId, screen }) => [kind, actorUserId, screen])

  test('whose settings change: those that did, of a name only that it did; the same again leaves nothing', async () => {
    const start = initialInput(await openSetup(context))
    const settings = { ...start.settings, name: 'Zoë’s team', promptTime: '10:00' }
    for (const _ of [1, 2]) await changeTeam(context, manager, teamId, CHANNEL, { ...start, settings })
    expect(await recorded()).toMatchObject([
      {
        ...{ kind: 'settings-changed', actorUserId: manager.userId, userId: null, teamId },
        before: { name: null, promptTime: '09:00' },
        after: { name: null, promptTime: '10:00' },
        screen: '/kpi setup',
      },
    ])
  })

  test('that moves to another channel', async () => {
    context.channels.set('C2', [manager.userId])
    await changeTeam(context, manager, teamId, 'C2', initialInput(await openSetup(context)))
    expect(await recorded()).toMatchObject([
      { kind: 'team-moved', before: { channelId: CHANNEL }, after: { channelId: 'C2' } },
    ])
  })

  test('that pauses with the app, by whichever event, and goes on with whoever invites the bot', async () => {
    const workspace = { workspaceId: WORKSPACE, name: 'Acme', botUserId: 'UBOT' }
    await saveWorkspace(database.db, workspace, context.clock.now())
    await appRemoved(context, WORKSPACE, 'app-uninstalled')
    await appRemoved(context, WORKSPACE, 'tokens-revoked')
    await channelJoined(context, WORKSPACE, CHANNEL, ann.userId)
    expect(await kinds()).toEqual([
      ['app-uninstalled', null, 'event:app_uninstalled'],
      ['team-paused', null, 'event:app_uninstalled'],
      ['team-resumed', ann.userId, 'event:member_joined_channel'],
    ])
  })

  test('that its manager opens while it is paused', async () => {
    await appRemoved(context, WORKSPACE, 'tokens-revoked')
    await openSetup(context)
    expect((await kinds()).at(-1)).toEqual(['team-resumed', manager.userId, '/kpi setup'])
  })
})

test('a change that is rolled back leaves no event', async () => {
  const change = database.db.transaction(async (tx) => {
    await recordAudit(tx, context, [
      {
        ...{ workspaceId: WORKSPACE, teamId, actorUserId: manager.userId, userId: li.userId },
        ...{ screen: '/kpi leave', kind: 'leave-cancelled', after: null },
        before: { from: '2026-03-05', to: '2026-03-06', part: 'whole' },
      },
    ])
    throw new Error('after the event')
  })
  await expect(change).rejects.toThrow('after the event')
  expect(await recorded()).toEqual([])
})

test('nothing in the source changes an event, and only the retention deletes one', () => {
  const changes = globSync('src/**/*.ts').flatMap((path) => {
    const text = readFileSync(path, 'utf8')
    const found = text.match(
      /(?:update|delete)\((?:auditEvents)\)|(?:update|delete from) audit_events|pruneRows\('audit_events'|truncate/g,
    )
    return found ? [`${path}: ${found.join()}`] : []
  })
  expect(changes).toEqual(["src/org/audit/db/audit-events.ts: pruneRows('audit_events'"])
})
