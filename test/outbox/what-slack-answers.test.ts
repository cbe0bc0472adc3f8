// Every answer that Slack may give to a delivery, and what becomes of the message.
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { savePeople } from '../../src/org/db/people.ts'
import { handedOver } from '../../src/org/flows/team-messages.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import { MAX_ATTEMPTS, retryDelaySeconds } from '../../src/outbox/domain/retry.ts'
import { testPerson } from '../support/context.ts'
import { context, database, deliver, draft, enqueue, fault, slack, stored, TEAM, WORKSPACE } from './stage.ts'

const secondsUntil = async (key: string) =>
  Temporal.Now.instant()
    .until((await stored(key)).nextAttemptAt!)
    .total('seconds')

describe('what Slack may answer', () => {
  test('429 on posting: later, by Slack’s word, and posted once', async () => {
    await enqueue(draft('a'))
    slack.next('post', { ok: false, reason: 'rate-limited', retryAfterSeconds: 17.2 })
    expect(await deliver('a')).toBe('postponed')
    expect(await secondsUntil('a')).toBeCloseTo(17.2, 0)
    expect(await stored('a')).toMatchObject({ state: 'waiting', attempts: 0, sendingSince: null })
    expect(await deliver('a')).toBe('delivered')
    // A clear no needs no search.
    expect(slack.calls).not.toContain('findByKey')
  })

  test('our own rate limiter: later, and Slack is not called', async () => {
    await enqueue(draft('a'))
    slack.next('acquire', { ok: false, reason: 'rate-limited', retryAfterSeconds: 5 })
    expect(await deliver('a')).toBe('postponed')
    expect(await secondsUntil('a')).toBeCloseTo(5, 0)
    expect(await stored('a')).toMatchObject({ state: 'waiting', attempts: 0, sendingSince: null })
  })

  test('blocks refused: again without the newest, on posting as on editing', async () => {
    await enqueue(draft('a'))
    slack.next('post', { ok: false, reason: 'refused-blocks' })
    expect(await deliver('a')).toBe('delivered')
    expect(slack.messages).toMatchObject([{ blocks: [] }])
    await enqueue(draft('a'))
    slack.next('update', { ok: false, reason: 'refused-blocks' })
    expect(await deliver('a')).toBe('delivered')
    expect(slack.messages).toMatchObject([{ blocks: [], edits: 1 }])
  })

  test('a fault: later and later, with the reason, and after the last attempt it has failed', async () => {
    await enqueue(draft('a'))
    for (let attempts = 1; attempts < MAX_ATTEMPTS; attempts += 1) {
      slack.next('post', fault)
      expect(await deliver('a')).toBe('will-retry')
      expect(await stored('a')).toMatchObject({ state: 'waiting', attempts, failure: 'socket hang up' })
      expect(await secondsUntil('a')).toBeCloseTo(retryDelaySeconds(attempts)!, 0)
    }
    slack.next('post', fault)
    expect(await deliver('a')).toBe('gave-up')
    expect(await stored('a')).toMatchObject({
      ...{ state: 'failed', failure: 'socket hang up' },
      ...{ nextAttemptAt: null, claimId: null },
    })
    // Enqueued anew it starts from the beginning.
    await enqueue(draft('a'))
    expect(await stored('a')).toMatchObject({ state: 'waiting', attempts: 0 })
    expect(await deliver('a')).toBe('delivered')
  })

  test('what is put off stays so when it is enqueued again: its next attempt shows the new version', async () => {
    await enqueue(draft('a'))
    slack.next('post', { ok: false, reason: 'rate-limited', retryAfterSeconds: 30 })
    await deliver('a')
    await enqueue(draft('a'))
    expect(await secondsUntil('a')).toBeCloseTo(30, 0)
    expect(await deliver('a')).toBe('delivered')
    expect(slack.messages).toMatchObject([{ version: 2 }])
  })

  test('refused even as words: a fault, that counts', async () => {
    await enqueue(draft('a'))
    slack.next('post', { ok: false, reason: 'refused-blocks' })
    slack.next('post', { ok: false, reason: 'refused-blocks' })
    expect(await deliver('a')).toBe('will-retry')
    expect((await stored('a')).failure).toContain('plain text')
  })

  test('the message was deleted: posted anew', async () => {
    await enqueue(draft('a'))
    await deliver('a')
    slack.messages.length = 0
    await enqueue(draft('a'))
    expect(await deliver('a')).toBe('delivered')
    expect(slack.messages).toHaveLength(1)
    expect(await stored('a')).toMatchObject({ ts: '1000.000100', state: 'delivered' })
  })

  test('a fault while editing keeps what is known of the message', async () => {
    await enqueue(draft('a'))
    await deliver('a')
    await enqueue(draft('a'))
    slack.next('update', fault)
    expect(await deliver('a')).toBe('will-retry')
    expect(await deliver('a')).toBe('delivered')
    expect(slack.messages).toHaveLength(1)
  })
})

describe('nobody can be reached', () => {
  const archived = { ok: false, reason: 'unreachable', problem: 'channel-archived' }

  test('the message fails by name, and the manager is told once, in a message that goes out', async () => {
    await enqueue(draft('a'), draft('b'))
    slack.next('post', archived)
    slack.next('post', archived)
    expect(await deliver('a')).toBe('unreachable')
    expect(await deliver('b')).toBe('unreachable')
    expect(await stored('a')).toMatchObject({
      ...{ state: 'failed', failure: 'channel-archived' },
      ...{ nextAttemptAt: null, claimId: null },
    })
    const key = `trouble:${TEAM}:C1:channel-archived`
    expect(await deliver(key)).toBe('delivered')
    expect(slack.messages).toMatchObject([{ channelId: 'D-UBOSS' }])
    expect(slack.messages[0]?.text).toContain('"problem":"channel-archived"')
    expect(slack.messages[0]?.text).toContain('"teamName":"North"')
  })

  test('a deactivated person is not even tried', async () => {
    const at = context.clock.now()
    await savePeople(database.db, [testPerson(WORKSPACE, 'UGONE', { deactivated: true })], at)
    await enqueue(draft('a', { audience: { to: 'person', userId: 'UGONE' } }))
    expect(await deliver('a')).toBe('unreachable')
    expect(slack.calls).toEqual([])
    expect((await stored(`trouble:${TEAM}:UGONE:cannot-message-member`)).subject).toEqual({
      problem: 'cannot-message-member',
      channelId: 'C1',
      userId: 'UGONE',
    })
  })

  test('a manager, present or former, who cannot be reached makes no problem for another', async () => {
    const closed = { ok: false, reason: 'unreachable', problem: 'cannot-message-member' }
    await enqueue(draft('a', { audience: { to: 'person', userId: 'UBOSS' } }))
    slack.next('post', closed)
    expect(await deliver('a')).toBe('unreachable')
    const [told] = handedOver(
      { workspaceId: WORKSPACE, teamId: TEAM },
      ['UFORMER'],
      { byUserId: 'UBOSS', toUserId: 'UBOSS' },
      context.clock.now(),
    )
    await enqueue(told!)
    slack.next('post', closed)
    expect(await deliver(told!.key)).toBe('unreachable')
    const left = await database.db.select().from(messages).where(eq(messages.kind, 'delivery-problem'))
    expect(left).toEqual([])
  })

  test('said again after it was set right, it is delivered', async () => {
    await enqueue(draft('a'))
    slack.next('post', archived)
    await deliver('a')
    await enqueue(draft('a'))
    expect(await deliver('a')).toBe('delivered')
    expect(await stored('a')).toMatchObject({ state: 'delivered', failure: null })
  })
})
