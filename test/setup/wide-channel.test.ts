// A team's channel that many can read: a public one is pointed out, a shared one needs an admin, and the manager hears of changes.

import { beforeEach, describe, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import type { Person } from '../../src/core/person.ts'
import { loadChannel } from '../../src/org/db/channels.ts'
import { insertTeam } from '../../src/org/db/teams.ts'
import { checkChannel, checkChannels } from '../../src/org/flows/check-channel.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import { changeTeam } from '../../src/setup/flows/change-team.ts'
import { loadSetup } from '../../src/setup/flows/load-setup.ts'
import { setUpTeam } from '../../src/setup/flows/set-up-team.ts'
import { initialInput, readDraft, setupView } from '../../src/setup/slack/setup-form.ts'
import {
  admin,
  ann,
  CHANNEL,
  li,
  manager,
  openSetup,
  salesWithoutTeams,
  setUp,
  WORKSPACE,
} from '../org/people.ts'
import type { TestContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { filled, stateOf } from '../support/form-state.ts'
import { factsOf } from '../support/message-facts.ts'

const database = usesDatabase()
let context: TestContext
const t = BOT.translator('en')
const ref = { workspaceId: WORKSPACE, channelId: CHANNEL }

beforeEach(async () => {
  context = await salesWithoutTeams(database.db)
  context.channels.set(
    CHANNEL,
    [manager, ann, li, admin].map(({ userId }) => userId),
  )
})

/** Saves the form as this person sees it; `tick`: confirms that another organisation reads it. */
async function setUpBy(who: Person, tick: boolean) {
  const start = initialInput(await openSetup(context, admin))
  return setUpTeam(context, who, CHANNEL, {
    ...{ ...start, memberUserIds: [ann.userId], sharedConfirmed: tick },
  })
}

describe('the form', () => {
  const shown = async (who: Person) => {
    const facts = await openSetup(context, who)
    return JSON.stringify(setupView(facts, initialInput(facts), false, t))
  }

  test('says of a public channel who can read it, and nothing of a private one', async () => {
    expect(await shown(manager)).toContain('everybody in the workspace can read plans and numbers')
    context.stages.set(CHANNEL, { isPrivate: true })
    expect(await shown(manager)).not.toContain('can read plans and numbers')
  })

  test('shows an admin in a shared channel what to confirm, and the tick is read', async () => {
    context.stages.set(CHANNEL, { isExternal: true })
    const facts = await openSetup(context, admin)
    const view = setupView(facts, initialInput(facts), false, t)
    expect(JSON.stringify(view)).toContain('Another organisation may read this')
    const ticked = filled(stateOf(view), { shared: { selected_options: [{ value: 'confirmed' }] } })
    expect(readDraft(stateOf(view), facts).sharedConfirmed).toBe(false)
    expect(readDraft(ticked, facts).sharedConfirmed).toBe(true)
  })

  test('does not open for others in a shared channel: they are told to ask an admin', async () => {
    context.stages.set(CHANNEL, { isExternal: true })
    expect(await loadSetup(context, manager, CHANNEL)).toEqual({ ok: false, reason: 'shared-channel' })
    expect(t('setup.sharedChannel')).toContain('ask an admin')
  })
})

describe('a shared channel', () => {
  beforeEach(() => void context.stages.set(CHANNEL, { isExternal: true }))

  test.each([
    ['a manager, though the forged form says that it is confirmed', manager, true, false],
    ['an admin who has not confirmed it', admin, false, false],
    ['an admin who has', admin, true, true],
  ] as const)('set up by %s', async (_, who, tick, ok) => {
    expect((await setUpBy(who, tick)).ok).toBe(ok)
  })

  test('into which an existing team would move is refused in the same way', async () => {
    context.stages.clear()
    const { teamId } = await setUp(context)
    context.channels.set(
      'CSHARED',
      [manager, admin].map(({ userId }) => userId),
    )
    context.stages.set('CSHARED', { isExternal: true })
    const input = initialInput(await openSetup(context, manager))
    await checkChannel(context, { workspaceId: WORKSPACE, channelId: 'CSHARED' })
    const move = (who: Person, sharedConfirmed: boolean) =>
      changeTeam(context, who, teamId, 'CSHARED', { ...input, sharedConfirmed })
    expect(await move(manager, true)).toEqual({ ok: false, reason: 'shared-channel' })
    expect(await move(admin, false)).toEqual({ ok: false, reason: 'shared-channel' })
    expect(await move(admin, true)).toMatchObject({ ok: true })
  })

  test('in which the team is already does not keep its manager from changing other settings', async () => {
    const done = await setUpBy(admin, true)
    const teamId = done.ok ? done.teamId : ''
    const facts = await openSetup(context, admin)
    const view = JSON.stringify(setupView(facts, initialInput(facts), false, t))
    expect(view).toContain('shared with another organisation')
    expect(view).not.toContain('Another organisation may read this')
    const again = await changeTeam(context, admin, teamId, CHANNEL, initialInput(facts))
    expect(again).toMatchObject({ ok: true })
  })
})

describe('a channel that becomes wider', () => {
  const told = async () => {
    const rows = (await context.db.select().from(messages)).filter(({ kind }) => kind === 'channel-widened')
    const facts = await Promise.all(rows.map((row) => factsOf(context.db, row, context.clock.now())))
    return rows.map(({ toUserId }, index) => [toUserId, facts[index]?.stage])
  }
  const check = () => checkChannel(context, ref)

  test('is told to the manager when it is made public, and when it is shared', async () => {
    context.stages.set(CHANNEL, { isPrivate: true })
    await setUp(context)
    await check()
    expect(await told()).toEqual([])
    context.stages.clear()
    await check()
    await check()
    expect(await told()).toEqual([[manager.userId, 'public']])
    context.stages.set(CHANNEL, { isExternal: true })
    await check()
    expect((await told()).map(([, stage]) => stage).sort()).toEqual(['external', 'public'])
  })

  test('is not told when it is made narrower, nor of a public channel that was not known before', async () => {
    await setUp(context)
    context.stages.set(CHANNEL, { isPrivate: true })
    await check()
    await context.db.execute('update channels set is_private = null')
    context.stages.clear()
    await check()
    expect(await told()).toEqual([])
  })

  test('is noticed within a day without an event, of each team once', async () => {
    context.stages.set(CHANNEL, { isPrivate: true })
    await setUp(context)
    context.stages.clear()
    await checkChannels(context)
    expect(await told()).toEqual([])
    context.moveTo('2026-03-03T08:00:00Z')
    await Promise.all([checkChannels(context), checkChannels(context)])
    expect(await told()).toEqual([[manager.userId, 'public']])
    expect(await loadChannel(context.db, ref)).toMatchObject({ isPrivate: false })
  })

  test('of a team that was there before channels were kept is looked up at the next check', async () => {
    const team = { workspaceId: WORKSPACE, teamId: crypto.randomUUID(), channelId: CHANNEL }
    const by = { managerUserId: manager.userId, parentTeamId: null }
    await insertTeam(context.db, { ...team, ...by }, context.clock.now())
    expect(await loadChannel(context.db, ref)).toMatchObject({ isPrivate: null })
    await checkChannels(context)
    expect(await loadChannel(context.db, ref)).toMatchObject({ isPrivate: false, name: CHANNEL })
  })

  test('that Slack does not answer for is tried again, and holds up no other', async () => {
    await setUp(context)
    const asked = context.directory.channel
    context.moveTo('2026-03-03T08:00:00Z')
    context.directory.channel = async () => {
      throw new Error('Slack is down.')
    }
    await checkChannels(context)
    context.directory.channel = asked
    context.stages.set(CHANNEL, { isExternal: true })
    await checkChannels(context)
    expect(await told()).toEqual([])
    context.moveTo('2026-03-03T09:30:00Z')
    await checkChannels(context)
    expect(await told()).toEqual([[manager.userId, 'external']])
  })
})
