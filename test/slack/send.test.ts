// The messenger and the directory against the strict local Slack: each documented error becomes a named reason.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import { startSandbox } from '../../sandbox/start.ts'
import type { Directory } from '../../src/core/context.ts'
import { createClient } from '../../src/slack/client.ts'
import { createDirectory } from '../../src/slack/directory.ts'
import type { Messenger, OutgoingMessage } from '../../src/slack/messenger.ts'
import { createRateLimiter } from '../../src/slack/rate-limiter.ts'
import { createMessenger } from '../../src/slack/send.ts'
import { silentLog } from '../support/silent-log.ts'

let sandbox: Sandbox
let messenger: Messenger
let directory: Directory
let workspaceId: string
const mark = { key: 'standup:m:2026-03-02', version: 1 }
const table = { type: 'table', rows: [[{ type: 'raw_text', text: 'Anna' }]] }
const message = (text: string, blocks: object[] = []): OutgoingMessage => ({ text, blocks })
const section = { type: 'section', text: { type: 'mrkdwn', text: 'hello' } }
const channel = (name: string) => ({
  workspaceId,
  channelId: [...sandbox.workspace().channels.values()].find((one) => one.name === name)!.id,
})
const since = () => Temporal.Now.instant().subtract({ minutes: 2 })

beforeAll(async () => {
  sandbox = await startSandbox({
    rateScale: Number.POSITIVE_INFINITY,
    seed: {
      people: [
        { name: 'anna', realName: 'Anna', tz: 'Europe/Berlin', locale: 'de-DE' },
        { name: 'wei', realName: '伟', tz: 'Asia/Shanghai', locale: 'zh-CN' },
        { name: 'gone', realName: 'Gone' },
      ],
      channels: [
        { name: 'sales', members: ['anna', 'wei'], withApp: true },
        { name: 'elsewhere', members: ['anna'] },
        { name: 'old', members: ['anna'], withApp: true },
      ],
    },
  })
  workspaceId = sandbox.workspace().id
  sandbox.user('anna').archive('old')
  const { SLACK_BOT_TOKEN, SLACK_API_URL } = sandbox.env()
  const clientFor = () => createClient(SLACK_BOT_TOKEN, SLACK_API_URL, silentLog)
  const rateLimiter = createRateLimiter(
    () => 0,
    async () => {},
  )
  messenger = createMessenger(clientFor, rateLimiter)
  directory = createDirectory(clientFor)
})
afterAll(() => sandbox.stop())
beforeEach(() => {
  sandbox.faults.clear()
  sandbox.faults.unsupportedBlocks.clear()
})

