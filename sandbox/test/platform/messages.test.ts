// Messages by Web API: what is refused and how, what is stored, what history gives back.
import type { WebClient } from '@slack/web-api'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Sandbox } from '../../sandbox.ts'
import { startSandbox } from '../../start.ts'
import { answerOf, buttonMessage, clientOf, manifest, seed } from './app.ts'

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

describe('a call is refused', () => {
  test('without a token, with a wrong one, and with the wrong kind of token', async () => {
    const raw = (headers: Record<string, string>) =>
      fetch(`${sandbox.env().SLACK_API_URL}auth.test`, { method: 'POST', headers }).then((answer) =>
        answer.json(),
      )
    expect(await raw({})).toEqual({ ok: false, error: 'not_authed' })
    expect(await raw({ authorization: 'Bearer xoxb-other' })).toEqual({ ok: false, error: 'invalid_auth' })
    expect(await raw({ authorization: `Bearer ${sandbox.env().SLACK_APP_TOKEN}` })).toEqual({
      ok: false,
      error: 'not_allowed_token_type',
    })
    expect(await answerOf(client.apps.connections.open({}))).toMatchObject({
      error: 'not_allowed_token_type',
    })
    expect(await answerOf(client.apiCall('chat.shout', {}))).toMatchObject({ error: 'unknown_method' })
  })

  test('without its scope, and says which', async () => {
    const asked = await answerOf(client.reactions.add({ channel: sales, name: 'tada', timestamp: '1.1' }))
    expect(asked).toMatchObject({
      error: 'missing_scope',
      needed: 'reactions:write',
      provided: manifest.oauth_config.scopes.bot.join(','),
    })
    expect(
      await answerOf(client.chat.postMessage({ channel: sales, text: 'x', username: 'Boss' })),
    ).toMatchObject({
      error: 'missing_scope',
      needed: 'chat:write.customize',
    })
    sandbox.workspace().installation!.scopes = ['groups:history']
    expect(await answerOf(client.conversations.history({ channel: sales }))).toMatchObject({
      error: 'missing_scope',
      needed: 'channels:history',
    })
  })

  test('with an argument that the method does not have, and without one that it needs', async () => {
    expect(
      await answerOf(client.apiCall('chat.postMessage', { channel: sales, text: 'x', colour: 'red' })),
    ).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: { messages: ['[ERROR] invalid additional property: colour'] },
    })
    expect(await answerOf(client.apiCall('chat.update', { channel: sales, text: 'x' }))).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: { messages: ['[ERROR] missing required field: ts'] },
    })
  })

  test('with blocks that Slack refuses, and names the place', async () => {
    const elements = Array.from({ length: 26 }, (_, index) => ({
      type: 'button',
      action_id: `a${index}`,
      text: { type: 'plain_text', text: 'x' },
    }))
    const blocks = [{ type: 'divider' }, { type: 'actions', elements }]
    expect(
      await answerOf(client.chat.postMessage({ channel: sales, text: 'x', blocks: blocks as never })),
    ).toMatchObject({
      error: 'invalid_blocks',
      errors: [expect.stringMatching(/\[json-pointer:\/blocks\/1\/elements\]$/)],
      response_metadata: {
        messages: [expect.stringMatching(/^\[ERROR\] .*\[json-pointer:\/blocks\/1\/elements\]$/)],
      },
    })
    expect(sandbox.refused()).toMatchObject([
      { method: 'chat.postMessage', error: 'invalid_blocks', problems: [{ pointer: '/blocks/1/elements' }] },
    ])
    expect(
      await answerOf(client.apiCall('chat.postMessage', { channel: sales, blocks: '{not json' })),
    ).toMatchObject({ error: 'invalid_blocks_format' })
    expect(await answerOf(client.apiCall('chat.postMessage', { channel: sales }))).toMatchObject({
      error: 'no_text',
    })
    expect(
      await answerOf(client.apiCall('chat.postMessage', { channel: sales, text: 'x', metadata: '[]' })),
    ).toMatchObject({ error: 'invalid_metadata_format' })
  })

  test('with a block that the workspace is too old for', async () => {
    sandbox.faults.unsupportedBlocks.add('table')
    const blocks = [{ type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] }]
    expect(
      await answerOf(client.chat.postMessage({ channel: sales, text: 'x', blocks: blocks as never })),
    ).toMatchObject({
      error: 'invalid_blocks',
      errors: ['unsupported type: table [json-pointer:/blocks/0/type]'],
    })
  })
})

