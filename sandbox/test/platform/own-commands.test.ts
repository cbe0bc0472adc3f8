// /invite and /remove: who comes and goes, what the app is told, and what Slackbot says.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { UserSession } from '../../user/user-session.ts'
import { manifest, startTogether, stopTogether, type Together } from './app.ts'

interface Told {
  type: string
  user?: string
  channel: string
  inviter?: string
}

let together: Together
let told: Told[]
let anna: UserSession
let botId: string

beforeEach(async () => {
  told = []
  const bot_events = ['member_joined_channel', 'channel_left', 'group_left']
  const settings = { ...manifest.settings, event_subscriptions: { bot_events } }
  together = await startTogether(
    (app) => {
      for (const type of bot_events) app.event(type, async ({ event }) => void told.push(event as never))
    },
    { manifest: { ...manifest, settings } },
  )
  anna = together.sandbox.user('anna')
  botId = together.sandbox.workspace().installation!.botUserId
})
afterEach(() => stopTogether(together))

const members = (channel: string) => [...anna.in(channel).channel.members]
const lastWords = (channel: string) => {
  const last = anna.in(channel).last()
  return last?.ephemeral ? last.words : undefined
}

describe('/invite', () => {
  test.each([
    ['quiet', '@testbot'],
    ['quiet', '@Test Bot'],
    ['quiet', 'TEST BOT'],
    ['closed', '@testbot'],
    ['sales', '@testbot #quiet'],
  ])('in #%s, of "%s": the app comes, and is told by whom it was invited', async (typedIn, whom) => {
    const meant = /#(\w+)/.exec(whom)?.[1] ?? typedIn
    expect(await anna.command('/invite', whom, { in: typedIn })).toEqual({ ok: true, answered: false })
    await together.sandbox.whenIdle()
    expect(told).toMatchObject([
      { type: 'member_joined_channel', user: botId, channel: anna.in(meant).channel.id, inviter: anna.id },
    ])
    expect(members(meant)).toContain(botId)
  })

  test('several people at once; each name that nobody has is said', async () => {
    together.sandbox.seed({
      people: [
        { name: 'li', realName: 'Li Na' },
        { name: 'lin', realName: 'Lin' },
      ],
    })
    expect(await anna.command('/invite', '@wei, @Li Na @nobody<', { in: 'closed' })).toMatchObject({
      ok: false,
      error: 'not_done',
    })
    expect(members('closed')).toEqual([
      anna.id,
      ...['wei', 'li'].map((name) => together.sandbox.user(name).id),
    ])
    expect(lastWords('closed')).toBe('There is nobody called @nobody< in this workspace.')
  })

  test.each([
    ['somebody who is there', '@testbot', 'sales', '@Test Bot is already in #sales.'],
    ['nobody', ' ', 'sales', 'Whom? Type /invite and a name, such as /invite @name.'],
    ['somebody unknown', '@ghost', 'sales', 'There is nobody called @ghost in this workspace.'],
    ['somebody to an unknown channel', '@wei #ghosts', 'sales', 'You can see no channel called #ghosts.'],
  ])('%s: Slackbot says so to the person alone, and nothing changes', async (_, whom, channel, sentence) => {
    const before = members(channel)
    expect(await anna.command('/invite', whom, { in: channel })).toEqual({
      ok: false,
      error: 'not_done',
      sentence: expect.any(String),
    })
    expect(lastWords(channel)).toBe(sentence)
    expect(together.sandbox.user('wei').in(channel).sees()).toEqual([])
    expect(members(channel)).toEqual(before)
    await together.sandbox.whenIdle()
    expect(told).toEqual([])
  })

  test('not in a direct message, an archived channel, or one that the person is not in', async () => {
    await anna.command('/invite', '@wei')
    expect(anna.dm().last()?.words).toContain('direct message')
    anna.leave('quiet')
    await anna.command('/invite', '@testbot', { in: 'quiet' })
    expect(lastWords('quiet')).toBe('You are not in #quiet yourself. Join it first.')
    anna.archive('closed')
    await anna.command('/invite', '@testbot', { in: 'closed' })
    expect(lastWords('closed')).toBe('#closed is archived.')
    const wei = together.sandbox.user('wei')
    await wei.command('/invite', '@testbot #closed', { in: 'sales' })
    expect(wei.in('sales').last()?.words).toBe('没有找到频道 #closed。')
    expect(members('closed')).toEqual([anna.id])
  })

  test('a deactivated colleague is nobody any more', async () => {
    together.sandbox.user('wei').deactivate()
    await anna.command('/invite', '@wei', { in: 'closed' })
    expect(lastWords('closed')).toBe('There is nobody called @wei in this workspace.')
  })
})

test('/remove takes the app out of a public and of a private channel, and says who is not there', async () => {
  await anna.command('/invite', '@testbot', { in: 'closed' })
  for (const channel of ['closed', 'sales'])
    expect(await anna.command('/remove', '@Test Bot', { in: channel })).toMatchObject({ ok: true })
  await together.sandbox.whenIdle()
  expect(told.map(({ type }) => type)).toEqual(['member_joined_channel', 'group_left', 'channel_left'])
  expect(members('closed')).toEqual([anna.id])
  expect(members('sales')).not.toContain(botId)
  expect(lastWords('sales')).toBe('You removed @Test Bot from #sales.')
  await anna.command('/remove', '@testbot', { in: 'sales' })
  expect(lastWords('sales')).toBe('@Test Bot is not in #sales.')
})
