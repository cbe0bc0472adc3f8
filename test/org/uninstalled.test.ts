// The app is uninstalled: nothing is sent, teams pause, nothing waits for ever. Installed again, they go on.
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Log } from '../../src/core/context.ts'
import { workspaces } from '../../src/org/db/people.sql.ts'
import { saveWorkspace } from '../../src/org/db/people.ts'
import { teamOfChannel } from '../../src/org/db/teams.ts'
import { appInstalled, appRemoved } from '../../src/org/flows/sync-channel.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import type { TestContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { factsOf } from '../support/message-facts.ts'
import { silentLog } from '../support/silent-log.ts'
import { waiting } from './due.ts'
import { CHANNEL, manager, salesWithoutTeams, setUp, WORKSPACE } from './people.ts'

const database = usesDatabase()
let context: TestContext
let warned: string[]
beforeEach(async () => {
  const bare = await salesWithoutTeams(database.db)
  warned = []
  const log: Log = { ...silentLog, warn: (_facts, message) => void warned.push(message) }
  context = { ...bare, log }
  await database.db.delete(workspaces)
  const workspace = { workspaceId: WORKSPACE, name: 'Acme', botUserId: 'UBOT' }
  await saveWorkspace(database.db, workspace, context.clock.now())
})

const stored = () => database.db.select().from(messages).where(eq(messages.workspaceId, WORKSPACE))
const states = async () => [...new Set((await stored()).map(({ state }) => state))]
const isActive = async () => (await teamOfChannel(context.db, WORKSPACE, CHANNEL)) !== null

test('teams pause and what waits is dropped, also what is in the middle of being sent; it is logged once', async () => {
  await setUp(context)
  await database.db.update(messages).set({ claimId: crypto.randomUUID(), state: 'sending' })
  for (let time = 0; time < 3; time += 1) await appRemoved(context, WORKSPACE, 'app-uninstalled')
  expect(await isActive()).toBe(false)
  expect(await states()).toEqual(['dropped'])
  expect((await stored()).filter(({ nextAttemptAt, claimId }) => nextAttemptAt ?? claimId)).toEqual([])
  expect(warned).toHaveLength(1)
})

test('another workspace notices nothing', async () => {
  await setUp(context)
  await appRemoved(context, 'T2', 'app-uninstalled')
  expect(await isActive()).toBe(true)
  expect(await states()).toEqual(['waiting'])
})

describe('the token works again', () => {
  test('within the hour: teams go on, and what was to be sent is sent', async () => {
    const { teamId } = await setUp(context)
    await appRemoved(context, WORKSPACE, 'app-uninstalled')
    context.moveTo('2026-03-02T07:20:00Z')
    await appInstalled(context, WORKSPACE)
    expect(await isActive()).toBe(true)
    expect(await states()).toEqual(['waiting'])
    expect(await waiting(context, teamId)).toContain('UANN 2026-03-02 08:00Z')
  })

  test('days later, with the bot still in the channel: teams go on, and what is old stays unsent', async () => {
    await setUp(context)
    const before = (await stored()).map(({ messageKey }) => messageKey)
    await appRemoved(context, WORKSPACE, 'app-uninstalled')
    context.moveTo('2026-03-05T07:00:00Z')
    await appInstalled(context, WORKSPACE)
    expect(await isActive()).toBe(true)
    const after = (await stored()).filter(({ messageKey }) => before.includes(messageKey))
    expect(after.map(({ state }) => state)).toEqual(before.map(() => 'dropped'))
  })

  test('with the bot out of the channel: the manager is asked to invite it, and the team waits for that', async () => {
    await setUp(context)
    await appRemoved(context, WORKSPACE, 'app-uninstalled')
    context.channels.delete(CHANNEL)
    context.moveTo('2026-03-05T07:00:00Z')
    for (let time = 0; time < 2; time += 1) await appInstalled(context, WORKSPACE)
    expect(await isActive()).toBe(false)
    const told = (await stored()).filter(({ kind }) => kind === 'delivery-problem')
    expect(told).toMatchObject([{ toUserId: manager.userId, version: 1, subject: { problem: 'paused' } }])
    expect(await factsOf(context.db, told[0]!, context.clock.now())).toMatchObject({ problem: 'paused' })
  })

  test('a start with a token that always worked changes nothing', async () => {
    await setUp(context)
    const before = await stored()
    await appInstalled(context, WORKSPACE)
    expect(await stored()).toEqual(before)
  })
})
