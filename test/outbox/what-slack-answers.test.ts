// Every answer that Slack may give to a delivery, and what becomes of the notice.
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { savePeople } from '../../src/org/db/people.ts'
import { handedOver } from '../../src/org/flows/team-messages.ts'
import { notices } from '../../src/outbox/db/messages.sql.ts'
import { queueNotices } from '../../src/outbox/flows/queue-notices.ts'
import { testPerson } from '../support/context.ts'

import { context, database, deliver, draft, fault, sayIt, slack, stored, TEAM, WORKSPACE } from './stage.ts'

describe('what Slack may answer', () => {
  test('429 on posting: later, by Slack’s word, and posted once', async () => {
    await sayIt(draft('a'))
    slack.next('post', { ok: false, reason: 'rate-limited', retryAfterSeconds: 17.2 })
    expect(await deliver('a')).toBe('postponed')
    expect(context.enqueued.at(-1)).toMatchObject({ noticeKey: 'a', afterSeconds: 18 })
    expect(await deliver('a')).toBe('delivered')
    // A clear no needs no search.
    expect(slack.calls).not.toContain('findByKey')
  })

  test('our own pace: later, before anything is claimed', async () => {
    await sayIt(draft('a'))
    slack.next('turn', { ok: false, reason: 'rate-limited', retryAfterSeconds: 5 })
    expect(await deliver('a')).toBe('postponed')
    expect(await stored('a')).toMatchObject({ state: 'waiting', sendingSince: null })
  })

  test('blocks refused: again without the newest, on posting as on editing', async () => {
    await sayIt(draft('a'))
    slack.next('post', { ok: false, reason: 'refused-blocks' })
    expect(await deliver('a')).toBe('delivered')
    expect(slack.messages).toMatchObject([{ blocks: [] }])
    await sayIt(draft('a'))
    slack.next('update', { ok: false, reason: 'refused-blocks' })
    expect(await deliver('a')).toBe('delivered')
    expect(slack.messages).toMatchObject([{ blocks: [], edits: 1 }])
  })

  test('refused even as words: a fault, for the queue to count', async () => {
    await sayIt(draft('a'))
    slack.next('post', { ok: false, reason: 'refused-blocks' })
    slack.next('post', { ok: false, reason: 'refused-blocks' })
    await expect(deliver('a')).rejects.toThrow('plain text')
  })

  test('the message was deleted: posted anew', async () => {
    await sayIt(draft('a'))
    await deliver('a')
    slack.messages.length = 0
    await sayIt(draft('a'))
    expect(await deliver('a')).toBe('delivered')
    expect(slack.messages).toHaveLength(1)
    expect(await stored('a')).toMatchObject({ ts: '1000.000100', state: 'delivered' })
  })

  test('a fault while editing keeps what is known of the message', async () => {
    await sayIt(draft('a'))
    await deliver('a')
    await sayIt(draft('a'))
    slack.next('update', fault)
    await expect(deliver('a')).rejects.toThrow()
    expect(await deliver('a')).toBe('delivered')
    expect(slack.messages).toHaveLength(1)
  })
})

describe('nobody can be reached', () => {
  const archived = { ok: false, reason: 'unreachable', problem: 'channel-archived' }

  test('the notice fails by name, and the manager is told once, in a message that goes out', async () => {
    await sayIt(draft('a'), draft('b'))
    slack.next('post', archived)
    slack.next('post', archived)
    expect(await deliver('a')).toBe('unreachable')
    expect(await deliver('b')).toBe('unreachable')
    expect(await stored('a')).toMatchObject({ state: 'failed', failure: 'channel-archived' })
    const key = `trouble:${TEAM}:C1:channel-archived`
    await queueNotices(context)
    expect(context.enqueued.map(({ noticeKey }) => noticeKey)).toEqual(['a', 'b', key])
    expect(await deliver(key)).toBe('delivered')
    expect(slack.messages).toMatchObject([{ channelId: 'D-UBOSS' }])
    expect(slack.messages[0]?.text).toContain('"problem":"channel-archived"')
    expect(slack.messages[0]?.text).toContain('"teamName":"North"')
  })

  test('a deactivated person is not even tried', async () => {
    const at = context.clock.now()
    await savePeople(database.db, [testPerson(WORKSPACE, 'UGONE', { deactivated: true })], at)
    await sayIt(draft('a', { audience: { to: 'person', userId: 'UGONE' } }))
    expect(await deliver('a')).toBe('unreachable')
    expect(slack.calls).toEqual([])
    expect((await stored(`trouble:${TEAM}:UGONE:cannot-message-member`)).subject).toEqual({
      problem: 'cannot-message-member',
      channelId: 'C1',
      userId: 'UGONE',
    })
  })

  test('a manager, present or former, who cannot be reached makes no trouble for another', async () => {
    const closed = { ok: false, reason: 'unreachable', problem: 'cannot-message-member' }
    await sayIt(draft('a', { audience: { to: 'person', userId: 'UBOSS' } }))
    slack.next('post', closed)
    expect(await deliver('a')).toBe('unreachable')
    const [told] = handedOver(
      { workspaceId: WORKSPACE, teamId: TEAM },
      ['UFORMER'],
      { byUserId: 'UBOSS', toUserId: 'UBOSS' },
      context.clock.now(),
    )
    await sayIt(told!)
    slack.next('post', closed)
    expect(await deliver(told!.key)).toBe('unreachable')
    const left = await database.db.select().from(notices).where(eq(notices.kind, 'trouble'))
    expect(left).toEqual([])
  })

  test('said again after it was set right, it is delivered', async () => {
    await sayIt(draft('a'))
    slack.next('post', archived)
    await deliver('a')
    await sayIt(draft('a'))
    expect(await deliver('a')).toBe('delivered')
    expect(await stored('a')).toMatchObject({ state: 'delivered', failure: null })
  })
})
