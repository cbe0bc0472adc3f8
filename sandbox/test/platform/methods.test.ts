// What an app may do besides messages, channels, people and views: pins, bookmarks, presence, agents, streams, functions.
import type { WebClient } from '@slack/web-api'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Sandbox } from '../../sandbox.ts'
import { startSandbox } from '../../start.ts'
import { answerOf, clientOf, manifest, plain, seed } from './app.ts'

const able = structuredClone(manifest) as typeof manifest & { features: object }
able.oauth_config.scopes.bot.push(
  'assistant:write',
  'bookmarks:write',
  'chat:write.public',
  'dnd:read',
  'pins:write',
  'usergroups:read',
)
Object.assign(able.features, { agent_view: { agent_description: 'Tests' } })

let sandbox: Sandbox
let client: WebClient
let sales: string
let quiet: string

beforeEach(async () => {
  sandbox = await startSandbox({ manifest: able, seed })
  client = clientOf(sandbox)
  sales = sandbox.user('anna').in('sales').channel.id
  quiet = sandbox.user('anna').in('quiet').channel.id
})
afterEach(() => sandbox.stop())

describe('pins and bookmarks', () => {
  test('a message is pinned once', async () => {
    const { ts } = sandbox.user('anna').in('sales').say('Our targets')
    const pin = (more: object) =>
      answerOf(client.pins.add({ channel: sales, timestamp: ts, ...more } as never))
    expect(await pin({})).toBe('ok')
    expect(await pin({})).toMatchObject({ error: 'already_pinned' })
    expect(await pin({ timestamp: '1.000001' })).toMatchObject({ error: 'message_not_found' })
    expect(await pin({ timestamp: 'noon' })).toMatchObject({ error: 'bad_timestamp' })
    expect(await pin({ timestamp: undefined })).toMatchObject({ error: 'no_item_specified' })
    expect(await pin({ channel: quiet })).toMatchObject({ error: 'not_in_channel' })
    const { messages } = await client.conversations.history({ channel: sales })
    expect(messages![0]).toMatchObject({ pinned_to: [sales] })
  })

  test('a bookmark is a link with a name', async () => {
    const add = (more: object) =>
      client.bookmarks.add({
        channel_id: sales,
        title: 'Board',
        type: 'link',
        link: 'https://x.test',
        ...more,
      })
    expect(await add({ emoji: ':dart:' })).toMatchObject({
      bookmark: { channel_id: sales, title: 'Board', link: 'https://x.test', emoji: ':dart:', type: 'link' },
    })
    expect(await answerOf(add({ link: 'x.test' }))).toMatchObject({ error: 'invalid_link' })
    expect(await answerOf(add({ emoji: 'dart' }))).toMatchObject({ error: 'invalid_emoji' })
    expect(await answerOf(add({ type: 'folder' }))).toMatchObject({ error: 'invalid_bookmark_type' })
    expect(await answerOf(add({ channel_id: quiet }))).toMatchObject({ error: 'permission_denied' })
  })
})

test('people are there and undisturbed; there are no user groups and no workflow steps', async () => {
  const anna = sandbox.user('anna')
  expect(await client.users.getPresence({ user: anna.id })).toMatchObject({ presence: 'active' })
  expect(await client.users.getPresence({})).toMatchObject({ presence: 'active', online: true })
  anna.deactivate()
  expect(await client.users.getPresence({ user: anna.id })).toMatchObject({ presence: 'away' })
  expect(await answerOf(client.users.getPresence({ user: 'U0NOBODY' }))).toMatchObject({
    error: 'invalid_arguments',
  })
  const wei = sandbox.user('wei').id
  expect(await client.dnd.info({ user: wei })).toMatchObject({ dnd_enabled: false })
  expect(await answerOf(client.dnd.info({ user: 'U0NOBODY' }))).toMatchObject({ error: 'user_not_found' })
  expect(await client.dnd.teamInfo({ users: wei })).toMatchObject({
    users: { [wei]: { dnd_enabled: false } },
  })
  expect(await answerOf(client.dnd.teamInfo({ users: `${wei},U0NOBODY` }))).toMatchObject({
    error: 'user_not_visible',
  })
  expect(await answerOf(client.usergroups.users.list({ usergroup: 'S0NONE' }))).toMatchObject({
    error: 'no_such_subteam',
  })
  for (const call of [
    client.functions.completeSuccess({ function_execution_id: 'Fx1', outputs: {} }),
    client.functions.completeError({ function_execution_id: 'Fx1', error: 'no' }),
  ])
    expect(await answerOf(call)).toMatchObject({ error: 'function_execution_not_found' })
})

