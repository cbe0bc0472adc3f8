// Events through a real Bolt app: who is told of what, once, and again when it was not acked.
import type { App } from '@slack/bolt'
import { afterEach, expect, test } from 'vitest'
import { channelJson } from '../../state/channels.ts'
import { manifest, startTogether, stopTogether, type Together } from './app.ts'

let together: Together
afterEach(() => stopTogether(together))

interface Told {
  type: string
  [more: string]: unknown
}

function listening(told: Told[]) {
  return (app: App) => {
    for (const type of [
      'member_joined_channel',
      'member_left_channel',
      'user_change',
      'app_mention',
      'message',
      'channel_archive',
      'channel_shared',
      'channel_unshared',
    ]) {
      app.event(type, async ({ event }) => void told.push(event as never))
    }
  }
}

test('the app hears when it or somebody comes into its channel, and nothing of channels that it is not in', async () => {
  const told: Told[] = []
  together = await startTogether(listening(told))
  const { sandbox } = together
  const anna = sandbox.user('anna')
  const bot = sandbox.workspace().installation!.botUserId
  anna.addApp('quiet')
  anna.createChannel('elsewhere')
  sandbox.user('wei').join('elsewhere')
  anna.leave('quiet')
  anna.invite('quiet', 'anna')
  await sandbox.whenIdle()
  const joins = told.filter(({ type }) => type !== 'message')
  expect(joins).toMatchObject([
    { type: 'member_joined_channel', user: bot, inviter: anna.id, channel_type: 'C' },
    { type: 'member_left_channel', user: anna.id },
    { type: 'member_joined_channel', user: anna.id },
  ])
  expect(Object.keys(joins[0]!).sort()).toEqual([
    'channel',
    'channel_type',
    'event_ts',
    'inviter',
    'team',
    'type',
    'user',
  ])
})

test("messages and mentions come by scope and subscription, the bot's own too", async () => {
  const told: Told[] = []
  together = await startTogether(listening(told))
  const { sandbox } = together
  const anna = sandbox.user('anna')
  const bot = sandbox.workspace().installation!.botUserId
  anna.dm().say('hello')
  anna.in('sales').say(`<@${bot}> help`)
  anna.in('closed').say('secret')
  await sandbox.whenIdle()
  expect(told).toHaveLength(3)
  expect(told.map(({ type, text, channel_type }) => [type, text, channel_type])).toEqual(
    expect.arrayContaining([
      ['message', 'hello', 'im'],
      ['message', `<@${bot}> help`, 'channel'],
      ['app_mention', `<@${bot}> help`, undefined],
    ]),
  )
  expect(Object.keys(told.find(({ channel_type }) => channel_type === 'im')!).sort()).toEqual([
    'blocks',
    'channel',
    'channel_type',
    'client_msg_id',
    'event_ts',
    'team',
    'text',
    'ts',
    'type',
    'user',
  ])
  const before = sandbox.deliveries().length
  await together.app.client.chat.postMessage({ channel: anna.id, text: 'from me' })
  await sandbox.whenIdle()
  expect(sandbox.deliveries().length - before).toBe(1)
})

test('without the scope nothing comes', async () => {
  const told: Told[] = []
  const scopes = { bot: manifest.oauth_config.scopes.bot.filter((scope) => scope !== 'im:history') }
  together = await startTogether(listening(told), { manifest: { ...manifest, oauth_config: { scopes } } })
  together.sandbox.user('anna').dm().say('hello')
  await together.sandbox.whenIdle()
  expect(told).toEqual([])
})

test('a changed zone or language and a deactivation are told', async () => {
  const told: Told[] = []
  together = await startTogether(listening(told))
  const wei = together.sandbox.user('wei')
  wei.change({ tz: 'Asia/Tokyo', locale: 'zh-TW' })
  await together.sandbox.whenIdle()
  wei.deactivate()
  await together.sandbox.whenIdle()
  expect(told).toMatchObject([
    { type: 'user_change', user: { id: wei.id, tz: 'Asia/Tokyo', locale: 'zh-TW', deleted: false } },
    { type: 'user_change', user: { deleted: true } },
  ])
})