describe('a message', () => {
  test('goes to channels that the bot is in, by id, name or person', async () => {
    const anna = sandbox.user('anna')
    expect(await answerOf(client.chat.postMessage({ channel: idOf('quiet'), text: 'x' }))).toMatchObject({
      error: 'not_in_channel',
    })
    expect(await answerOf(client.chat.postMessage({ channel: idOf('closed'), text: 'x' }))).toMatchObject({
      error: 'channel_not_found',
    })
    await client.chat.postMessage({ channel: '#sales', text: 'to all' })
    await client.chat.postMessage({ channel: anna.id, text: 'to you' })
    expect(anna.in('sales').words()).toBe('testbot: to all')
    expect(anna.dm().words()).toBe('testbot: to you')
    anna.archive('sales')
    expect(await answerOf(client.chat.postMessage({ channel: sales, text: 'x' }))).toMatchObject({
      error: 'is_archived',
    })
    sandbox.user('wei').deactivate()
    expect(await answerOf(client.conversations.open({ users: sandbox.user('wei').id }))).toMatchObject({
      error: 'user_disabled',
    })
  })

  test('has a ts of its own that follows the moved clock and never goes back', async () => {
    sandbox.clock.set(Date.parse('2026-03-02T08:00:00Z'))
    const first = await client.chat.postMessage({ channel: sales, text: 'one' })
    expect(Number(first.ts)).toBeCloseTo(Date.parse('2026-03-02T08:00:00Z') / 1000, 0)
    sandbox.clock.set(Date.parse('2026-03-01T08:00:00Z'))
    const second = await client.chat.postMessage({ channel: sales, text: 'two' })
    expect(second.ts! > first.ts!).toBe(true)
  })

  test('comes back in history with filled in blocks, and with metadata only where it is asked for', async () => {
    const metadata = { event_type: 'notice', event_payload: { key: 'standup:1' } }
    const posted = await client.chat.postMessage({ channel: sales, ...buttonMessage('Go', 'go'), metadata })
    const [plain] = (await client.conversations.history({ channel: sales })).messages!
    expect(plain).toMatchObject({
      ts: posted.ts,
      bot_id: expect.any(String),
      blocks: [{ block_id: expect.any(String) }, { elements: [{ text: { emoji: true } }] }],
    })
    expect(plain!.metadata).toBeUndefined()
    const [full] = (await client.conversations.history({ channel: sales, include_all_metadata: true }))
      .messages!
    expect(full!.metadata).toEqual(metadata)
  })

  test('is changed in place by its writer alone', async () => {
    const anna = sandbox.user('anna')
    const { ts } = await client.chat.postMessage({
      channel: sales,
      ...buttonMessage('Go', 'go'),
      metadata: { event_type: 'n', event_payload: {} },
    })
    await client.chat.update({ channel: sales, ts: ts!, text: 'Done' })
    expect(anna.in('sales').last()).toMatchObject({
      ts,
      words: 'Done',
      labels: [],
      message: { metadata: { event_type: 'n' } },
    })
    const hers = anna.in('sales').say('mine')
    expect(await answerOf(client.chat.update({ channel: sales, ts: hers.ts, text: 'x' }))).toMatchObject({
      error: 'cant_update_message',
    })
    expect(await answerOf(client.chat.delete({ channel: sales, ts: hers.ts }))).toMatchObject({
      error: 'cant_delete_message',
    })
    expect(await answerOf(client.chat.update({ channel: sales, ts: '1.000001', text: 'x' }))).toMatchObject({
      error: 'message_not_found',
    })
    await client.chat.delete({ channel: sales, ts: ts! })
    expect(anna.in('sales').words()).toBe('anna: mine')
  })

  test('for one person is not in the history and cannot be changed', async () => {
    const anna = sandbox.user('anna')
    const sent = await client.chat.postEphemeral({ channel: sales, user: anna.id, text: 'psst' })
    expect(anna.in('sales').last()).toMatchObject({ words: 'psst', ephemeral: true })
    expect(sandbox.user('wei').in('sales').sees()).toEqual([])
    expect((await client.conversations.history({ channel: sales })).messages).toEqual([])
    expect(
      await answerOf(client.chat.update({ channel: sales, ts: sent.message_ts!, text: 'x' })),
    ).toMatchObject({ error: 'message_not_found' })
    anna.leave('sales')
    expect(
      await answerOf(client.chat.postEphemeral({ channel: sales, user: anna.id, text: 'psst' })),
    ).toMatchObject({ error: 'user_not_in_channel' })
  })

  test('in a thread shows among replies, not in the channel', async () => {
    const parent = await client.chat.postMessage({ channel: sales, text: 'parent' })
    await client.chat.postMessage({ channel: sales, text: 'reply', thread_ts: parent.ts! })
    const history = (await client.conversations.history({ channel: sales })).messages!
    expect(history).toMatchObject([{ text: 'parent', reply_count: 1 }])
    const thread = (await client.conversations.replies({ channel: sales, ts: parent.ts! })).messages!
    expect(thread.map(({ text }) => text)).toEqual(['parent', 'reply'])
    expect(await answerOf(client.conversations.replies({ channel: sales, ts: '1.000001' }))).toMatchObject({
      error: 'thread_not_found',
    })
  })
})