describe('an agent', () => {
  test('says that it is at work until it answers or two minutes are over', async () => {
    const dm = sandbox.user('anna').dm()
    const { ts } = dm.say('What now?')
    const where = { channel_id: dm.channel.id, thread_ts: ts }
    await client.assistant.threads.setStatus({ ...where, status: 'is thinking…', loading_messages: ['a'] })
    expect(dm.agentThread(ts).status?.text).toBe('is thinking…')
    sandbox.clock.advance(120_500)
    expect(dm.agentThread(ts).status).toBeUndefined()
    await client.assistant.threads.setStatus({ ...where, status: 'is thinking…' })
    await client.chat.postMessage({ channel: dm.channel.id, thread_ts: ts, text: 'Call Ben.' })
    expect(dm.agentThread(ts).status).toBeUndefined()
    await client.assistant.threads.setStatus({ ...where, status: 'is thinking…' })
    await client.assistant.threads.setStatus({ ...where, status: '' })
    expect(dm.agentThread(ts).status).toBeUndefined()
    expect(
      await answerOf(client.assistant.threads.setStatus({ ...where, thread_ts: '1.000001', status: 'x' })),
    ).toMatchObject({ error: 'invalid_thread_ts' })
  })

  test('names the thread and offers prompts, if the manifest makes it an agent', async () => {
    const dm = sandbox.user('anna').dm()
    const { ts } = dm.say('What now?')
    const where = { channel_id: dm.channel.id, thread_ts: ts }
    await client.assistant.threads.setTitle({ ...where, title: 'Next steps' })
    const prompts: [{ title: string; message: string }] = [{ title: 'Me', message: 'How am I doing?' }]
    await client.assistant.threads.setSuggestedPrompts({ ...where, prompts })
    expect(dm.agentThread(ts)).toEqual({ title: 'Next steps', prompts })
    const many = Array(5).fill(prompts[0]) as unknown as typeof prompts
    expect(
      await answerOf(client.assistant.threads.setSuggestedPrompts({ ...where, prompts: many })),
    ).toMatchObject({ error: 'invalid_arguments' })
    await sandbox.stop()
    const { agent_view: _, ...features } = able.features as { agent_view?: object }
    sandbox = await startSandbox({ manifest: { ...able, features }, seed })
    expect(
      await answerOf(clientOf(sandbox).assistant.threads.setSuggestedPrompts({ ...where, prompts })),
    ).toMatchObject({ error: 'not_agent_app' })
  })
})

describe('a streamed message', () => {
  test('grows, is not edited meanwhile, and ends with its blocks', async () => {
    const dm = sandbox.user('anna').dm()
    const { ts: thread_ts } = dm.say('Tell me')
    const channel = dm.channel.id
    const { ts } = await client.chat.startStream({ channel, thread_ts, markdown_text: 'You ' })
    expect(dm.last()).toMatchObject({ words: 'You ', threadTs: thread_ts })
    await client.chat.appendStream({ channel, ts: ts!, markdown_text: 'lead.' })
    expect(dm.last()!.words).toBe('You lead.')
    expect(await answerOf(client.chat.update({ channel, ts: ts!, text: 'x' }))).toMatchObject({
      error: 'streaming_state_conflict',
    })
    const blocks = [{ type: 'section', text: plain('See the board') }]
    const ended = await client.chat.stopStream({ channel, ts: ts!, markdown_text: ' Well done.', blocks })
    expect(ended.message).toMatchObject({ text: 'You lead. Well done.', thread_ts })
    expect(dm.last()!.words).toBe('See the board')
    expect(await answerOf(client.chat.appendStream({ channel, ts: ts!, markdown_text: 'x' }))).toMatchObject({
      error: 'message_not_in_streaming_state',
    })
  })

  test('in a channel names its reader; pieces have a limit', async () => {
    const { ts: thread_ts } = sandbox.user('anna').in('sales').say('Tell me')
    const start = (more: object) =>
      answerOf(client.chat.startStream({ channel: sales, thread_ts, ...more } as never))
    const recipient_user_id = sandbox.user('anna').id
    const recipient_team_id = sandbox.workspace().id
    expect(await start({ recipient_team_id })).toMatchObject({ error: 'missing_recipient_user_id' })
    expect(await start({ recipient_user_id })).toMatchObject({ error: 'missing_recipient_team_id' })
    expect(await start({ recipient_user_id: 'U0NOBODY', recipient_team_id })).toMatchObject({
      error: 'user_not_found',
    })
    const both = { recipient_user_id, recipient_team_id }
    expect(await start({ ...both, markdown_text: 'x'.repeat(12_001) })).toMatchObject({
      error: 'msg_blocks_too_long',
    })
    expect(await start({ ...both, chunks: [{ type: 'nonsense' }] })).toMatchObject({
      error: 'invalid_chunks',
    })
    expect(await start({ ...both, chunks: [{ type: 'markdown_text', text: 'Hello' }] })).toBe('ok')
    expect(sandbox.user('anna').in('sales').last()!.words).toBe('Hello')
  })
})