test('an archived channel is told to the app in it', async () => {
  const told: Told[] = []
  together = await startTogether(listening(told))
  together.sandbox.user('anna').archive('sales')
  await together.sandbox.whenIdle()
  expect(told).toMatchObject([
    { type: 'channel_archive', channel: together.sandbox.user('anna').in('sales').channel.id },
  ])
})

test('a channel that is shared with another organisation is told, and shown as such; a conversion is only shown', async () => {
  const told: Told[] = []
  together = await startTogether(listening(told))
  const { sandbox } = together
  const anna = sandbox.user('anna')
  const shown = () => {
    const { channel } = anna.in('sales')
    return channelJson(sandbox.workspace(), channel, anna.id)
  }
  expect(shown()).toMatchObject({ is_private: false, is_ext_shared: false, is_pending_ext_shared: false })
  anna.share('sales', 'pending')
  expect(shown()).toMatchObject({ is_ext_shared: false, is_pending_ext_shared: true })
  anna.share('sales')
  anna.share('sales', 'no')
  anna.convert('sales', 'private')
  expect(shown()).toMatchObject({ is_private: true, is_ext_shared: false, is_pending_ext_shared: false })
  await sandbox.whenIdle()
  expect(told.map(({ type }) => type)).toEqual(['channel_shared', 'channel_unshared'])
})

test('an event that is not acked comes again with its retry number, at most three times', async () => {
  const told: Told[] = []
  together = await startTogether(listening(told), { retryDelaysMs: [0, 20, 20], ackTimeoutMs: 100 })
  const { sandbox } = together
  sandbox.faults.add({ kind: 'lost_ack', on: 'user_change', times: 10 })
  sandbox.user('wei').change({ realName: 'Wei' })
  await sandbox.platform.changes.waitFor(
    () => sandbox.deliveries().length === 4,
    () => 'No fourth attempt.',
    2000,
  )
  await sandbox.whenIdle(150)
  expect(sandbox.deliveries().map(({ outcome, retryAttempt }) => [outcome, retryAttempt])).toEqual([
    ['timeout', 0],
    ['timeout', 1],
    ['timeout', 2],
    ['timeout', 3],
  ])
  expect(told).toHaveLength(4)
})

test('the app is told of its own removal by channel_left, and of its end by tokens_revoked and app_uninstalled', async () => {
  const told: Told[] = []
  const bot_events = ['member_left_channel', 'channel_left', 'app_uninstalled', 'tokens_revoked']
  const settings = { ...manifest.settings, event_subscriptions: { bot_events } }
  together = await startTogether(
    (app) => {
      for (const type of bot_events) app.event(type, async ({ event }) => void told.push(event as never))
    },
    { manifest: { ...manifest, settings } },
  )
  const { sandbox, app } = together
  const anna = sandbox.user('anna')
  anna.removeApp('sales')
  await sandbox.whenIdle()
  expect(told).toMatchObject([{ type: 'channel_left', channel: anna.in('sales').channel.id }])
  sandbox.uninstall()
  await sandbox.whenIdle()
  expect(told.slice(1).map(({ type }) => type)).toEqual(['tokens_revoked', 'app_uninstalled'])
  await expect(app.client.auth.test()).rejects.toMatchObject({ data: { error: 'account_inactive' } })
})

test('a new colleague is told by team_join', async () => {
  const told: Told[] = []
  const settings = { ...manifest.settings, event_subscriptions: { bot_events: ['team_join'] } }
  together = await startTogether(
    (app) => {
      app.event('team_join', async ({ event }) => void told.push(event as never))
    },
    { manifest: { ...manifest, settings } },
  )
  together.sandbox.seed({ people: [{ name: 'li', locale: 'zh-TW' }] })
  await together.sandbox.whenIdle()
  expect(told).toMatchObject([{ type: 'team_join', user: { name: 'li', locale: 'zh-TW' } }])
})