describe('posting and updating', () => {
  test('a message is posted, found by its key, and edited', async () => {
    const place = channel('sales')
    const posted = await messenger.post(place, message('hello', [section]), { ...mark, key: 'a' })
    if (!posted.ok) throw new Error(posted.reason)
    expect(await messenger.findByKey(place, 'a', since())).toEqual({ ok: true, ts: posted.ts })
    expect(await messenger.findByKey(place, 'b', since())).toEqual({ ok: true, ts: null })
    const later = Temporal.Now.instant().add({ minutes: 1 })
    expect(await messenger.findByKey(place, 'a', later)).toEqual({ ok: true, ts: null })

    const edited = await messenger.update({ ...place, ts: posted.ts }, message('bye'), {
      key: 'a',
      version: 2,
    })
    expect(edited).toEqual({ ok: true })
    const seen = sandbox.user('anna').in('sales').last('bye')
    expect(seen).toMatchObject({ text: 'bye', edited: true })
  })

  test('a message is found among hundreds of later ones', async () => {
    const place = channel('sales')
    const posted = await messenger.post(place, message('first'), { ...mark, key: 'deep' })
    for (let other = 0; other < 450; other += 1) await messenger.post(place, message(`${other}`), mark)
    expect(await messenger.findByKey(place, 'deep', since())).toEqual({
      ok: true,
      ts: posted.ok && posted.ts,
    })
  })

  test('a lost response is an error, and the message is found', async () => {
    const place = channel('sales')
    sandbox.faults.add({ kind: 'lost_answer', on: 'chat.postMessage' })
    await expect(messenger.post(place, message('lost'), { ...mark, key: 'lost' })).rejects.toThrow()
    expect(await messenger.findByKey(place, 'lost', since())).toMatchObject({ ts: expect.any(String) })
    expect(
      sandbox.calls('chat.postMessage').filter((call) => JSON.stringify(call).includes('"lost"')),
    ).toHaveLength(1)
  })

  test('Slack’s internal errors are thrown, and are not retried by the client', async () => {
    const before = sandbox.calls('chat.postMessage').length
    sandbox.faults.add({ kind: 'server_error', on: 'chat.postMessage' })
    await expect(messenger.post(channel('sales'), message('x'), mark)).rejects.toThrow()
    expect(sandbox.calls('chat.postMessage')).toHaveLength(before + 1)
  })

  test('429 gives the time to wait', async () => {
    sandbox.faults.add({ kind: 'rate_limited', on: 'chat.postMessage', retryAfterSeconds: 7 })
    const limited = { ok: false, reason: 'rate-limited', retryAfterSeconds: 7 }
    expect(await messenger.post(channel('sales'), message('x'), mark)).toEqual(limited)
    // The rate limiter is paused too: in a process with real time the call would not have been made.
    expect(await messenger.acquire('post', channel('sales'))).toMatchObject(limited)
  })

  test('blocks that this workspace does not support', async () => {
    sandbox.faults.unsupportedBlocks.add('table')
    const refused = { ok: false, reason: 'refused-blocks' }
    expect(await messenger.post(channel('sales'), message('x', [table]), mark)).toEqual(refused)
    expect(await messenger.post(channel('sales'), message('x', [section]), mark)).toMatchObject({ ok: true })
  })

  test('a message that does not exist', async () => {
    const place = { ...channel('sales'), ts: '1000000000.000100' }
    expect(await messenger.update(place, message('x'), mark)).toEqual({ ok: false, reason: 'gone' })
  })

  test.each([
    { where: 'elsewhere', problem: 'not-in-channel' },
    { where: 'old', problem: 'channel-archived' },
  ])('a channel that cannot be posted to: $problem', async ({ where, problem }) => {
    const answer = await messenger.post(channel(where), message('x'), mark)
    expect(answer).toMatchObject({ ok: false, reason: 'unreachable', problem })
  })

  test('a direct message, and one to a deactivated user', async () => {
    const opened = await messenger.openDm(workspaceId, idOf('anna'))
    if (!opened.ok) throw new Error(opened.reason)
    expect(
      await messenger.post({ workspaceId, channelId: opened.channelId }, message('psst'), mark),
    ).toMatchObject({ ok: true })
    const toGone = await messenger.openDm(workspaceId, idOf('gone'))
    sandbox.user('gone').deactivate()
    const cannot = { ok: false, reason: 'unreachable', problem: 'cannot-message-member' }
    if (!toGone.ok) throw new Error(toGone.reason)
    expect(
      await messenger.post({ workspaceId, channelId: toGone.channelId }, message('x'), mark),
    ).toMatchObject(cannot)
  })
})

const idOf = (name: string) => [...sandbox.workspace().users.values()].find((user) => user.name === name)!.id

describe('people and channels', () => {
  test('a person, with zone and language', async () => {
    expect(await directory.person(workspaceId, idOf('wei'))).toEqual({
      workspaceId,
      userId: idOf('wei'),
      name: expect.any(String),
      zone: 'Asia/Shanghai',
      locale: 'zh-CN',
      isBot: false,
      isAdmin: false,
      isGuest: false,
      deactivated: false,
    })
  })

  test('an unsupported language becomes English; an unknown user is null', async () => {
    expect(await directory.person(workspaceId, idOf('anna'))).toMatchObject({ locale: 'en' })
    expect(await directory.person(workspaceId, 'U0NOBODY')).toBeNull()
  })

  test('a channel, and who is in it', async () => {
    const { channelId } = channel('sales')
    expect(await directory.channel(workspaceId, channelId)).toEqual({
      name: 'sales',
      botIsIn: true,
      archived: false,
      isPrivate: false,
      isExternal: false,
    })
    expect(await directory.channel(workspaceId, channel('old').channelId)).toMatchObject({ archived: true })
    expect(await directory.channel(workspaceId, 'C0NOWHERE')).toBeNull()
    expect(await directory.channelMembers(workspaceId, channelId)).toEqual(
      expect.arrayContaining([idOf('anna'), idOf('wei')]),
    )
  })
})
