// A token that Slack does not accept any more is not used in a loop.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import { startSandbox } from '../../sandbox/start.ts'
import { createClient } from '../../src/slack/client.ts'
import { createDirectory } from '../../src/slack/directory.ts'
import { createRateLimiter } from '../../src/slack/rate-limiter.ts'
import { createMessenger } from '../../src/slack/send.ts'
import { createTokenGuard } from '../../src/slack/token-guard.ts'
import { silentLog } from '../support/silent-log.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ rateScale: Number.POSITIVE_INFINITY })
})
afterAll(() => sandbox.stop())

const message = { text: 'hello', blocks: [] }
const mark = { key: 'k', version: 1 }

test.each(['account_inactive', 'token_revoked', 'invalid_auth', 'team_access_not_granted'])(
  '%s: seen once, then no call but the one that asks whether the token works again',
  async (error) => {
    const { SLACK_BOT_TOKEN, SLACK_API_URL } = sandbox.env()
    const guard = createTokenGuard()
    const dead: string[] = []
    guard.onDead((code) => void dead.push(code))
    const client = createClient(SLACK_BOT_TOKEN, SLACK_API_URL, silentLog, guard)
    const limiter = createRateLimiter(
      () => 0,
      async () => {},
    )
    const messenger = createMessenger(() => client, limiter)
    const directory = createDirectory(() => client)
    const workspaceId = sandbox.workspace().id
    sandbox.faults.add({ kind: 'refused', error, times: Number.POSITIVE_INFINITY })
    const before = sandbox.calls().length

    const channel = { workspaceId, channelId: 'C1' }
    const disconnected = { ok: false, reason: 'disconnected' }
    expect(await messenger.post(channel, message, mark)).toEqual(disconnected)
    expect(await messenger.post(channel, message, mark)).toEqual(disconnected)
    expect(await messenger.openDm(workspaceId, 'U1')).toEqual(disconnected)
    expect(await messenger.update({ ...channel, ts: '1.1' }, message, mark)).toEqual(disconnected)
    await expect(directory.person(workspaceId, 'U1')).rejects.toThrow(error)
    await expect(client.auth.test()).rejects.toThrow(error)
    expect(sandbox.calls().slice(before)).toHaveLength(2)
    expect(dead).toEqual([error])

    sandbox.faults.clear()
    expect(guard.error()).toBe(error)
    await client.auth.test()
    expect(guard.error()).toBeNull()
    expect(await messenger.openDm(workspaceId, 'U-NOBODY')).toMatchObject({ reason: 'unreachable' })
  },
)
