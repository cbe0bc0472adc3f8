// A message is posted once, in its latest version and in the reader's language, whichever process delivers it.
import { describe, expect, test } from 'vitest'
import { deliverMessage } from '../../src/outbox/flows/deliver-message.ts'
import { enqueueMessage } from '../../src/outbox/flows/enqueue-message.ts'
import { testPerson } from '../support/context.ts'
import {
  claim,
  context,
  database,
  deliver,
  draft,
  enqueue,
  keysOf,
  ports,
  show,
  slack,
  stored,
  WORKSPACE,
} from './set-up.ts'

describe('sent once', () => {
  test('posted with its key, in the team’s language, and recorded', async () => {
    await enqueue(draft('a'))
    expect(await deliver('a')).toBe('delivered')
    expect(slack.messages).toMatchObject([
      { channelId: 'C1', key: 'a', version: 1, text: 'zh-TW {"shows":"first"}' },
    ])
    expect(await stored('a')).toMatchObject({
      state: 'delivered',
      deliveredVersion: 1,
      ts: '1000.000100',
      nextAttemptAt: null,
      claimId: null,
    })
  })

  test('a delivered message is not claimed again', async () => {
    await enqueue(draft('a'))
    await deliver('a')
    expect(await deliver('a')).toBe('not-due')
    expect(slack.calls).toEqual(['acquire', 'post'])
  })

  test('a person gets it in their own language, in a direct message channel that is opened once', async () => {
    const audience = { to: 'person', userId: 'UREP' } as const
    await enqueue(draft('a', { audience }), draft('b', { audience }))
    await deliver('a')
    await deliver('b')
    expect(slack.messages.map(({ channelId, text }) => [channelId, text.slice(0, 5)])).toEqual([
      ['D-UREP', 'zh-CN'],
      ['D-UREP', 'zh-CN'],
    ])
    expect(slack.calls.filter((call) => call === 'openDm')).toHaveLength(1)
  })

  test('the language of an unknown person is read from Slack', async () => {
    context.people.set('UNEW', testPerson(WORKSPACE, 'UNEW', { locale: 'zh-TW' }))
    for (const userId of ['UNEW', 'UNOBODY']) {
      await enqueue(draft(userId, { audience: { to: 'person', userId } }))
      await deliver(userId)
    }
    expect(slack.messages.map(({ text }) => text.split(' ')[0])).toEqual(['zh-TW', 'en'])
  })

  test('enqueued again, the same message is edited', async () => {
    await enqueue(draft('a'))
    await deliver('a')
    show('second')
    await enqueue(draft('a'))
    expect(await deliver('a')).toBe('delivered')
    expect(slack.messages).toMatchObject([{ text: 'zh-TW {"shows":"second"}', edits: 1, version: 2 }])
  })

  test('a change during the delivery is delivered afterwards', async () => {
    await enqueue(draft('a'))
    slack.during('post', () => enqueue(draft('a')))
    await deliver('a')
    expect(await stored('a')).toMatchObject({ state: 'waiting', version: 2, deliveredVersion: 1 })
    expect(await deliver('a')).toBe('delivered')
    expect(slack.messages).toMatchObject([{ edits: 1 }])
  })

  test('the delivery waits for a transaction that is changing the message, and sends the new version', async () => {
    await enqueue(draft('a'))
    const [claimed] = await claim()
    let delivering: Promise<unknown> | undefined
    await database.db.transaction(async (tx) => {
      await enqueueMessage(tx, context, [draft('a')])
      delivering = deliverMessage(claimed!, context, ports)
      await new Promise((later) => setTimeout(later, 100))
      show('second')
    })
    await delivering
    expect(await stored('a')).toMatchObject({ state: 'delivered', version: 2, deliveredVersion: 2 })
    expect(slack.messages).toMatchObject([{ text: 'zh-TW {"shows":"second"}' }])
  })

  test('with nothing left to show it is dropped', async () => {
    await enqueue(draft('a'))
    show(null)
    expect(await deliver('a')).toBe('dropped')
    expect(await stored('a')).toMatchObject({ state: 'dropped', ts: null })
    expect(slack.messages).toEqual([])
  })

  test('while one replica sends it, another one does not claim it', async () => {
    await enqueue(draft('a'))
    let second: string | undefined
    slack.during('post', async () => {
      await enqueue(draft('a'))
      second = keysOf(await claim()).join()
    })
    expect(await deliver('a')).toBe('delivered')
    expect(second).toBe('')
    expect(slack.messages).toHaveLength(1)
  })
})
