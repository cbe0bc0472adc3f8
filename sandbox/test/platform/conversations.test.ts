// Conversations and people by Web API: paging, windows, zones and locales, direct messages, scheduled messages.
import type { WebClient } from '@slack/web-api'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Sandbox } from '../../sandbox.ts'
import { startSandbox } from '../../start.ts'
import { answerOf, clientOf, manifest, seed } from './app.ts'

let sandbox: Sandbox
let client: WebClient
let sales: string

beforeEach(async () => {
  sandbox = await startSandbox({ manifest, seed, rateScale: Number.POSITIVE_INFINITY })
  client = clientOf(sandbox)
  sales = idOf('sales')
})
afterEach(() => sandbox.stop())

const idOf = (name: string) =>
  [...sandbox.workspace().channels.values()].find((channel) => channel.name === name)!.id

test('history pages from the newest, and keeps to its window', async () => {
  const sent: string[] = []
  for (const text of ['one', 'two', 'three', 'four', 'five'])
    sent.push((await client.chat.postMessage({ channel: sales, text })).ts!)
  const first = await client.conversations.history({ channel: sales, limit: 2 })
  expect(first.messages!.map(({ text }) => text)).toEqual(['five', 'four'])
  const second = await client.conversations.history({
    channel: sales,
    limit: 2,
    cursor: first.response_metadata!.next_cursor!,
  })
  expect(second.messages!.map(({ text }) => text)).toEqual(['three', 'two'])
  const window = { channel: sales, oldest: sent[1]!, latest: sent[3]! }
  expect((await client.conversations.history(window)).messages!.map(({ text }) => text)).toEqual(['three'])
  expect((await client.conversations.history({ ...window, inclusive: true })).messages).toHaveLength(3)
  expect(
    await answerOf(client.conversations.history({ channel: sales, cursor: 'bm9uc2Vuc2U=' })),
  ).toMatchObject({ error: 'invalid_cursor' })
})

test('people have zone, offset and locale as Slack tells them', async () => {
  sandbox.clock.set(Date.parse('2026-07-01T08:00:00Z'))
  const wei = sandbox.user('wei')
  const anna = await client.users.info({ user: sandbox.user('anna').id })
  expect(anna.user).toMatchObject({
    tz: 'Europe/Berlin',
    tz_offset: 7200,
    tz_label: 'Central European Summer Time',
  })
  expect(anna.user).not.toHaveProperty('locale')
  const asked = await client.users.info({ user: wei.id, include_locale: true })
  expect(asked.user).toMatchObject({ locale: 'zh-CN', tz: 'Asia/Shanghai', tz_offset: 28_800 })
  const listed = await client.users.list({ limit: 2 })
  expect(listed.members).toHaveLength(2)
  expect(await answerOf(client.users.info({ user: 'U0NOBODY' }))).toMatchObject({ error: 'user_not_found' })
})

test('a direct message is opened once and found again', async () => {
  const anna = sandbox.user('anna')
  const first = await client.conversations.open({ users: anna.id })
  const again = await client.conversations.open({ users: anna.id, return_im: true })
  expect(again).toMatchObject({
    already_open: true,
    channel: { id: first.channel!.id, is_im: true, user: anna.id },
  })
  const members = await client.conversations.members({ channel: sales })
  expect(members.members).toHaveLength(3)
  const mine = await client.users.conversations({ types: 'public_channel,private_channel' })
  expect(mine.channels!.map(({ name }) => name)).toEqual(['sales'])
})

test('a scheduled message comes when the clock reaches it; one with metadata never does', async () => {
  const anna = sandbox.user('anna')
  const inAnHour = Math.floor(sandbox.clock.now() / 1000) + 3600
  await client.chat.scheduleMessage({ channel: sales, text: 'later', post_at: inAnHour })
  await client.chat.scheduleMessage({
    channel: sales,
    text: 'never',
    post_at: inAnHour,
    metadata: { event_type: 'n', event_payload: {} },
  })
  const dropped = await client.chat.scheduleMessage({ channel: sales, text: 'dropped', post_at: inAnHour })
  await client.chat.deleteScheduledMessage({
    channel: sales,
    scheduled_message_id: dropped.scheduled_message_id!,
  })
  expect((await client.chat.scheduledMessages.list({})).scheduled_messages).toHaveLength(2)
  sandbox.clock.advance(59 * 60_000)
  expect(anna.in('sales').sees()).toEqual([])
  sandbox.clock.advance(2 * 60_000)
  expect(anna.in('sales').words()).toBe('testbot: later')
  expect(
    await answerOf(client.chat.scheduleMessage({ channel: sales, text: 'x', post_at: 1 })),
  ).toMatchObject({ error: 'time_in_past' })
})
