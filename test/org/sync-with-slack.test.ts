// Slack events: the bot is invited and removed, channels are archived, people change time zone or language, or are deactivated.

import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import type { Person } from '../../src/core/person.ts'
import { memberOf } from '../../src/org/db/members.ts'
import { findPerson } from '../../src/org/db/people.ts'
import { pausedTeamOfChannel, teamOfChannel } from '../../src/org/db/teams.ts'
import { loadMembersFacts } from '../../src/org/flows/load-members.ts'
import { appRemoved, channelJoined, channelLost } from '../../src/org/flows/sync-channel.ts'
import { syncPerson } from '../../src/org/flows/sync-person.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import { runDue } from '../../src/schedule/flows/run-due.ts'
import type { TestContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { factsOf } from '../support/message-facts.ts'
import { waiting } from './due.ts'
import { ann, CHANNEL, li, manager, salesWithoutTeams, setUp, teamOn, WORKSPACE } from './people.ts'

const database = usesDatabase()
let context: TestContext

beforeEach(async () => {
  context = await salesWithoutTeams(database.db)
})

const changes = (person: Person) => syncPerson(context, person, { ...person, changedAt: null })

const said = async (kind: 'setup-invitation' | 'delivery-problem' | 'team-introduction') =>
  context.db.select().from(messages).where(eq(messages.kind, kind))

test('the person who adds the bot to a channel is asked to set up a team, until that is done', async () => {
  await channelJoined(context, WORKSPACE, CHANNEL, manager.userId)
  const [invitation] = await said('setup-invitation')
  expect(invitation).toMatchObject({ toUserId: manager.userId, messageKey: `invite:${CHANNEL}` })
  const facts = () => factsOf(context.db, invitation!, context.clock.now())
  expect(await facts()).toEqual({ kind: 'setup-invitation', channelId: CHANNEL, teamName: null, gone: false })
  await setUp(context)
  expect(await facts()).toBeNull()
})

test('an invitation that was read says, once the team is set up, that it is done', async () => {
  await channelJoined(context, WORKSPACE, CHANNEL, li.userId)
  await context.db.update(messages).set({ ts: '1.1', deliveredVersion: 1 })
  await setUp(context)
  const [invitation] = await said('setup-invitation')
  expect(invitation).toMatchObject({ toUserId: li.userId, version: 2 })
  expect(await factsOf(context.db, invitation!, context.clock.now())).toMatchObject({
    channelId: CHANNEL,
    teamName: CHANNEL,
  })
})

test('an invitation loses its button when the bot is removed before the set-up, and has it again with the bot', async () => {
  await channelJoined(context, WORKSPACE, CHANNEL, li.userId)
  await context.db.update(messages).set({ ts: '1.1', deliveredVersion: 1 })
  const shown = async () => {
    const [invitation] = await said('setup-invitation')
    const facts = await factsOf(context.db, invitation!, context.clock.now())
    const { blocks } = BOT.messages.get('setup-invitation')!.render(facts as never, BOT.translator('en'))
    return (blocks as { type: string }[]).map(({ type }) => type)
  }
  expect(await shown()).toEqual(['section', 'actions'])
  await channelLost(context, WORKSPACE, CHANNEL, 'not-in-channel')
  expect((await said('setup-invitation'))[0]).toMatchObject({ toUserId: li.userId, version: 2 })
  expect(await shown()).toEqual(['section'])
  await channelJoined(context, WORKSPACE, CHANNEL, li.userId)
  expect(await shown()).toEqual(['section', 'actions'])
  await channelLost(context, WORKSPACE, 'C-NEVER-INVITED', 'not-in-channel')
  expect(await said('setup-invitation')).toHaveLength(1)
})

test('nobody is asked for a channel that has a team, nor when Slack does not say who it was', async () => {
  await channelJoined(context, WORKSPACE, CHANNEL, null)
  await setUp(context)
  await channelJoined(context, WORKSPACE, CHANNEL, manager.userId)
  expect(await said('setup-invitation')).toEqual([])
})

test('a lost channel is reported to the manager once each time; members are still prompted', async () => {
  const { teamId } = await setUp(context)
  await channelLost(context, WORKSPACE, CHANNEL, 'channel-archived')
  await channelLost(context, WORKSPACE, CHANNEL, 'channel-archived')
  expect(await said('delivery-problem')).toHaveLength(1)
  expect((await said('delivery-problem'))[0]).toMatchObject({ toUserId: manager.userId, version: 1 })
  expect(await waiting(context, teamId)).toContain('UANN 2026-03-02 08:00Z')
  context.moveTo('2026-04-02T07:00:00Z')
  await channelLost(context, WORKSPACE, CHANNEL, 'channel-archived')
  expect(await said('delivery-problem')).toHaveLength(2)
  await channelLost(context, WORKSPACE, 'C-OF-NO-TEAM', 'channel-archived')
  expect(await said('delivery-problem')).toHaveLength(2)
})

test('with the app removed its teams pause, and go on when the bot is invited again', async () => {
  const { teamId } = await setUp(context)
  await appRemoved(context, 'T2', 'app-uninstalled')
  expect(await teamOfChannel(context.db, WORKSPACE, CHANNEL)).not.toBeNull()
  await appRemoved(context, WORKSPACE, 'app-uninstalled')
  expect(await teamOfChannel(context.db, WORKSPACE, CHANNEL)).toBeNull()
  expect(await pausedTeamOfChannel(context.db, WORKSPACE, CHANNEL)).toMatchObject({ teamId })
  expect(await memberOf(context.db, WORKSPACE, ann.userId)).toEqual([])
  context.moveTo('2026-03-05T06:00:00Z')
  await channelJoined(context, WORKSPACE, CHANNEL, manager.userId)
  expect(await teamOfChannel(context.db, WORKSPACE, CHANNEL)).toMatchObject({ teamId })
  expect(await waiting(context, teamId)).toContain('UANN 2026-03-05 08:00Z')
  expect(await said('team-introduction')).toHaveLength(2)
  expect(await said('setup-invitation')).toEqual([])
})

test('a move to another zone moves the prompts, a new name and language are kept', async () => {
  const { teamId } = await setUp(context)
  await changes({ ...ann, name: 'Anna', zone: 'Europe/London', locale: 'zh-TW' })
  await runDue(context, BOT.dueKinds)
  expect(await findPerson(context.db, WORKSPACE, ann.userId)).toMatchObject({ name: 'Anna', locale: 'zh-TW' })
  expect(await waiting(context, teamId)).toContain('UANN 2026-03-02 09:00Z')
  expect(await waiting(context, teamId)).not.toContain('UANN 2026-03-02 08:00Z')
})

test('a deactivated person is removed from the team and listed as such', async () => {
  const { teamId } = await setUp(context)
  context.moveTo('2026-03-04T00:30:00Z')
  await changes({ ...ann, deactivated: true })
  await changes({ ...ann, deactivated: true })
  expect(await teamOn(context, teamId, '2026-03-03')).toEqual([ann.userId, li.userId])
  expect(await teamOn(context, teamId, '2026-03-04')).toEqual([li.userId])
  expect(await waiting(context, teamId)).toContain('ULI 2026-03-04 01:00Z')
  expect(await waiting(context, teamId)).not.toContainEqual(expect.stringContaining('UANN 2026-03-04'))
  const facts = await loadMembersFacts(context, { workspaceId: WORKSPACE, teamId })
  expect(facts.left).toEqual([{ name: 'Ann', deactivated: true }])
})
