// A file for one person against the strict local Slack: it stands in the direct messages with the bot, or is said not to be possible.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import { startSandbox } from '../../sandbox/start.ts'
import { createClient } from '../../src/slack/client.ts'
import { sendFile } from '../../src/slack/files.ts'
import { silentLog } from '../support/silent-log.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({
    rateScale: Number.POSITIVE_INFINITY,
    seed: {
      people: [
        { name: 'anna', realName: 'Anna' },
        { name: 'ben', realName: 'Ben' },
      ],
    },
  })
})
afterAll(() => sandbox.stop())

const client = () => {
  const { SLACK_BOT_TOKEN, SLACK_API_URL } = sandbox.env()
  return createClient(SLACK_BOT_TOKEN, SLACK_API_URL, silentLog)
}
const userId = (name: string) => [...sandbox.workspace().users.values()].find((one) => one.name === name)!.id
const file = {
  name: 'team.csv',
  title: 'North',
  content: '\uFEFF姓名,电话\r\n安,5\r\n',
  comment: 'Only you see this.',
}

test('it is in the direct messages of whoever asked, byte for byte, and nobody else’s', async () => {
  expect(await sendFile(client(), userId('anna'), file)).toBe(true)
  const [stored] = [...sandbox.workspace().files.values()]
  expect(stored).toMatchObject({ name: 'team.csv', title: 'North' })
  expect(Buffer.from(stored!.bytes!).toString()).toBe(file.content)
  expect(sandbox.user('anna').dm().last()!.words).toBe('Only you see this.\n[North]')
})

test('without the scope nothing is sent, and it is no fault', async () => {
  const { installation } = sandbox.workspace()
  installation!.scopes = installation!.scopes.filter((scope) => scope !== 'files:write')
  expect(await sendFile(client(), userId('ben'), file)).toBe(false)
  expect(sandbox.workspace().files.size).toBe(1)
})
